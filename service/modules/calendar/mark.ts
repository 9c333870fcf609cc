import type { Ctx } from '../../kernel/context';
import { newId } from '../../kernel/id';
import { enqueueInLane } from '../../kernel/jobs';
import type { Written } from '../../kernel/module';
import { findRow, findRows, insertRows } from '../../kernel/rows';
import { sql } from '../../kernel/sql';
import type { Activity } from '../activities/activities.public';
import type { Company, Contact } from '../companies/companies.public';
import type { Reminder } from '../reminders/reminders.public';
import type { User } from '../users/users.public';
import { CalendarEvent, CalendarSettings, Mailbox, type Source } from './calendar.entity';

/*
 * Whatever changes what a calendar should show leaves a mark, in the transaction of the change; the mailbox's worker looks
 * at the marks. It compares for itself, so a mark too many costs a look and writes nothing.
 */

export interface Thing {
  userId: string;
  source: Source;
  sourceId: string;
  companyId: string | null;
}

/** One worker a mailbox: everything about it is done one after another. */
export const wakeMailbox = (ctx: Ctx, userId: string, runAt?: Date): Promise<void> =>
  enqueueInLane(ctx, 'calendar.work', { userId }, `calendar:${userId}`, runAt);

async function mark(ctx: Ctx, thing: Thing, { isNew = false, moved = false } = {}): Promise<void> {
  const mailbox = await findRow(ctx.db, Mailbox, { id: thing.userId });
  if (mailbox?.status !== 'connected') return;
  const entry = await findRow(ctx.db, CalendarEvent, { userId: thing.userId, sourceId: thing.sourceId });
  const now = ctx.clock.now();
  if (entry) await markAgain(ctx, entry, moved);
  else if (isNew) await insertRows(ctx.db, CalendarEvent, [newEntry(thing, now, now)]);
  else return;
  await wakeMailbox(ctx, thing.userId);
}

async function markAgain(ctx: Ctx, entry: CalendarEvent, moved: boolean): Promise<void> {
  const now = ctx.clock.now();
  const movedAt = moved ? now : entry.movedAt;
  await ctx.db.run(sql`update calendar_event set marks = marks + 1, dueAt = ${now}, movedAt = ${movedAt}, failures = 0
    where id = ${entry.id}`);
  // Taken out of Outlook, and planned anew since: it comes back.
  if (moved && entry.state === 'removed') await comeBack(ctx, entry);
}

/** The next event for it is another one, with a transaction id of its own. */
export const comeBack = (ctx: Ctx, { id }: CalendarEvent): Promise<number> =>
  ctx.db.run(sql`update calendar_event set state = 'open', incarnation = incarnation + 1, eventId = null, etag = null,
    doubtful = ${false}, textHash = null, startsAt = null, writing = null, markedDone = ${false}, marks = marks + 1, dueAt = ${ctx.clock.now()}
    where id = ${id}`);

export const newEntry = (thing: Thing, now: Date, dueAt: Date): CalendarEvent => ({
  ...thing,
  // Not out of the thing's own id: an event made for it after another one must not look like that one to Microsoft.
  id: newId(now),
  state: 'open',
  incarnation: 1,
  eventId: null,
  etag: null,
  doubtful: false,
  textHash: null,
  startsAt: null,
  writing: null,
  allDay: thing.source === 'birthday',
  minutes: null,
  markedDone: false,
  otherCategories: null,
  guests: false,
  movedAt: null,
  dueAt,
  marks: 1,
  failures: 0,
  error: null,
  createdAt: now,
});

export async function onActivity(ctx: Ctx, { before, after }: Written<Activity>): Promise<void> {
  if (!ctx.adapters.calendar) return;
  const { id, companyId } = (after ?? before)!;
  if (!before && after?.status !== 'planned') return;
  const moved = before !== null && after !== null && before.at.getTime() !== after.at.getTime();
  const owners = new Set([before?.ownerId, after?.ownerId]);
  for (const userId of owners)
    if (userId)
      await mark(
        ctx,
        { userId, source: 'activity', sourceId: id, companyId },
        { isNew: after?.status === 'planned' && after.ownerId === userId && !after.deletedAt, moved },
      );
}

