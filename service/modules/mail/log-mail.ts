import { signedIn, type Ctx } from '../../kernel/context';
import { isUniqueViolation, LostRace } from '../../kernel/dialect';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { conflict, refused } from '../../kernel/errors';
import { findRecord, insertRecord, removeRecord } from '../../kernel/records';
import { findRow } from '../../kernel/rows';
import { Activity, answerActivity, logActivity } from '../activities/activities.public';
import { loadCompany } from '../companies/companies.public';
import { hashOf, loggedById } from './logged-mail';
import { outsidersOf } from './mail-rules';
import type { logMail } from './mail.contract';
import { MailItem } from './mail.entity';

type Input = EndpointParsed<typeof logMail>;

/**
 * Logs a letter or a meeting on a company: the activity, the letter behind it, the next contact. What is logged already
 * is answered as it stands, whoever did it and wherever: one letter is one row on a company.
 */
export async function log(ctx: Ctx, input: Input): Promise<EndpointOutput<typeof logMail>> {
  const company = await loadCompany(ctx, input.companyId, 'activities.write');
  const itemHash = hashOf(input.key);
  const before = await findRow(ctx.db, MailItem, { itemHash, companyId: company.id });
  if (before && (await findRecord(ctx, Activity, { id: before.activityId }))) {
    const { activity, nextContact } = await answerActivity(ctx, before.activityId, company.id);
    return { logged: await loggedById(ctx, before.id), activity, nextContact, already: true };
  }
  // Somebody deleted the activity on the card: the letter is no longer logged and may be again.
  if (before) await removeRecord(ctx, MailItem, before);
  await requireLoggable(ctx, input);
  if (input.kind === 'meeting' && new Date(input.at) > ctx.clock.now()) throw conflict('mail.meetingAhead');

  const { activity, nextContact } = await logActivity(ctx, {
    companyId: company.id,
    contactId: input.contactId,
    kind: input.kind === 'letter' ? 'email' : 'meeting',
    status: 'done',
    at: input.at,
    outcomeId: input.outcomeId,
    minutes: input.minutes,
    completes: input.completes,
    note: [input.subject, input.note].filter(Boolean).join('\n') || null,
    next: input.next,
  });
  const item = await insertOnce(ctx, {
    companyId: company.id,
    activityId: activity.id,
    kind: input.kind,
    direction: input.direction,
    itemHash,
    threadHash: input.threadKey ? hashOf(input.threadKey) : null,
    subject: input.subject,
    fromAddress: input.from.address,
    fromName: input.from.name,
    people: input.to,
    at: new Date(input.at),
    body: input.body,
    authorId: signedIn(ctx).id,
    createdAt: ctx.clock.now(),
  });
  return { logged: await loggedById(ctx, item.id), activity, nextContact, already: false };
}

/** A letter between colleagues, or with somebody on a «do not log» list, stays theirs, whatever a client asks. */
async function requireLoggable(ctx: Ctx, { from, to }: Input): Promise<void> {
  const { refusal } = await outsidersOf(ctx, [from, ...to]);
  if (refusal) throw refused(`mail.${refusal}`);
}

async function insertOnce(ctx: Ctx, values: Omit<MailItem, 'id' | 'version'>): Promise<MailItem> {
  try {
    return await insertRecord(ctx, MailItem, values);
  } catch (error) {
    // A colleague pressed in the same moment: run again, his row is found.
    throw isUniqueViolation(error) ? new LostRace() : error;
  }
}
