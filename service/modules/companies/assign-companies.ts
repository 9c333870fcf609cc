import { grantOf, reaches, requirePermission } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { forbidden, invalid, notFound } from '../../kernel/errors';
import { publish } from '../../kernel/events';
import type { Written } from '../../kernel/module';
import { findRecord, insertRecord, updateRecord } from '../../kernel/records';
import { findRow } from '../../kernel/rows';
import { sql } from '../../kernel/sql';
import { User } from '../users/users.public';
import type { assignCompanies } from './companies.contract';
import { Assignment, Company } from './companies.entity';
import { canSee } from './companies.policy';

/**
 * Hands companies over, all or none. A head hands over within his department: both the giver and the taker must be in
 * his reach. Planned activities follow by themselves (activities reacts to the changed owner).
 */
export async function assignToOwner(
  ctx: Ctx,
  { ids, ownerId, why }: EndpointParsed<typeof assignCompanies>,
): Promise<EndpointOutput<typeof assignCompanies>> {
  requirePermission(ctx, 'companies.assign');
  if (ownerId !== null) {
    const owner = await findRecord(ctx, User, { id: ownerId });
    if (!owner || owner.status !== 'active') throw invalid({ ownerId: 'companies.noSuchOwner' });
    if (!reaches(ctx, 'companies.assign', { ownerId })) throw forbidden();
  } else if (grantOf(ctx, 'companies.assign') === 'own') throw forbidden();

  let assigned = 0;
  for (const id of new Set(ids)) {
    const company = await findRecord(ctx, Company, { id });
    if (!company || !canSee(ctx, company)) throw notFound();
    if (!reaches(ctx, 'companies.assign', company)) throw forbidden();
    if (company.ownerId === ownerId) continue;
    await assignCompany(ctx, company, ownerId, why);
    assigned += 1;
  }
  return { assigned, unchanged: new Set(ids).size - assigned };
}

export async function assignCompany(
  ctx: Ctx,
  company: Company,
  ownerId: string | null,
  why: string | null,
): Promise<void> {
  const now = ctx.clock.now();
  const open = await ctx.db.row<{ id: string }>(
    sql`select id from assignment where companyId = ${company.id} and endedAt is null`,
  );
  const before = open && (await findRecord(ctx, Assignment, { id: open.id }));
  if (before) await updateRecord(ctx, Assignment, before, { endedAt: now });
  if (ownerId)
    await insertRecord(ctx, Assignment, {
      companyId: company.id,
      ownerId,
      startedAt: now,
      endedAt: null,
      assignedBy: signedIn(ctx).id,
      why,
    });
  await updateRecord(ctx, Company, company, { ownerId, assignedAt: ownerId ? now : null });
  await publish(ctx, 'companies.assigned', { companyId: company.id, from: company.ownerId, to: ownerId });
}

/** Since when the owner has it is the open assignment's start, also after a hand-over is undone. */
export async function keepAssignedAt(ctx: Ctx, { before, after }: Written<Assignment>): Promise<void> {
  if (!before) return;
  const { companyId } = after ?? before;
  const open = await findRow(ctx.db, Assignment, { companyId, endedAt: null });
  const company = await findRow(ctx.db, Company, { id: companyId });
  if (company) await updateRecord(ctx, Company, company, { assignedAt: open?.startedAt ?? null });
}
