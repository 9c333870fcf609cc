import type { Calendar } from '../../adapters/calendar/calendar.port';
import type { Ctx } from '../../kernel/context';
import { defineJob, JobInterrupted, JobPutOff, type JobRun } from '../../kernel/jobs';
import { OutsideFault } from '../../kernel/outside';
import { changeRows } from '../../kernel/rows';
import { sql } from '../../kernel/sql';
import { identityOf } from '../users/users.public';
import { Mailbox } from './calendar.entity';
import { compareAll } from './compare-all';
import { leave } from './leave';
import { wakeMailbox } from './mark';
import { pull } from './pull';
import { push } from './push';
import { keepSubscribed, subscriptionDue } from './subscribe';
import { whoseMailbox } from './whose';
import type { Whose } from './wanted-event';

/** One mailbox at work: its calendar, its owner's name to write in, and the word that we may go on. */
export interface Work extends Whose {
  job: JobRun;
  calendar: Calendar;
  /** A transaction in the owner's name, or in nobody's when he may not write any more. */
  asOwner<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>;
  note(changes: Partial<Mailbox>): Promise<void>;
  /** @throws JobInterrupted when the service stops */
  goOn(): Promise<void>;
}

/**
 * Everything there is to do for one mailbox, one thing after another: nobody else works on it meanwhile, so what is read
 * and what is written never cross on our side, and Exchange never has more than a batch at once.
 */
export const workMailbox = defineJob({
  kind: 'calendar.work',
  run: async (job, { userId }) => {
    for (;;) {
      const work = await takeUp(job, userId as string);
      if (!work) return;
      await work.goOn();
      const step = nextStep(work);
      if (!step) break;
      try {
        if (!(await step(work))) break;
      } catch (error) {
        if (error instanceof OutsideFault) await rest(work, error);
        throw error;
      }
    }
    await comeAgain(job, userId as string);
  },
});

async function takeUp(job: JobRun, userId: string): Promise<Work | null> {
  const { calendar } = job.deps.adapters;
  const whose = await job.transaction((ctx) => whoseMailbox(ctx, userId));
  if (!calendar || !whose || whose.mailbox.status === 'off') return null;
  const { restUntil, error } = whose.mailbox;
  if (restUntil && restUntil > job.deps.clock.now()) throw new JobPutOff(restUntil, error ?? 'rest');
  const owner = await identityOf(job.deps, userId);
  return {
    ...whose,
    job,
    calendar,
    asOwner: (work) => job.transaction(work, { user: owner, locale: whose.user.locale }),
    note: (changes) =>
      job.transaction(async (ctx) => void (await changeRows(ctx.db, Mailbox, { id: userId }, changes))),
    goOn: async () => {
      if (!(await job.heartbeat())) throw new JobInterrupted();
    },
  };
}

/** A step answers whether there may be more to do. */
type Step = (work: Work) => Promise<boolean>;

function nextStep({ mailbox, calendar, job }: Work): Step | null {
  if (mailbox.status === 'leaving') return leave;
  if (calendar.notifies && subscriptionDue(mailbox, job.deps.clock.now())) return keepSubscribed;
  if (mailbox.pulls < mailbox.pullsAsked) return pull;
  if (mailbox.checks < mailbox.checksAsked) return compareAll;
  return push;
}

const hour = 3_600_000;

/** The mailbox does not answer as it should: all its work waits, a little longer each time, and as long as it asks. */
async function rest({ job, mailbox, note }: Work, fault: OutsideFault): Promise<never> {
  const now = job.deps.clock.now();
  const failures = mailbox.failures + 1;
  const own = Math.min(10_000 * 2 ** Math.min(failures - 1, 9), hour);
  // Nobody will let us in sooner for asking often.
  const wait =
    fault.answer === 'busy'
      ? (fault.retryAfter ?? 10) * 1000
      : fault.answer === 'unknown'
        ? own
        : Math.max(own, 5 * 60_000);
  // Many that were sent away at once should not come back at once.
  const restUntil = new Date(now.getTime() + Math.round(wait * (1 + Math.random() / 4)));
  const error = `${fault.answer} ${fault.message}`.slice(0, 500);
  await note({ restUntil, failures, error, errorAt: now });
  throw new JobPutOff(restUntil, error);
}

/** What is due later has its own call. */
async function comeAgain(job: JobRun, userId: string): Promise<void> {
  await job.transaction(async (ctx) => {
    const next = await ctx.db.row<{ dueAt: Date | string | null }>(
      sql`select min(dueAt) as dueAt from calendar_event where userId = ${userId} and dueAt is not null`,
    );
    if (next?.dueAt) await wakeMailbox(ctx, userId, new Date(next.dueAt));
  });
}