export async function onReminder(ctx: Ctx, { before, after }: Written<Reminder>): Promise<void> {
  if (!ctx.adapters.calendar) return;
  const { id, userId, companyId } = (after ?? before)!;
  const moved = before !== null && after !== null && before.ringsAt.getTime() !== after.ringsAt.getTime();
  await mark(
    ctx,
    { userId, source: 'reminder', sourceId: id, companyId },
    { isNew: after !== null && after.status !== 'done' && !after.deletedAt, moved },
  );
}

/** The name, the phones and the last words stand in the events of the company; its owner has the birthdays. */
export async function onCompany(ctx: Ctx, { before, after }: Written<Company>): Promise<void> {
  if (!ctx.adapters.calendar || !before) return;
  const told = (company: Company | null) =>
    company &&
    JSON.stringify([
      company.name,
      company.phones,
      company.lastNote,
      company.lastContactAt,
      company.ownerId,
      company.deletedAt,
    ]);
  if (told(before) !== told(after)) await markCompany(ctx, before.id);
  const owner = after?.ownerId;
  if (owner && owner !== before.ownerId) await markBirthdays(ctx, owner, after.id);
}

export async function onContact(ctx: Ctx, { before, after }: Written<Contact>): Promise<void> {
  if (!ctx.adapters.calendar) return;
  const { id, companyId } = (after ?? before)!;
  if (before) await markCompany(ctx, companyId);
  if (!after?.birthMonth || after.deletedAt || after.birthMonth === before?.birthMonth) return;
  const company = await ctx.db.row<{ ownerId: string | null }>(
    sql`select ownerId from company where id = ${companyId}`,
  );
  if (company?.ownerId && (await wantsBirthdays(ctx, company.ownerId)))
    await mark(ctx, { userId: company.ownerId, source: 'birthday', sourceId: id, companyId }, { isNew: true });
}

async function markCompany(ctx: Ctx, companyId: string): Promise<void> {
  const entries = await findRows(ctx.db, CalendarEvent, { companyId, state: 'open' });
  for (const entry of entries) await markAgain(ctx, entry, false);
  for (const userId of new Set(entries.map((entry) => entry.userId))) await wakeMailbox(ctx, userId);
}

const wantsBirthdays = async (ctx: Ctx, userId: string) =>
  (await findRow(ctx.db, CalendarSettings, { id: userId }))?.birthdays ?? false;

async function markBirthdays(ctx: Ctx, userId: string, companyId: string): Promise<void> {
  if (!(await wantsBirthdays(ctx, userId))) return;
  const contacts = await ctx.db.rows<{ id: string }>(
    sql`select id from contact where companyId = ${companyId} and birthMonth is not null and deletedAt is null order by id`,
  );
  for (const { id } of contacts)
    await mark(ctx, { userId, source: 'birthday', sourceId: id, companyId }, { isNew: true });
}

/** Whoever may not sign in any more has no calendar of ours; whose language or clock changes, other words in it. */
export async function onUser(ctx: Ctx, { before, after }: Written<User>): Promise<void> {
  if (!ctx.adapters.calendar || !before) return;
  const mailbox = await findRow(ctx.db, Mailbox, { id: before.id });
  if (mailbox?.status !== 'connected') return;
  const out = !after || after.deletedAt !== null || after.status !== 'active';
  if (out) {
    await ctx.db.run(sql`update mailbox set status = 'leaving' where id = ${before.id}`);
    await wakeMailbox(ctx, before.id);
  } else if (after.locale !== before.locale || after.timeZone !== before.timeZone) await askCheck(ctx, before.id);
}

/** Reads what changed in Outlook, as soon as the mailbox's worker gets to it. */
export async function askPull(ctx: Ctx, userId: string): Promise<void> {
  await ctx.db.run(sql`update mailbox set pullsAsked = pullsAsked + 1 where id = ${userId}`);
  await wakeMailbox(ctx, userId);
}

/** Compares everything, both sides. */
export async function askCheck(ctx: Ctx, userId: string): Promise<void> {
  await ctx.db.run(
    sql`update mailbox set checksAsked = checksAsked + 1, pullsAsked = pullsAsked + 1 where id = ${userId}`,
  );
  await wakeMailbox(ctx, userId);
}
