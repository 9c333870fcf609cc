import { defineJob } from '../../kernel/jobs';
import { sql } from '../../kernel/sql';

const keepDoneJobsDays = 14;

/** Every night: sessions that ended and jobs long done. Failed jobs stay until somebody looks at them. */
export const cleanUp = defineJob({
  kind: 'system.cleanUp',
  run: (job) =>
    job.transaction(async (ctx) => {
      const now = ctx.clock.now();
      const longAgo = new Date(now.getTime() - keepDoneJobsDays * 86_400_000);
      await ctx.db.run(sql`delete from session where expiresAt < ${now}`);
      await ctx.db.run(sql`delete from job where status = 'done' and finishedAt < ${longAgo}`);
    }),
});
