import type { Ctx } from '../../kernel/context';
import { toIso } from '../../kernel/dialect';
import type { EndpointParsed } from '../../kernel/endpoint';
import { notFound } from '../../kernel/errors';
import { findRow, findRows } from '../../kernel/rows';
import { sql } from '../../kernel/sql';
import { viewLine } from '../catalog/catalog.public';
import { refOf } from '../companies/companies.public';
import { documentsOfSubject } from '../documents/documents.public';
import { eventsOf } from './deal-events';
import type { DealCard, getDeal } from './deals.contract';
import { Deal, DealLine } from './deals.entity';
import { loadDeal } from './deals.policy';
import { dealRowOf } from './deals.queries';

export async function readDeal(ctx: Ctx, { id }: EndpointParsed<typeof getDeal>): Promise<DealCard> {
  await loadDeal(ctx, id, 'deals.read');
  return cardOf(ctx, id);
}

/** The whole deal; the caller has checked that it may be seen. */
export async function cardOf(ctx: Ctx, dealId: string): Promise<DealCard> {
  const deal = await findRow(ctx.db, Deal, { id: dealId });
  if (!deal) throw notFound();
  const row = await dealRowOf(ctx, dealId);
  const lines = await findRows(ctx.db, DealLine, { dealId }, ['position']);
  const contact = deal.contactId
    ? await ctx.db.row<{ name: string }>(sql`select name from contact where id = ${deal.contactId}`)
    : null;
  const documents = await documentsOfSubject(ctx, dealId);
  const needed = await ctx.db.rows<{ id: string; name: string }>(
    sql`select id, name from document_category where neededForDeals = ${true} and archived = ${false} order by position, id`,
  );
  return {
    ...row,
    contact: refOf(deal.contactId, contact?.name ?? null),
    lines: lines.map(viewLine),
    linesAmount: deal.linesAmount,
    contractPrice: deal.contractPrice === null ? null : Number(deal.contractPrice),
    paymentTerms: deal.paymentTerms,
    contractNumber: deal.contractNumber,
    invoiceNumber: deal.invoiceNumber,
    financeNote: deal.financeNote,
    deliveryNote: deal.deliveryNote,
    closedOn: deal.closedOn,
    activityId: deal.activityId,
    createdAt: toIso(deal.createdAt),
    events: await eventsOf(ctx, dealId),
    // Whoever may write the deal may take its files away.
    documents: documents.map((document) => ({ ...document, can: { delete: row.can.write } })),
    missing: needed.filter(({ id }) => !documents.some(({ category }) => category?.id === id)),
  };
}
