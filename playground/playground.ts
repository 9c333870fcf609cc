import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { send } from '@koa/send';
import type Koa from 'koa';
import type { StandInIdentity } from '../service/adapters/entra/entra.local';
import type { Deps } from '../service/kernel/context';
import { addinPage, noAddin } from './addin-page';
import { ChatDoor } from './chat/chat-door';
import { CalendarDoor } from './graph/calendar-door';
import { makeMailboxes, type Mailboxes } from './mailbox/mailboxes';
import { giveToken } from './token-door';

export interface PlaygroundFolders {
  /** The built pages. */
  webFolder: string;
  /** The built add-in. */
  addinFolder: string;
  /** Further letters, in its subfolder `mail`. */
  samplesFolder: string | null | undefined;
}

// Built, we stand in dist/playground beside the add-in; run from the sources, both are in dist.
const dist = resolve(__dirname, __filename.endsWith('.js') ? '..' : '../dist');
const usual: PlaygroundFolders = {
  webFolder: resolve(dist, 'playground/web'),
  addinFolder: resolve(dist, 'outlook-addin'),
  samplesFolder: null,
};

const attachments = 'api/attachments/';

/**
 * A Microsoft 365 of the demo's own, everything below /playground/: pages that look like Outlook and Teams, mailboxes of
 * made-up letters, and the door that gives out tokens of the stand-in of Entra ID. Mounted in the demo alone, where
 * every account is anybody's.
 */
export function playground(
  deps: Deps,
  entra: StandInIdentity,
  folders: Partial<PlaygroundFolders> = {},
): Koa.Middleware {
  const { webFolder, addinFolder, samplesFolder } = { ...usual, ...folders };
  let made: Promise<Mailboxes> | undefined;
  const mailboxes = () => {
    // Made when first asked for; a failure is not remembered.
    made ??= makeMailboxes(deps, samplesFolder ? resolve(samplesFolder, 'mail') : null).catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };

  const calendar = new CalendarDoor(mailboxes, resolve(deps.settings.filesFolder, 'playground-calendars.json'));
  const chat = new ChatDoor(async () => (await mailboxes()).accounts);

  return async (http, next) => {
    const asked = /^\/playground(?:\/(.*))?$/s.exec(http.path);
    if (!asked) return next();
    const path = decoded(asked[1] ?? '');
    if (path === null) return;
    if (path.startsWith('connector/')) return chat.connector(http, path.slice('connector/'.length));
    if (path.startsWith('graph/v1.0/')) return calendar.serve(http, path.slice('graph/v1.0/'.length));
    if (path.startsWith('api/calendar/')) return calendar.answer(http, path.slice('api/calendar/'.length));
    if (path.startsWith('api/teams/')) return chat.answer(http, path.slice('api/teams/'.length));
    if (http.method === 'POST') return path === 'entra/token' ? giveToken(http, deps, entra) : undefined;
    if (http.method !== 'GET' && http.method !== 'HEAD') return;
    http.set('cache-control', 'no-cache');
    if (path === 'api/accounts') http.body = { accounts: (await mailboxes()).accounts };
    else if (path === 'api/mailbox') answerMailbox(http, await mailboxes());
    else if (path.startsWith(attachments)) answerFile(http, await mailboxes(), path.slice(attachments.length));
    else if (/^(pane|sign-in)\.html$/.test(path)) {
      http.type = 'html';
      http.body = addinPage(addinFolder, basename(path)) ?? noAddin;
    } else if (asked[1] === undefined) http.redirect('/playground/');
    else await sendPage(http, webFolder, path || 'index.html');
  };
}

function answerMailbox(http: Koa.Context, { byAddress }: Mailboxes): void {
  const account = String(http.query.account ?? '').toLowerCase();
  const mailbox = byAddress.get(account);
  if (mailbox) http.body = mailbox;
}

function answerFile(http: Koa.Context, { files }: Mailboxes, id: string): void {
  const content = files.get(id);
  if (!content) return;
  // Whatever a letter brought must not run as a page of ours.
  http.type = 'application/octet-stream';
  http.attachment();
  http.body = content;
}

async function sendPage(http: Koa.Context, folder: string, path: string): Promise<void> {
  const file = resolve(folder, path);
  if (!file.startsWith(folder) || !existsSync(file)) return;
  const named = path.startsWith('assets/');
  if (named) http.remove('cache-control');
  await send(http, path, { root: folder, maxAge: named ? 31_536_000_000 : 0, immutable: named });
}

/** Null for what is no address at all. */
function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
