import { note } from '../../teams-app/shared/diagnostics/notes';
import { ask } from './ask';

/**
 * Outlook, as the pane knows it. The files of this folder are the only ones that speak with Office.js; everything they
 * give out is plain data and promises.
 */
export const mailbox = (): Office.Mailbox => Office.context.mailbox;

/** Longer than a slow start of Outlook; opened in a plain browser, Office.js never gets ready. */
const readyWithinMs = 10_000;

/** False where no Outlook answers. */
export async function startOutlook(): Promise<boolean> {
  if (typeof Office === 'undefined') return false;
  const ready = Office.onReady().then(({ host }) => String(host) === 'Outlook');
  return Promise.race([ready, new Promise<boolean>((late) => setTimeout(() => late(false), readyWithinMs))]);
}

export const supports = (set: string, version: string): boolean =>
  Office.context.requirements.isSetSupported(set, version);

export const ownAddress = (): string => mailbox().userProfile.emailAddress.toLowerCase();

/** What no two items beside one pane share; null when nothing, or several, are open. */
export function openRef(): string | null {
  const item = mailbox().item as Partial<Office.MessageRead & Office.AppointmentCompose> | null | undefined;
  if (!item) return null;
  // What is being written has no id yet; each gets a pane of its own.
  return item.itemId ?? item.internetMessageId ?? `new:${item.itemType}:${item.conversationId ?? item.seriesId ?? ''}`;
}

/** Calls when another item is open. The news may be lost: whoever listens looks for himself, too. */
export const whenItemChanges = (changed: () => void): void => listen(Office.EventType.ItemChanged, changed);

/** Calls when other letters are chosen in the list. */
export function whenSelectionChanges(changed: () => void): void {
  if (supports('Mailbox', '1.13')) listen(Office.EventType.SelectedItemsChanged, changed);
}

/** Recipients of a draft. */
export function whenRecipientsChange(changed: () => void): void {
  const item = mailbox().item as Partial<Office.MessageCompose> | null | undefined;
  if (!item?.addHandlerAsync || !supports('Mailbox', '1.7')) return;
  item.addHandlerAsync(Office.EventType.RecipientsChanged, changed);
}

/** The theme’s background, `#RRGGBB`; null on clients that have no themes. */
export const themeBackground = (): string | null =>
  (Office.context.officeTheme as Office.OfficeTheme | undefined)?.bodyBackgroundColor ?? null;

export function whenThemeChanges(changed: (background: string) => void): void {
  if (!supports('Mailbox', '1.14')) return;
  listen(Office.EventType.OfficeThemeChanged, (event: { officeTheme?: Office.OfficeTheme } | undefined) => {
    const background = event?.officeTheme?.bodyBackgroundColor ?? themeBackground();
    if (background) changed(background);
  });
}

/** For as long as the pane lives: taking one handler away would take all of its kind. */
function listen<E>(type: Office.EventType, handler: (event: E) => void): void {
  ask<void>(`addHandlerAsync ${type}`, (done) => mailbox().addHandlerAsync(type, handler, done)).catch(() =>
    note(`no news of ${type}`),
  );
}

/** What «Copy details» tells of where we run. */
export function clientFacts(): Record<string, string> {
  const { hostName, hostVersion } = mailbox().diagnostics;
  const newest = ['1.15', '1.14', '1.13', '1.8', '1.7', '1.5', '1.3'].find((version) => supports('Mailbox', version));
  return {
    host: hostName,
    version: hostVersion,
    platform: String(Office.context.platform),
    mailboxSet: newest ?? '1.1',
    nestedAppAuth: String(supports('NestedAppAuth', '1.1')),
    dialogs: String(supports('DialogApi', '1.2')),
    language: Office.context.displayLanguage,
  };
}
