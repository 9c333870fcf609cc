import type { Deps } from '../../service/kernel/context';
import { inTransaction } from '../../service/kernel/context';
import { newId } from '../../service/kernel/id';
import { insertRows } from '../../service/kernel/rows';
import { searchDocument } from '../../service/kernel/search-text';
import { sql } from '../../service/kernel/sql';
import type { CatalogItem } from '../../service/modules/catalog/catalog.entity';
import { Deal, DealLine } from '../../service/modules/deals/deals.entity';
import { dealSearch } from '../../service/modules/deals/deals.queries';
import type { StageMeaning } from '../../service/modules/deals/stage-meanings';
import { ForecastMoveRow } from '../../service/modules/forecast/forecast.entity';
import { standing } from '../../service/modules/forecast/follow-offers';
import { Offer } from '../../service/modules/offers/offers.entity';
import { recountEverybody } from '../../service/modules/kpi/count-all';
import { addDays, localDateOf } from '../../service/modules/working-time/working-time.public';
import { randomFrom } from './generate';

const perTransaction = 500;

/** Deals with a line and an offer each, spread over the companies, their stages and a year; then everybody's figures. */
export async function seedLargeSales(deps: Deps, count: number): Promise<void> {
  const now = deps.clock.now();
  const today = localDateOf(now, deps.settings.timeZone);
  const items = (
    await deps.database.read.rows<CatalogItem>(sql`select * from catalog_item where archived = 0`)
  ).slice();
  const stages = await deps.database.read.rows<{ id: string; pipelineId: string; meaning: StageMeaning }>(
    sql`select id, pipelineId, meaning from deal_stage where archived = 0 order by pipelineId, position`,
  );
  const [pipelineId] = stages.map((stage) => stage.pipelineId);
  const places = stages.filter((stage) => stage.pipelineId === pipelineId);
  const companies = await deps.database.read.rows<{ id: string; ownerId: string }>(sql`
    select c.id as id, c.ownerId as ownerId from company c where c.ownerId is not null and c.deletedAt is null
    order by c.id`);
  for (let from = 0; from < count; from += perTransaction)
    await inTransaction(deps, { user: null, locale: 'ru' }, async (ctx) => {
      const deals: Deal[] = [];
      const lines: DealLine[] = [];
      const offers: Offer[] = [];
      for (let number = from; number < Math.min(count, from + perTransaction); number += 1) {
        const random = randomFrom(number * 17 + 3);
        const { id: companyId, ownerId } = companies[(number * 7) % companies.length]!;
        const stage = places[Math.floor(random() * places.length)]!;
        const item = items[number % items.length];
        const amount = Math.round(random() * 3_000_000) * 100;
        const day = addDays(today, -Math.floor(random() * 365));
        const closed = stage.meaning === 'won' || stage.meaning === 'lost';
        const id = newId(now);
        const subject = item ? `${item.type} ${item.name}` : 'Оборудование';
        deals.push({
          ...{ id, version: 1, number: `З-${number + 100_000}`, day, companyId, contactId: null, ownerId, subject },
          ...{ pipelineId: stage.pipelineId, stageId: stage.id, meaning: stage.meaning, stageSince: now },
          ...{ stageComment: null, closedOn: closed ? day : null, amount, linesAmount: amount, contractPrice: null },
          ...{ paymentTerms: null, contractNumber: null, invoiceNumber: null, financeNote: null, delivery: 'none' },
          ...{ deliveryOn: null, deliveryNote: null, activityId: null, createdAt: now, updatedAt: now },
          deletedAt: null,
        });
        if (item)
          lines.push({
            ...{ id: newId(now), version: 1, dealId: id, position: 0, itemId: item.id, type: item.type },
            ...{ name: item.name, subName: item.subName, capacity: item.capacity, quantity: 1000, unit: item.unit },
            ...{ price: amount, amount, note: null },
          });
        const validUntil = addDays(day, 30);
        const expectedOn = addDays(day, 20 + Math.floor(random() * 150));
        offers.push({
          ...{ id: newId(now), version: 1, dealId: id, companyId, ownerId, authorId: ownerId },
          ...{ number: `КП-${number + 100_000}`, day, status: closed ? (stage.meaning as 'won' | 'lost') : 'open' },
          ...{
            reason: stage.meaning === 'lost' ? 'Цена' : null,
            closedOn: closed ? day : null,
            validUntil,
            expectedOn,
          },
          ...{ dueOn: validUntil < expectedOn ? validUntil : expectedOn, equipmentType: item?.type ?? '', amount },
          ...{ margin: Math.round(amount / 5), probability: 10 + Math.floor(random() * 80), vatRate: 22 },
          ...{ paymentTerms: null, deliveryTerms: null, note: null, createdAt: now, changedAt: now, deletedAt: null },
        });
      }
      await insertRows(ctx.db, Deal, deals);
      await insertRows(ctx.db, DealLine, lines);
      await insertRows(ctx.db, Offer, offers);
      await insertRows(
        ctx.db,
        ForecastMoveRow,
        offers.flatMap((offer) => {
          const stands = standing(offer);
          return stands
            ? [{ id: newId(now), offerId: offer.id, at: now, byId: null, ...stands, why: 'created' as const }]
            : [];
        }),
      );
      const keys = await ctx.db.rows<{ rowKey: number; number: string; subject: string }>(sql`
        select rowKey, number, subject from deal where id >= ${deals[0]!.id} and id <= ${deals.at(-1)!.id}`);
      for (const { rowKey, number, subject } of keys)
        await dealSearch.write(ctx.db, rowKey, searchDocument([number, subject]));
    });
  await inTransaction(deps, { user: null, locale: 'ru' }, recountEverybody);
}
