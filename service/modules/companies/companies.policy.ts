import { reaches, requirePermission, withinReach } from '../../kernel/authorize';
import type { Ctx } from '../../kernel/context';
import { forbidden, notFound } from '../../kernel/errors';
import { findRecord } from '../../kernel/records';
import { raw, type Sql } from '../../kernel/sql';
import { Company } from './companies.entity';

/** May the caller see the company at all? Everything that hangs on a company follows it. */
export const canSee = (ctx: Ctx, company: { ownerId: string | null }) => reaches(ctx, 'companies.read', company);

/** The same for lists; `c` is the company's alias. */
export const visible = (ctx: Ctx): Sql => withinReach(ctx, 'companies.read', raw('c.ownerId'));

/** What the caller may not see does not exist for him; what he may see but not do is forbidden. */
export function authorizeCompany(ctx: Ctx, permission: string, company: { ownerId: string | null }): void {
  requirePermission(ctx, permission);
  if (!canSee(ctx, company)) throw notFound();
  if (!reaches(ctx, permission, company)) throw forbidden();
}

/** Loads the company and checks that the caller may do this to it. */
export async function loadCompany(ctx: Ctx, companyId: string, permission: string): Promise<Company> {
  requirePermission(ctx, permission);
  const company = await findRecord(ctx, Company, { id: companyId });
  if (!company) throw notFound();
  authorizeCompany(ctx, permission, company);
  return company;
}
