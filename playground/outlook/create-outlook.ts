import type { Letter, Mailbox } from '../mailbox/letter';
import { canCompose, type ClientName } from '../office/clients';
import { createDraft, type DraftState } from '../office/draft';
import { noFaults, type Faults } from '../office/faults';
import type { DialogNews, HostNews, OpenItem, OutlookHost } from '../office/host';
import { readerClosed } from '../office/dialogs';
import { createCategories } from './categories';
import { sameChoice, type OutlookState } from './outlook-state';
import { sentLetter } from './sent-letter';

/** Runs the add-in’s handler of sending; null lets the letter go, a text is its refusal. */
export type OnSend = () => Promise<string | null>;

export interface OutlookOptions {
  language: string;
  now?: () => Date;
  uuid?: () => string;
  attachment: OutlookHost['attachment'];
  openBrowserWindow: OutlookHost['openBrowserWindow'];
  start?: Partial<OutlookState>;
}

export type Outlook = ReturnType<typeof createOutlook>;

/**
 * An Outlook without a face: what is in the mailbox, what is open, what is being written. The page draws it, the pane’s
 * stand-in of Office.js asks it, and a test drives it by `window.ryadomMailbox`.
 */
export function createOutlook(
  { account, letters, meetings }: Mailbox,
  {
    language,
    now = () => new Date(),
    uuid = () => crypto.randomUUID(),
    attachment,
    openBrowserWindow,
    start,
  }: OutlookOptions,
) {
  let state: OutlookState = {
    account,
    letters,
    meetings,
    view: 'mail',
    folder: 'inbox',
    chosen: [],
    meeting: null,
    draft: null,
    client: 'web',
    theme: 'colorful',
    faults: noFaults,
    paneOpen: true,
    paneWidth: 320,
    dialog: null,
    sending: false,
    refusal: null,
    ...start,
  };
  const watchers = new Set<() => void>();
  const listeners = new Map<HostNews, Set<() => void>>();
  const categories = createCategories();
  let tellDialog: ((news: DialogNews) => void) | null = null;

  const raise = (news: HostNews) => {
    for (const listener of [...(listeners.get(news) ?? [])]) listener();
  };
  const redraw = () => {
    for (const watcher of [...watchers]) watcher();
  };
  const change = (changes: Partial<OutlookState>) => {
    const before = { ...state, item: keyOf(shownOf(state)) };
    state = { ...state, ...changes };
    redraw();
    if (keyOf(shownOf(state)) !== before.item) raise('item');
    if (!sameChoice(before.chosen, state.chosen)) raise('selection');
    if (state.theme !== before.theme) raise('theme');
  };
  const choose = (ids: readonly string[]) => {
    const [only, ...others] = ids;
    const read = others.length ? null : only;
    change({
      view: 'mail',
      meeting: null,
      draft: null,
      refusal: null,
      chosen: [...ids],
      letters: state.letters.map((letter) => (letter.id === read ? { ...letter, read: true } : letter)),
    });
  };
  const compose = (
    given: Partial<Omit<DraftState, 'from'>> = {},
    thread: { conversationId?: string; inReplyTo?: string } = {},
  ) => {
    if (canCompose(state.client))
      change({
        view: 'mail',
        refusal: null,
        draft: createDraft({ ...given, from: state.account }, { id: uuid(), ...thread }),
      });
  };

  return {
    // What the page and the tests do.
    state: () => state,
    watch: (watcher: () => void) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    change,
    letters: () => state.letters,
    meetings: () => state.meetings,
    /** Opens a letter or a meeting by its id. */
    open: (id: string) => {
      if (state.meetings.some((meeting) => meeting.id === id))
        return change({ view: 'calendar', meeting: id, chosen: [], draft: null });
      const letter = letterById(id);
      if (!letter) throw new Error(`no item ${id}`);
      if (letter.folder !== state.folder) change({ folder: letter.folder });
      choose([id]);
    },
    openNull: () => change({ chosen: [], meeting: null, draft: null }),
    select: choose,
    compose,
    reply: (letter: Letter, all: boolean) => {
      const others = [...letter.to, ...letter.cc].filter(({ address }) => address !== state.account.address);
      const own = letter.from?.address === state.account.address;
      const [to, cc] = own ? [letter.to, all ? letter.cc : []] : [letter.from ? [letter.from] : [], all ? others : []];
      compose(
        {
          to,
          cc,
          subject: /^re:/i.test(letter.subject) ? letter.subject : `RE: ${letter.subject}`,
          text: `\n\n${letter.text.replaceAll(/^/gm, '> ')}`,
        },
        { conversationId: letter.conversationId, inReplyTo: letter.internetMessageId },
      );
    },
    /** Asks the add-in, then moves the letter to «Sent»; a refusal keeps it open. */
    send: async (onSend: OnSend) => {
      const { draft } = state;
      if (!draft || state.sending) return;
      change({ sending: true, refusal: null });
      const refusal = await onSend().catch(() => null);
      if (refusal !== null) return change({ sending: false, refusal });
      change({
        sending: false,
        draft: null,
        letters: [sentLetter(draft, now(), uuid()), ...state.letters],
      });
    },
    setFaults: (faults: Partial<Faults>) => change({ faults: { ...state.faults, ...faults } }),
    setClient: (client: ClientName) => change({ client, draft: canCompose(client) ? state.draft : null }),
    closeDialog: () => {
      const tell = tellDialog;
      tellDialog = null;
      change({ dialog: null });
      tell?.(readerClosed);
    },

    // What the stand-in of Office.js asks.
    account,
    language,
    get client() {
      return state.client;
    },
    get theme() {
      return state.theme;
    },
    get faults() {
      return state.faults;
    },
    shown: () => shownOf(state),
    selected: () => state.chosen.flatMap((id) => letterById(id) ?? []),
    letterById,
    attachment,
    masterCategories: categories.master,
    addMasterCategories: categories.addMaster,
    categoriesOf: categories.of,
    setCategories: (itemId: string, names: string[]) => {
      categories.set(itemId, names);
      // A new state, so that the list is drawn with the category.
      change({});
    },
    listen: (news: HostNews, listener: () => void) => {
      listeners.set(news, (listeners.get(news) ?? new Set()).add(listener));
      return () => void listeners.get(news)?.delete(listener);
    },
    openDialog: (url: string, size: { width: number; height: number }, tell: (news: DialogNews) => void) => {
      tellDialog = tell;
      change({ dialog: { url, ...size } });
      return () => {
        tellDialog = null;
        change({ dialog: null });
      };
    },
    messageFromDialog: (message: string) => tellDialog?.({ message }),
    openBrowserWindow,
    newMessage: ({ to, subject, text }: { to: string[]; subject: string; text: string }) =>
      compose({ to: to.map((address) => ({ address, name: '' })), subject, text }),
  } satisfies OutlookHost & Record<string, unknown>;

  function letterById(id: string): Letter | null {
    return state.letters.find((letter) => letter.id === id) ?? null;
  }
}

function shownOf({ draft, view, meeting, meetings, chosen, letters, account }: OutlookState): OpenItem | null {
  if (draft) return { kind: 'draft', draft };
  if (view === 'calendar') {
    const found = meetings.find(({ id }) => id === meeting);
    return found ? { kind: 'meeting', meeting: found, own: found.organizer.address === account.address } : null;
  }
  const letter = chosen.length === 1 && letters.find(({ id }) => id === chosen[0]);
  return letter ? { kind: 'letter', letter } : null;
}

const keyOf = (item: OpenItem | null): string | null => {
  if (!item) return null;
  if (item.kind === 'draft') return `draft ${item.draft.id}`;
  return item.kind === 'letter' ? `letter ${item.letter.id}` : `meeting ${item.meeting.id}`;
};
