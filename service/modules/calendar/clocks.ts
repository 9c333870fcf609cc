import { defineJob } from '../../kernel/jobs';
import { sql } from '../../kernel/sql';
import { askCheck, askPull, wakeMailbox } from './mark';

const minute = 60_000;
/** Whoever tells us of changes is asked once an hour all the same: a word may be lost on the way. */
const askNotified = 60 * minute;
const askOthers = 5 * minute;

/** Looks which mailboxes have something due by the clock alone. */
export const lookAtMailboxes = defineJob({
  kind: 'calendar.clocks',
  run: (job) =>
    job.transaction(async (ctx) => {
      if (!ctx.adapters.calendar) return;
      const now = ctx.clock.now().getTime();
      const due = await ctx.db.rows<{ id: string }>(sql`
        select id from mailbox where status = 'connected' and (pulledAt is null
          or (subscriptionId is null and pulledAt <= ${new Date(now - askOthers + minute)})
          or pulledAt <= ${new Date(now - askNotified)}) order by id`);
      for (const { id } of due) await askPull(ctx, id);
      const leaving = await ctx.db.rows<{ id: string }>(
        sql`select id from mailbox where status = 'leaving' order by id`,
      );
      for (const { id } of leaving) await wakeMailbox(ctx, id);
    }),
});

/** Every night everything is compared, whatever was heard by day. */
export const compareNightly = defineJob({
  kind: 'calendar.nightly',
  run: (job) =>
    job.transaction(async (ctx) => {
      if (!ctx.adapters.calendar) return;
      const all = await ctx.db.rows<{ id: string }>(sql`select id from mailbox where status = 'connected' order by id`);
      for (const { id } of all) await askCheck(ctx, id);
    }),
});
