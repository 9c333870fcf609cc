import type { CalendarWrite, SeenEvent, WriteAnswer } from '../../adapters/calendar/calendar.port';
import type { Ctx } from '../../kernel/context';
import { idOf } from '../../kernel/id';
import { OutsideFault } from '../../kernel/outside';
import { changeRows, deleteRows, findRow } from '../../kernel/rows';
import { limitRows, sql } from '../../kernel/sql';
import { CalendarEvent } from './calendar.entity';
import { comeBack } from './mark';
import { agreedKey, takeEvent } from './take-event';
import { takeRemoved } from './take-removed';
import { wantedEvent, type Wanted } from './wanted-event';
import { seenSpan, startKey } from './when';
import type { Work } from './work-mailbox';

/** What is to be done about one entry, and how often it was marked when that was decided. */
interface Plan {
  entry: CalendarEvent;
  /** `look`: first see how things stand. `forget`: nothing is left to do for it. `settled`: it is as it should be. */
  does: 'write' | 'look' | 'forget' | 'settled';
  write?: CalendarWrite;
  wanted: Wanted | null;
}

/** Brings the next few due entries to Outlook. */
export async function push(work: Work): Promise<boolean> {
  const plans = await planNext(work);
  if (plans.length === 0) return false;
  for (const plan of plans) if (plan.does === 'look') await look(work, plan.entry);
  const writes = plans.filter(({ does }) => does === 'write');
  if (writes.length > 0) {
    const answers = await work.calendar.write(
      work.mailbox.address,
      writes.map(({ write }) => write!),
    );
    for (const [index, plan] of writes.entries()) await takeAnswer(work, plan, answers[index]!);
    const busy = answers.find((answer) => answer.is === 'busy');
    if (busy?.is === 'busy') throw new OutsideFault('busy', busy.message, busy.retryAfter);
    await work.note({ pushedAt: work.job.deps.clock.now(), restUntil: null, failures: 0, error: null, errorAt: null });
  }
  return true;
}

/** Decides what to do with the entries due, and notes of what will be sent that it is in doubt until it is answered. */
const planNext = ({ job, calendar, ...whose }: Work): Promise<Plan[]> =>
  job.transaction(async (ctx) => {
    const due = await ctx.db.rows<{ id: string }>(sql`
      select e.id as id from calendar_event e where e.userId = ${whose.user.id} and e.dueAt <= ${ctx.clock.now()}
      order by e.dueAt, e.id ${limitRows(calendar.together)}`);
    const plans: Plan[] = [];
    for (const { id } of due) {
      const entry = (await findRow(ctx.db, CalendarEvent, { id }))!;
      const wanted = await wantedEvent(ctx, entry, whose);
      const plan = { entry, wanted, ...decide(entry, wanted, whose.user.timeZone) };
      plans.push(plan);
      if (plan.does === 'settled') await settle(ctx, entry, {});
      // Marked this very moment, it is looked at again.
      if (plan.does === 'forget') await deleteRows(ctx.db, CalendarEvent, { id, marks: entry.marks });
      if (plan.does === 'write' && plan.write!.do !== 'remove')
        await changeRows(ctx.db, CalendarEvent, { id }, { doubtful: true, writing: writingOf(plan.write!) });
    }
    return plans;
  });

const mostChanged = 5;

/** Nothing to do for it until the next mark, unless one came meanwhile. */
const settle = async (ctx: Ctx, { id, marks }: CalendarEvent, changes: Partial<CalendarEvent>): Promise<void> => {
  await changeRows(ctx.db, CalendarEvent, { id }, { ...changes, failures: 0, error: null });
  await changeRows(ctx.db, CalendarEvent, { id, marks }, { dueAt: null });
};

function writingOf(write: CalendarWrite): Date | undefined {
  const span = write.do === 'create' ? write.event.span : write.do === 'change' ? write.set.span : undefined;
  return span && seenSpan(span).startsAt;
}

/** One for each event that is made for it, one after another: asked for twice, it is made once. */
const transactionOf = ({ id, incarnation }: CalendarEvent) => idOf('event', id, String(incarnation));

function decide(entry: CalendarEvent, wanted: Wanted | null, zone: string): Pick<Plan, 'does' | 'write'> {
  const { eventId } = entry;
  // Whoever is quicker than us again and again is no person.
  const etag = entry.failures > mostChanged ? null : entry.etag;
  if (entry.state === 'removed') return { does: wanted ? 'settled' : 'forget' };
  if (entry.doubtful) return { does: 'look' };
  if (!wanted)
    // Somebody was invited to it: to take it out would write to him.
    return eventId && !entry.guests ? { does: 'write', write: { do: 'remove', eventId, etag } } : { does: 'forget' };
  if (!eventId)
    return {
      does: 'write',
      write: {
        do: 'create',
        event: {
          ...wanted.text,
          crmId: entry.id,
          transactionId: transactionOf(entry),
          span: wanted.span,
          zone,
        },
      },
    };
  // What is done stays as the person leaves it.
  if (entry.guests || (wanted.closed && entry.state === 'closed')) return { does: 'settled' };
  const set = {
    ...(wanted.textHash === entry.textHash ? {} : { subject: wanted.text.subject, html: wanted.text.html }),
    ...(startKey(wanted.span) === agreedKey(entry) ? {} : { span: wanted.span }),
    ...(wanted.closed === (entry.state === 'closed') ? {} : { reminder: wanted.text.reminder }),
    // Planned again after all: the word that it is done would be taken for a new one.
    ...(entry.markedDone && !wanted.closed ? { categories: entry.otherCategories ?? [] } : {}),
  };
  if (Object.keys(set).length === 0) return { does: 'settled' };
  return { does: 'write', write: { do: 'change', eventId, etag, zone, set } };
}

