import { requirePermission } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { invalid, notFound } from '../../kernel/errors';
import { findRecord, insertRecord, removeRecord, requireVersion, updateRecord } from '../../kernel/records';
import { findRows } from '../../kernel/rows';
import { Activity } from '../activities/activities.public';
import { Contact, loadCompany } from '../companies/companies.public';
import { dropDocumentsOf } from '../documents/documents.public';
import { hashOf, loggedOf } from './logged-mail';
import type { bindMail, chooseMatch, getMail, MailView, unlogMail } from './mail.contract';
import { MailChoice, MailItem } from './mail.entity';

/** Takes an item off the company. Its text goes at once and for good, its files with the next job. */
export async function unlog(ctx: Ctx, { id, version }: EndpointParsed<typeof unlogMail>): Promise<{ ok: true }> {
  const item = await findRecord(ctx, MailItem, { id });
  if (!item) throw notFound();
  await loadCompany(ctx, item.companyId, 'activities.write');
  requireVersion(item, version);
  await removeRecord(ctx, MailItem, item);
  await dropDocumentsOf(ctx, item.activityId);
  const activity = await findRecord(ctx, Activity, { id: item.activityId });
  if (activity) await removeRecord(ctx, Activity, activity);
  return { ok: true };
}

/**
 * A letter logged on sending gets its id when it has left; the pane that shows it next tells us. Only its author can
 * know the word it was sent with, and what is logged under the real id meanwhile wins.
 */
export async function bind(
  ctx: Ctx,
  { pending, key, threadKey }: EndpointParsed<typeof bindMail>,
): Promise<EndpointOutput<typeof bindMail>> {
  requirePermission(ctx, 'activities.write');
  if (!pending.startsWith('pending:')) throw invalid({ pending: 'mail.notPending' });
  const itemHash = hashOf(key);
  const waiting = await findRows(ctx.db, MailItem, { itemHash: hashOf(pending), authorId: signedIn(ctx).id });
  const taken = new Set((await findRows(ctx.db, MailItem, { itemHash })).map(({ companyId }) => companyId));
  for (const item of waiting)
    if (!taken.has(item.companyId))
      await updateRecord(ctx, MailItem, item, {
        itemHash,
        ...(threadKey ? { threadHash: hashOf(threadKey) } : {}),
      });
  return { logged: await loggedOf(ctx, itemHash) };
}

/** The letter behind an activity, for whoever may see its company. */
export async function readMail(ctx: Ctx, { activityId }: EndpointParsed<typeof getMail>): Promise<MailView> {
  requirePermission(ctx, 'companies.read');
  const item = await findRecord(ctx, MailItem, { activityId });
  if (!item) throw notFound();
  await loadCompany(ctx, item.companyId, 'companies.read');
  return {
    id: item.id,
    kind: item.kind,
    direction: item.direction,
    subject: item.subject,
    from: { address: item.fromAddress, name: item.fromName },
    to: item.people,
    at: item.at.toISOString(),
    body: item.body,
  };
}

/** Remembers for the reader alone which company he means by an address. */
export async function choose(
  ctx: Ctx,
  { address, companyId, contactId }: EndpointParsed<typeof chooseMatch>,
): Promise<{ ok: true }> {
  await loadCompany(ctx, companyId, 'companies.read');
  const contact = contactId ? await findRecord(ctx, Contact, { id: contactId }) : null;
  if (contactId && contact?.companyId !== companyId) throw invalid({ contactId: 'activities.noSuchContact' });
  const meant = { companyId, contactId: contactId ?? null };
  const before = await findRecord(ctx, MailChoice, { userId: signedIn(ctx).id, address });
  if (before) await updateRecord(ctx, MailChoice, before, meant);
  else await insertRecord(ctx, MailChoice, { userId: signedIn(ctx).id, address, ...meant });
  return { ok: true };
}
