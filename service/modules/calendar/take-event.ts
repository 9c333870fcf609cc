import type { SeenEvent, Span } from '../../adapters/calendar/calendar.port';
import type { Ctx } from '../../kernel/context';
import { AppError } from '../../kernel/errors';
import { translate } from '../../kernel/texts';
import { changeRows, findRow } from '../../kernel/rows';
import { sql } from '../../kernel/sql';
import { Activity, changeActivity, logActivity } from '../activities/activities.public';
import { Company } from '../companies/companies.public';
import { notify } from '../notifications/notifications.public';
import { changeReminder, finishReminder, Reminder, snoozeReminder } from '../reminders/reminders.public';
import { saysDone } from './done-categories';
import { CalendarEvent } from './calendar.entity';
import { meantTime, seenSpan, startKey, toMinute, asSpan, instantAsDate } from './when';
import { whoWins } from './who-wins';
import type { Whose } from './wanted-event';

/**
 * Takes in how an event of ours stands in Outlook: done, moved, or as it was. Called in a transaction in the name of the
 * calendar's owner, so that what he did in Outlook is his doing in the history.
 */
export async function takeEvent(ctx: Ctx, entryId: string, event: SeenEvent, whose: Whose): Promise<void> {
  const entry = await findRow(ctx.db, CalendarEvent, { id: entryId });
  if (!entry) return;
  const seen = { eventId: event.id, etag: event.etag, doubtful: false, writing: null, guests: event.guests };
  const came = entry.state === 'removed' ? ({ state: 'open' } as const) : {};
  const set = (changes: Partial<CalendarEvent>) =>
    changeRows(ctx.db, CalendarEvent, { id: entry.id }, { ...seen, ...came, ...changes });
  const stands = seenSpan(event.span);
  const hears = whose.settings.direction === 'both' && ctx.user !== null && entry.source !== 'birthday';
  const otherCategories = event.categories.filter((category) => !saysDone(category));
  const marked = {
    markedDone: hears && otherCategories.length < event.categories.length,
    otherCategories: otherCategories.length ? otherCategories : null,
  };
  if (entry.state === 'closed' || !hears) {
    await set({ ...stands, ...marked });
    await mark(ctx, entry);
    return;
  }
  const thing = entry.source === 'activity' ? await activityOf(ctx, entry, whose) : await reminderOf(ctx, entry, whose);
  const done =
    thing && marked.markedDone && !entry.markedDone && (await trying(ctx, entry, whose, () => thing.done(event.span)));
  if (thing && !done) {
    const form = { allDay: stands.allDay, minutes: stands.minutes };
    const winner = whoWins({
      agreed: agreedKey(entry),
      writing: entry.writing && keyOf(entry.writing, entry),
      outlook: startKey(event.span),
      ours: startKey(asSpan(thing.at, whose.user.timeZone, form)),
      outlookAt: event.changedAt,
      oursAt: entry.movedAt,
    });
    if (winner === 'outlook')
      await trying(ctx, entry, whose, () => thing.move(meantTime(event.span, thing.at, whose.user.timeZone)));
  }
  await set({ ...stands, ...marked });
  await mark(ctx, entry);
}

/** Whatever differs now, the next look writes. */
const mark = (ctx: Ctx, { id }: CalendarEvent) =>
  ctx.db.run(sql`update calendar_event set marks = marks + 1, dueAt = ${ctx.clock.now()} where id = ${id}`);

const keyOf = (at: Date, { allDay }: CalendarEvent): string =>
  allDay ? instantAsDate(at) : toMinute(at).toISOString();

/** Where it stood when both sides last agreed. */
export const agreedKey = (entry: CalendarEvent): string | null => entry.startsAt && keyOf(entry.startsAt, entry);

/** What can be done to something that stands in a calendar. */
interface Thing {
  at: Date;
  move(at: Date): Promise<unknown>;
  done(span: Span): Promise<unknown>;
}

async function activityOf(ctx: Ctx, entry: CalendarEvent, { user }: Whose): Promise<Thing | null> {
  const activity = await findRow(ctx.db, Activity, { id: entry.sourceId });
  if (activity?.status !== 'planned' || activity.deletedAt || activity.ownerId !== user.id) return null;
  const { id, version, companyId, kind } = activity;
  return {
    at: activity.at,
    move: (at) => changeActivity(ctx, { id, version, at: at.toISOString() }),
    done: (span) => {
      const now = ctx.clock.now();
      const stood = meantTime(span, activity.at, user.timeZone);
      const at = stood < now ? stood : now;
      return logActivity(ctx, { companyId, kind, status: 'done', completes: id, at: at.toISOString(), note: null });
    },
  };
}

async function reminderOf(ctx: Ctx, entry: CalendarEvent, { user }: Whose): Promise<Thing | null> {
  const reminder = await findRow(ctx.db, Reminder, { id: entry.sourceId });
  if (!reminder || reminder.status === 'done' || reminder.deletedAt || reminder.userId !== user.id) return null;
  const { id, version } = reminder;
  return {
    at: reminder.ringsAt,
    // One that repeats is only put off this time.
    move: (at) =>
      reminder.repeat === 'none'
        ? changeReminder(ctx, { id, version, at: at.toISOString() })
        : snoozeReminder(ctx, { id, version, at: at.toISOString() }),
    done: () => finishReminder(ctx, { id, version }),
  };
}

/**
 * What the program refuses (a day gone by, a company that is not his any more) is not done, and the person is told why; the
 * event goes back to where it was.
 */
async function trying(ctx: Ctx, entry: CalendarEvent, { user }: Whose, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    const company = entry.companyId ? await findRow(ctx.db, Company, { id: entry.companyId }) : null;
    const [reason] = Object.values(error.extra.fields ?? {});
    await notify(ctx, {
      userId: user.id,
      kind: 'calendar',
      about: `calendarNo:${entry.id}:${entry.etag ?? ''}`.slice(0, 100),
      link: company ? `/companies/${company.id}` : '/reminders',
      companyId: company?.id ?? null,
      compose: ({ say }) => ({
        title: say('calendar.notTaken', { company: company?.name ?? '' }),
        body: translate(ctx.modules, user.locale, reason ?? error.code, error.extra.details),
      }),
    });
    return false;
  }
}
