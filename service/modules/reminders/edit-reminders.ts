import { authorizeSelf } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import type { EndpointParsed } from '../../kernel/endpoint';
import { conflict, invalid, notFound } from '../../kernel/errors';
import { enqueue } from '../../kernel/jobs';
import { findRecord, insertRecord, removeRecord, requireVersion, updateRecord } from '../../kernel/records';
import { findRow } from '../../kernel/rows';
import { Activity } from '../activities/activities.public';
import { Contact } from '../companies/companies.entity';
import { loadCompany } from '../companies/companies.public';
import { absenceDays } from '../users/users.public';
import { isOfficeDay, loadCalendar, localDateOf } from '../working-time/working-time.public';
import { nextTime } from './next-time';
import { viewReminder } from './read-reminders';
import type {
  createReminder,
  deleteReminder,
  finishReminder,
  ReminderView,
  snoozeReminder,
  updateReminder,
} from './reminders.contract';
import { Reminder } from './reminders.entity';

export async function remind(ctx: Ctx, input: EndpointParsed<typeof createReminder>): Promise<ReminderView> {
  authorizeSelf(ctx);
  const userId = signedIn(ctx).id;
  const { id, title, at, repeat, contactId = null, activityId = null } = input;
  const repeated = id ? await findRow(ctx.db, Reminder, { id }) : null;
  if (repeated) {
    if (repeated.userId !== userId) throw conflict('reminders.idTaken');
    return viewReminder(ctx, repeated.id);
  }
  const companyId = await onWhat(ctx, input);
  const dueAt = coming(ctx, at);
  const reminder = await insertRecord(ctx, Reminder, {
    ...(id ? { id } : {}),
    userId,
    title,
    dueAt,
    ringsAt: dueAt,
    repeat,
    status: 'waiting',
    companyId,
    contactId,
    activityId,
    createdAt: ctx.clock.now(),
    deletedAt: null,
  });
  return viewReminder(ctx, reminder.id);
}

/** The company it hangs on; what is said of somebody or something there must belong to it. */
async function onWhat(ctx: Ctx, input: EndpointParsed<typeof createReminder>): Promise<string | null> {
  const contact = input.contactId ? await findRow(ctx.db, Contact, { id: input.contactId }) : null;
  const activity = input.activityId ? await findRow(ctx.db, Activity, { id: input.activityId }) : null;
  const companyId = input.companyId ?? contact?.companyId ?? activity?.companyId ?? null;
  if (companyId) await loadCompany(ctx, companyId, 'companies.read');
  if (input.contactId && contact?.companyId !== companyId) throw invalid({ contactId: 'activities.noSuchContact' });
  if (input.activityId && activity?.companyId !== companyId) throw notFound();
  return companyId;
}

export async function change(
  ctx: Ctx,
  { id, version, at, ...fields }: EndpointParsed<typeof updateReminder>,
): Promise<ReminderView> {
  const reminder = await own(ctx, id, version);
  const moved =
    at === undefined ? {} : { dueAt: coming(ctx, at), ringsAt: coming(ctx, at), status: 'waiting' as const };
  await updateRecord(ctx, Reminder, reminder, { ...fields, ...moved });
  return viewReminder(ctx, id);
}

export async function snooze(
  ctx: Ctx,
  { id, version, minutes, at }: EndpointParsed<typeof snoozeReminder>,
): Promise<ReminderView> {
  const reminder = await own(ctx, id, version);
  if (!at && !minutes) throw invalid({ minutes: 'reminders.howLong' });
  const ringsAt = at ? coming(ctx, at) : new Date(ctx.clock.now().getTime() + minutes! * 60_000);
  await updateRecord(ctx, Reminder, reminder, { ringsAt, status: 'waiting' });
  return viewReminder(ctx, id);
}

export async function finish(ctx: Ctx, { id, version }: EndpointParsed<typeof finishReminder>): Promise<ReminderView> {
  const reminder = await own(ctx, id, version);
  const next = await following(ctx, reminder);
  // A repeating one is dated from its first time on, so that the 31st stays the 31st.
  await updateRecord(ctx, Reminder, reminder, next ? { ringsAt: next, status: 'waiting' } : { status: 'done' });
  return viewReminder(ctx, id);
}

async function following(ctx: Ctx, { dueAt, repeat, ringsAt }: Reminder): Promise<Date | null> {
  const { id, timeZone } = signedIn(ctx);
  const now = new Date(Math.max(ctx.clock.now().getTime(), ringsAt.getTime()));
  const calendar = await loadCalendar(ctx);
  const absent = await absenceDays(ctx, id, localDateOf(now, timeZone));
  return nextTime(dueAt, repeat, now, timeZone, (date) => isOfficeDay(calendar, date) && !absent(date));
}

export async function drop(ctx: Ctx, { id, version }: EndpointParsed<typeof deleteReminder>): Promise<{ ok: true }> {
  await removeRecord(ctx, Reminder, await own(ctx, id, version));
  return { ok: true };
}

async function own(ctx: Ctx, id: string, version: number): Promise<Reminder> {
  authorizeSelf(ctx);
  const reminder = await findRecord(ctx, Reminder, { id });
  if (reminder?.userId !== signedIn(ctx).id) throw notFound();
  const current = await viewReminder(ctx, id);
  requireVersion(reminder, version, () => current);
  return reminder;
}

/** A minute of grace: the form was open for a while. */
function coming(ctx: Ctx, at: string): Date {
  const moment = new Date(at);
  if (moment.getTime() < ctx.clock.now().getTime() - 60_000) throw invalid({ at: 'reminders.past' });
  return moment;
}

/** Whatever sets the moment, the ringing follows it: a row of the job table for each, void once the moment has changed. */
export async function ringLater(
  ctx: Ctx,
  { before, after }: { before: Reminder | null; after: Reminder | null },
): Promise<void> {
  if (!after || after.deletedAt || after.status !== 'waiting') return;
  if (before?.status === 'waiting' && before.ringsAt.getTime() === after.ringsAt.getTime() && !before.deletedAt) return;
  await enqueue(
    ctx,
    'reminders.ring',
    { reminderId: after.id, ringsAt: after.ringsAt.toISOString() },
    { runAt: after.ringsAt },
  );
}
