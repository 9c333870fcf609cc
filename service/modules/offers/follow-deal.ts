import type { Ctx } from '../../kernel/context';
import type { Written } from '../../kernel/module';
import { removeRecord, updateRecord } from '../../kernel/records';
import { findRows } from '../../kernel/rows';
import type { Deal } from '../deals/deals.public';
import { Offer } from './offers.entity';

/** Open offers go with their deal to its new responsible; a deleted deal takes its offers along. */
export async function followDeal(ctx: Ctx, { before, after }: Written<Deal>): Promise<void> {
  if (!before || !after) return;
  const gone = after.deletedAt !== null && before.deletedAt === null;
  if (!gone && before.ownerId === after.ownerId) return;
  for (const offer of await findRows(ctx.db, Offer, { dealId: after.id, deletedAt: null })) {
    if (gone) await removeRecord(ctx, Offer, offer);
    else if (offer.status === 'open') await updateRecord(ctx, Offer, offer, { ownerId: after.ownerId });
  }
}
