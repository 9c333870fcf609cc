import { authorize } from '../../kernel/authorize';
import type { Ctx } from '../../kernel/context';
import type { EndpointParsed } from '../../kernel/endpoint';
import { notFound, stale } from '../../kernel/errors';
import { findRecord, insertRecord, requireVersion, updateRecord } from '../../kernel/records';
import { User } from '../users/users.public';
import type { PlanView, setPlan } from './forecast.contract';
import { SalesPlan } from './forecast.entity';

/** A manager's plan for a month. The first is set with version 0. */
export async function writePlan(
  ctx: Ctx,
  { userId, month, version, amount }: EndpointParsed<typeof setPlan>,
): Promise<PlanView> {
  authorize(ctx, 'plans.manage', { ownerId: userId });
  const user = await findRecord(ctx, User, { id: userId });
  if (!user) throw notFound();
  const view = (plan: SalesPlan): PlanView => ({
    month,
    user: { id: userId, name: user.name },
    version: plan.version,
    amount: plan.amount,
  });
  const known = await findRecord(ctx, SalesPlan, { userId, month });
  if (!known) {
    if (version !== 0) throw stale(null);
    return view(await insertRecord(ctx, SalesPlan, { userId, month, amount }));
  }
  requireVersion(known, version, () => view(known));
  return view(await updateRecord(ctx, SalesPlan, known, { amount }));
}
