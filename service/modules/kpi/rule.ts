import type { Ctx } from '../../kernel/context';
import { findRecord } from '../../kernel/records';
import { usualRule } from './evidence';
import { KpiRule } from './kpi.entity';

/** There is one rule for everybody. */
export const theRule = 'kpi';

export const ruleOf = async (ctx: Ctx): Promise<typeof usualRule> =>
  (await findRecord(ctx, KpiRule, { id: theRule })) ?? usualRule;
