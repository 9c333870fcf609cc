import { ask } from './ask';
import { mailbox, supports } from './outlook';

/** Travels with the letter, so that whoever opens it later can tell its id (`mail.bind`). */
export const pendingHeader = 'x-ryadom-log';
/** Read by `launch-event.js` when the letter is sent. */
const sessionKey = 'ryadom-log';

export interface OnSend {
  /** UUID that the letter is logged under until it has an id. */
  pending: string;
  companyId: string;
  contactId: string | null;
  /** Where the service is: in classic Outlook the script has no page whose address it could ask. */
  server: string;
  /** The session’s own; lives as long as the window in which the letter is written. */
  token: string | null;
}

const draft = () => mailbox().item as Office.MessageCompose;

/** Smart Alerts came with 1.12; session data and headers are older. */
export const canLogOnSend = (): boolean => supports('Mailbox', '1.12');

export async function readOnSend(): Promise<OnSend | null> {
  const text = await ask<string>('sessionData.getAsync', (done) =>
    draft().sessionData.getAsync(sessionKey, done),
  ).catch(() => null);
  return text ? (JSON.parse(text) as OnSend) : null;
}

export async function setOnSend(wish: OnSend | null): Promise<void> {
  const { internetHeaders, sessionData } = draft();
  if (wish) {
    const header = { [pendingHeader]: wish.pending };
    await ask<void>('internetHeaders.setAsync', (done) => internetHeaders.setAsync(header, done));
    await ask<void>('sessionData.setAsync', (done) => sessionData.setAsync(sessionKey, JSON.stringify(wish), done));
  } else {
    await ask<void>('internetHeaders.removeAsync', (done) => internetHeaders.removeAsync([pendingHeader], done));
    await ask<void>('sessionData.removeAsync', (done) => sessionData.removeAsync(sessionKey, done));
  }
}
