import { requirePermission } from '../../kernel/authorize';
import type { Ctx } from '../../kernel/context';
import type { EndpointParsed } from '../../kernel/endpoint';
import { stale } from '../../kernel/errors';
import { findRecord, insertRecord, requireVersion, updateRecord } from '../../kernel/records';
import { countingNow, recountLater } from './count-all';
import { usualRule } from './evidence';
import type { KpiRule as RuleView, setKpiRule } from './kpi.contract';
import { KpiRule } from './kpi.entity';
import { theRule } from './rule';

export async function viewRule(ctx: Ctx): Promise<RuleView> {
  const rule = await findRecord(ctx, KpiRule, { id: theRule });
  const { talkSeconds, noteLength, countUnreached, burstCalls, burstMinutes } = rule ?? usualRule;
  return {
    version: rule?.version ?? 0,
    talkSeconds,
    noteLength,
    countUnreached,
    burstCalls,
    burstMinutes,
    counting: await countingNow(ctx),
  };
}

/** Changes what counts. The figures of all time follow, so that a week is judged by one rule whenever it is looked at. */
export async function changeRule(
  ctx: Ctx,
  { version, ...values }: EndpointParsed<typeof setKpiRule>,
): Promise<RuleView> {
  requirePermission(ctx, 'settings.manage');
  const rule = await findRecord(ctx, KpiRule, { id: theRule });
  const current = await viewRule(ctx);
  if (rule) {
    requireVersion(rule, version, () => current);
    await updateRecord(ctx, KpiRule, rule, values);
  } else {
    if (version !== 0) throw stale(current);
    await insertRecord(ctx, KpiRule, { id: theRule, ...values });
  }
  const counts = ['talkSeconds', 'noteLength', 'countUnreached'] as const;
  if (counts.some((name) => current[name] !== values[name])) await recountLater(ctx);
  return viewRule(ctx);
}
