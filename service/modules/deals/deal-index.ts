import type { Ctx } from '../../kernel/context';
import { findRow } from '../../kernel/rows';
import { searchDocument } from '../../kernel/search-text';
import { sql } from '../../kernel/sql';
import { Deal } from './deals.entity';
import { dealSearch } from './deals.queries';

/** Renews what a deal is found by, once, when everything of this call is written. */
export function renewDealIndexLater(ctx: Ctx, dealId: string): void {
  ctx.beforeCommit.set(`deal-index ${dealId}`, async () => {
    const key = await ctx.db.row<{ rowKey: number }>(sql`select rowKey from deal where id = ${dealId}`);
    const deal = await findRow(ctx.db, Deal, { id: dealId });
    if (!key || !deal) return;
    const { number, subject, contractNumber, invoiceNumber } = deal;
    const document = deal.deletedAt ? null : searchDocument([number, subject, contractNumber, invoiceNumber]);
    await dealSearch.write(ctx.db, key.rowKey, document);
  });
}

const searched: readonly (keyof Deal)[] = ['number', 'subject', 'contractNumber', 'invoiceNumber', 'deletedAt'];

export const touchesDealIndex = (before: Deal | null, after: Deal | null): boolean =>
  !before || !after || searched.some((field) => before[field] !== after[field]);
