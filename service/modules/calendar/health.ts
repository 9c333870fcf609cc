import type { Ctx } from '../../kernel/context';
import { toNumber } from '../../kernel/dialect';
import { sql } from '../../kernel/sql';
import { calendarFaults, type CalendarHealth } from './calendar.contract';
import type { Mailbox } from './calendar.entity';

export const offered = ({ calendar }: Ctx['adapters']) => (!calendar ? 'off' : calendar.standIn ? 'stand-in' : 'graph');

type Counts = Pick<CalendarHealth, 'waiting' | 'failed' | 'removed'>;
const none: Counts = { waiting: 0, failed: 0, removed: 0 };

/** How many events wait, failed or were taken out, by person. */
export async function countEntries(ctx: Ctx, userId?: string): Promise<Map<string, Counts>> {
  const rows = await ctx.db.rows<{ userId: string; waiting: number; failed: number; removed: number }>(sql`
    select userId,
      sum(case when state <> 'removed' and dueAt is not null and failures = 0 then 1 else 0 end) as waiting,
      sum(case when state <> 'removed' and failures > 0 then 1 else 0 end) as failed,
      sum(case when state = 'removed' then 1 else 0 end) as removed
    from calendar_event where ${userId ? sql`userId = ${userId}` : sql`1 = 1`} group by userId`);
  return new Map(
    rows.map(({ userId: id, waiting, failed, removed }) => [
      id,
      { waiting: toNumber(waiting), failed: toNumber(failed), removed: toNumber(removed) },
    ]),
  );
}

export function healthOf(mailbox: Mailbox | null, address: string | null, counts: Counts = none): CalendarHealth {
  const [fault = '', ...said] = (mailbox?.error ?? '').split(' ');
  const iso = (at: Date | null | undefined) => at?.toISOString() ?? null;
  return {
    status: mailbox?.status ?? 'off',
    address: mailbox && mailbox.status !== 'off' ? mailbox.address : address,
    notified: Boolean(mailbox?.subscriptionId),
    pulledAt: iso(mailbox?.pulledAt),
    pushedAt: iso(mailbox?.pushedAt),
    checkedAt: iso(mailbox?.checkedAt),
    ...counts,
    fault: calendarFaults.find((kind) => kind === fault) ?? null,
    said: said.join(' ') || null,
    faultAt: iso(mailbox?.errorAt),
    restUntil: iso(mailbox?.restUntil),
  };
}
