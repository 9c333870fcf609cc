import { stat } from 'node:fs/promises';
import { pathOf } from '../../kernel/files';
import { escapeHtml } from '../../kernel/html';
import { OutsideFault } from '../../kernel/outside';
import { translate } from '../../kernel/texts';
import type { Parcel } from './deliver';

/** By letter, as text and as a page that any mail program shows. */
export async function sendByEmail({ deps, deliveryId, notice, user }: Parcel): Promise<void> {
  const { mailer } = deps.adapters;
  if (!mailer) throw new OutsideFault('refused', 'off');
  if (!user.email) throw new OutsideFault('refused', 'noAddress');
  const link = notice.link ? `${deps.settings.publicUrl}${notice.link}` : null;
  const open = translate(deps.modules, user.locale, 'notices.open');
  const why = translate(deps.modules, user.locale, 'notices.whyLetter');
  const lines = (notice.body ?? '').split('\n').filter(Boolean);
  await mailer.send({
    id: deliveryId,
    to: { name: user.name, address: user.email },
    ...(await attached(deps, notice)),
    subject: notice.title,
    text: [notice.title, '', ...lines, ...(link ? ['', link] : []), '', why].join('\n'),
    html: [
      '<div style="font:14px/20px Segoe UI,Arial,sans-serif;color:#242424;max-width:600px">',
      `<p style="font-size:18px;font-weight:600;margin:0 0 12px">${escapeHtml(notice.title)}</p>`,
      ...lines.map((line) => `<p style="margin:0 0 4px">${escapeHtml(line)}</p>`),
      link ? `<p style="margin:16px 0"><a href="${escapeHtml(link)}">${escapeHtml(open)}</a></p>` : '',
      `<p style="font-size:12px;color:#616161;margin:16px 0 0">${escapeHtml(why)}</p></div>`,
    ].join(''),
  });
}

/** What a letter can carry; larger ones, and those that are gone, are had by the link. */
const largest = 3 * 1024 * 1024;

async function attached({ settings }: Parcel['deps'], { attachment }: Parcel['notice']) {
  if (!attachment) return {};
  const path = pathOf(settings, attachment.kind, attachment.id);
  const size = await stat(path).then(
    ({ size: bytes }) => bytes,
    () => null,
  );
  return size !== null && size <= largest ? { attachments: [{ name: attachment.name, path }] } : {};
}
