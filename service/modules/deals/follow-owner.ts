import type { Ctx } from '../../kernel/context';
import type { Written } from '../../kernel/module';
import { updateRecord } from '../../kernel/records';
import { findRows } from '../../kernel/rows';
import type { Company } from '../companies/companies.public';
import { tell } from './deal-events';
import { Deal } from './deals.entity';

/**
 * What is still open goes with the company to its new manager, as planned activities do; a deal somebody else was made
 * responsible for stays his, and what is closed stays with who closed it.
 */
export async function followOwner(ctx: Ctx, { before, after }: Written<Company>): Promise<void> {
  if (!before || !after || before.ownerId === after.ownerId || after.ownerId === null) return;
  for (const deal of await findRows(ctx.db, Deal, { companyId: after.id })) {
    const open = !deal.deletedAt && (deal.meaning === 'open' || deal.meaning === 'stalled');
    if (!open || deal.ownerId !== before.ownerId) continue;
    await updateRecord(ctx, Deal, deal, { ownerId: after.ownerId });
    await tell(ctx, deal.id, { kind: 'owner', fromCode: deal.ownerId, toCode: after.ownerId });
  }
}
