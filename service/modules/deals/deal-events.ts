import { signedIn, type Ctx } from '../../kernel/context';
import { toIso } from '../../kernel/dialect';
import type { EndpointParsed } from '../../kernel/endpoint';
import { forbidden, notFound } from '../../kernel/errors';
import { publish } from '../../kernel/events';
import { findRecord, insertRecord, removeRecord, requireVersion } from '../../kernel/records';
import { limitRows, sql } from '../../kernel/sql';
import { refOf } from '../companies/companies.public';
import type { commentDeal, DealEventView, deleteDealComment } from './deals.contract';
import { DealEvent } from './deals.entity';
import { loadDeal } from './deals.policy';

/** Writes into the deal's history who did what. */
export const tell = (
  ctx: Ctx,
  dealId: string,
  event: Pick<DealEvent, 'kind'> & Partial<Pick<DealEvent, 'fromCode' | 'toCode' | 'comment'>>,
): Promise<DealEvent> =>
  insertRecord(ctx, DealEvent, {
    dealId,
    fromCode: null,
    toCode: null,
    comment: null,
    ...event,
    byId: ctx.user?.id ?? null,
    at: ctx.clock.now(),
    deletedAt: null,
  });

interface Row extends Record<string, unknown> {
  id: string;
  version: number;
  kind: DealEventView['kind'];
  fromCode: string | null;
  toCode: string | null;
  fromStage: string | null;
  toStage: string | null;
  fromPerson: string | null;
  toPerson: string | null;
  comment: string | null;
  byId: string | null;
  byName: string | null;
  at: Date | string;
}

/** Kinds whose codes are told as they are: the screen has the words. */
const coded: ReadonlySet<string> = new Set(['delivery', 'offer']);

/** The history of a deal, the newest first: a deal has dozens of entries, not thousands. */
export async function eventsOf(ctx: Ctx, dealId: string): Promise<DealEventView[]> {
  const rows = await ctx.db.rows<Row>(sql`
    select e.id as id, e.version as version, e.kind as kind, e.fromCode as fromCode, e.toCode as toCode, f.name as fromStage,
      t.name as toStage, fu.name as fromPerson, tu.name as toPerson, e.comment as comment, e.byId as byId, b.name as byName,
      e.at as at
    from deal_event e left join deal_stage f on f.id = e.fromCode left join deal_stage t on t.id = e.toCode
      left join user_account fu on fu.id = e.fromCode left join user_account tu on tu.id = e.toCode
      left join user_account b on b.id = e.byId
    where e.dealId = ${dealId} and e.deletedAt is null order by e.at desc, e.id desc ${limitRows(500)}`);
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    kind: row.kind,
    from: row.fromStage ?? row.fromPerson ?? (coded.has(row.kind) ? row.fromCode : null),
    to: row.toStage ?? row.toPerson ?? (coded.has(row.kind) ? row.toCode : null),
    comment: row.comment,
    by: refOf(row.byId, row.byName),
    at: toIso(row.at),
    can: { delete: row.kind === 'comment' && row.byId === ctx.user?.id },
  }));
}

export async function writeComment(
  ctx: Ctx,
  { id, comment }: EndpointParsed<typeof commentDeal>,
): Promise<DealEventView> {
  const { deal } = await loadDeal(ctx, id, 'deals.write');
  const event = await tell(ctx, deal.id, { kind: 'comment', comment });
  await publish(ctx, 'deals.commented', { dealId: deal.id, eventId: event.id });
  return (await eventsOf(ctx, deal.id)).find((one) => one.id === event.id)!;
}

export async function dropComment(
  ctx: Ctx,
  { id, version }: EndpointParsed<typeof deleteDealComment>,
): Promise<{ ok: true }> {
  const event = await findRecord(ctx, DealEvent, { id });
  if (!event || event.kind !== 'comment') throw notFound();
  await loadDeal(ctx, event.dealId, 'deals.write');
  if (event.byId !== signedIn(ctx).id) throw forbidden();
  requireVersion(event, version);
  await removeRecord(ctx, DealEvent, event);
  return { ok: true };
}