/** There may be an event that we do not know, or it may stand otherwise than we think. */
async function look(work: Work, entry: CalendarEvent): Promise<void> {
  const { calendar, mailbox, asOwner } = work;
  await work.goOn();
  if (entry.eventId) {
    await seeAgain(work, entry.id, entry.eventId);
    return;
  }
  const { own, copies } = await findBorn(work, entry);
  if (copies.length) await calendar.write(mailbox.address, copies.slice(0, calendar.together).map(disown));
  await asOwner(async (ctx) => {
    if (own) await takeEvent(ctx, entry.id, own, work);
    // It never came to be, so nothing stands in the way of creating it.
    else await changeRows(ctx.db, CalendarEvent, { id: entry.id }, { doubtful: false, writing: null });
  });
}

/** The event that was made for an entry without our hearing of it, and what a person copied from it. */
async function findBorn(
  { calendar, mailbox }: Work,
  entry: CalendarEvent,
): Promise<{ own: SeenEvent | null; copies: SeenEvent[] }> {
  const found: SeenEvent[] = [];
  for await (const page of calendar.ours(mailbox.address, entry.id)) found.push(...page);
  const own = found.find(({ transactionId }) => transactionId === transactionOf(entry)) ?? null;
  return { own, copies: found.filter((event) => event !== own && !event.guests) };
}

export const disown = ({ id }: SeenEvent): CalendarWrite => ({ do: 'disown', eventId: id });

/** How one event of ours stands now: moved, done, gone. */
export async function seeAgain(work: Work, entryId: string, eventId: string): Promise<void> {
  await work.goOn();
  const event = await work.calendar.event(work.mailbox.address, eventId);
  await work.asOwner(async (ctx) => {
    if (event) await takeEvent(ctx, entryId, event, work);
    else await takeRemoved(ctx, entryId, work);
  });
}

async function takeAnswer(work: Work, { entry, wanted, write }: Plan, answer: WriteAnswer): Promise<void> {
  const { job } = work;
  const id = entry.id;
  const later = (message: string, changes: Partial<CalendarEvent> = {}) =>
    job.transaction(async (ctx) => {
      const failures = entry.failures + 1;
      const wait = Math.min(5_000 * 2 ** Math.min(failures, 12), 6 * 3_600_000);
      const dueAt = new Date(ctx.clock.now().getTime() + wait);
      await changeRows(ctx.db, CalendarEvent, { id }, { ...changes, dueAt, failures, error: message.slice(0, 500) });
    });
  switch (answer.is) {
    case 'done':
      await job.transaction(async (ctx) => {
        if (write!.do === 'remove') await forget(ctx, entry);
        else
          await settle(ctx, entry, {
            ...(answer.event
              ? { eventId: answer.event.id, etag: answer.event.etag, ...seenSpan(answer.event.span) }
              : {}),
            ...(write!.do === 'change' && write!.set.categories ? { markedDone: false } : {}),
            // Without the event in the answer it is looked at again before the next write.
            doubtful: answer.event === null,
            writing: null,
            textHash: wanted!.textHash,
            state: wanted!.closed ? 'closed' : 'open',
          });
      });
      return;
    case 'busy':
      // Nothing was done, and the whole mailbox rests.
      await job.transaction((ctx) =>
        changeRows(ctx.db, CalendarEvent, { id }, { doubtful: entry.doubtful, writing: entry.writing }),
      );
      return;
    case 'changed':
      // Somebody was there before us: see who wins, and come again.
      await seeAgain(work, id, entry.eventId!);
      if (entry.failures > mostChanged) await later(answer.message);
      else await job.transaction((ctx) => changeRows(ctx.db, CalendarEvent, { id }, { failures: entry.failures + 1 }));
      return;
    case 'taken':
      await taken(work, entry);
      return;
    case 'gone':
      if (write!.do === 'remove') await job.transaction((ctx) => forget(ctx, entry));
      else if (write!.do === 'create') throw new OutsideFault('gone', answer.message);
      else await work.asOwner((ctx) => takeRemoved(ctx, id, work));
      return;
    case 'unknown':
      await later(answer.message);
      return;
    case 'refused':
      if (/ 40[13] /.test(answer.message)) throw new OutsideFault('refused', answer.message);
      await later(answer.message, { doubtful: entry.doubtful, writing: entry.writing });
  }
}

/** The event is out. Wanted again meanwhile, it is another one. */
async function forget(ctx: Ctx, entry: CalendarEvent): Promise<void> {
  const gone = await deleteRows(ctx.db, CalendarEvent, { id: entry.id, marks: entry.marks });
  if (gone === 0) await comeBack(ctx, entry);
}

/**
 * An event was created with this transaction id before. When it is there, it is ours; when it is not, the person took it
 * out before we ever knew of it.
 */
async function taken(work: Work, entry: CalendarEvent): Promise<void> {
  const { own } = await findBorn(work, entry);
  await work.asOwner(async (ctx) => {
    if (own) await takeEvent(ctx, entry.id, own, work);
    else await takeRemoved(ctx, entry.id, work);
  });
}
