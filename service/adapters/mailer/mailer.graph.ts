import { readFile } from 'node:fs/promises';
import { networkFault, OutsideFault, retryAfterSeconds } from '../../kernel/outside';
import type { Mailer } from './mailer.port';

const patience = 20_000;

/**
 * Sends through Microsoft Graph in the name of one mailbox: POST /users/{mailbox}/sendMail, application permission
 * Mail.Send, narrowed to that mailbox by RBAC for Applications
 * (https://learn.microsoft.com/graph/api/user-sendmail; 202 without a body when taken).
 */
export function graphMailer({
  mailbox,
  token,
  graph = 'https://graph.microsoft.com',
}: {
  mailbox: string;
  /** A token of the application itself. */
  token: () => Promise<string>;
  graph?: string;
}): Mailer {
  return {
    standIn: false,
    send: async ({ id, to, subject, html, attachments = [] }) => {
      const answer = await fetch(`${graph}/v1.0/users/${encodeURIComponent(mailbox)}/sendMail`, {
        method: 'POST',
        signal: AbortSignal.timeout(patience),
        headers: {
          authorization: `Bearer ${await token()}`,
          'content-type': 'application/json',
          'client-request-id': id,
        },
        body: JSON.stringify({
          message: {
            subject,
            body: { contentType: 'HTML', content: html },
            toRecipients: [{ emailAddress: { name: to.name, address: to.address } }],
            ...(attachments.length ? { attachments: await Promise.all(attachments.map(fileAttachment)) } : {}),
            internetMessageHeaders: [{ name: 'x-ryadom-notice', value: id }],
          },
          saveToSentItems: false,
        }),
      }).catch((error: unknown) => {
        throw networkFault(error);
      });
      if (answer.ok) return;
      const said = `Graph ${answer.status}: ${(await answer.text().catch(() => '')).slice(0, 300)}`;
      const wait = retryAfterSeconds(answer.headers.get('retry-after'), new Date());
      if (answer.status === 429 || answer.status === 503) throw new OutsideFault('busy', said, wait ?? 10);
      if (answer.status >= 500) throw new OutsideFault('unknown', said);
      throw new OutsideFault('refused', said);
    },
  };
}

/** A file within the request (https://learn.microsoft.com/graph/api/resources/fileattachment): 3 MB at most. */
const fileAttachment = async ({ name, path }: { name: string; path: string }) => ({
  '@odata.type': '#microsoft.graph.fileAttachment',
  name,
  contentBytes: (await readFile(path)).toString('base64'),
});
