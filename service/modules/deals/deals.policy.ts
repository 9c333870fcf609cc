import { reaches, requirePermission, withinReach } from '../../kernel/authorize';
import type { Ctx } from '../../kernel/context';
import { forbidden, notFound } from '../../kernel/errors';
import { findRecord } from '../../kernel/records';
import { findRow } from '../../kernel/rows';
import { anyOf, raw, type Sql } from '../../kernel/sql';
import { Company } from '../companies/companies.public';
import { Deal } from './deals.entity';

/** Whose a deal is: its responsible's, and its company's manager's. */
export interface DealOwners {
  ownerId: string | null;
  companyOwnerId: string | null;
}

/** Does the permission reach the deal by either of them? */
export const reachesDeal = (ctx: Ctx, permission: string, { ownerId, companyOwnerId }: DealOwners): boolean =>
  reaches(ctx, permission, { ownerId }) || reaches(ctx, permission, { ownerId: companyOwnerId });

/** The same for lists; `d` is the deal's alias, `c` the company's. */
export function visibleDeals(ctx: Ctx): Sql {
  if (requirePermission(ctx, 'deals.read') === 'all') return withinReach(ctx, 'deals.read', raw('d.ownerId'));
  return anyOf([withinReach(ctx, 'deals.read', raw('d.ownerId')), withinReach(ctx, 'deals.read', raw('c.ownerId'))]);
}

/** Loads the deal and its company and checks that the caller may do this to it. */
export async function loadDeal(
  ctx: Ctx,
  dealId: string,
  permission: string,
): Promise<{ deal: Deal; company: Company }> {
  requirePermission(ctx, permission);
  const deal = await findRecord(ctx, Deal, { id: dealId });
  const company = deal && (await findRow(ctx.db, Company, { id: deal.companyId }));
  if (!deal || !company) throw notFound();
  const owners = { ownerId: deal.ownerId, companyOwnerId: company.ownerId };
  if (!reachesDeal(ctx, 'deals.read', owners)) throw notFound();
  if (!reachesDeal(ctx, permission, owners)) throw forbidden();
  return { deal, company };
}
