import type { Ctx } from '../../service/kernel/context';
import { nextNumber } from '../../service/kernel/numbering';
import { insertRecord, updateRecord } from '../../service/kernel/records';
import { sql } from '../../service/kernel/sql';
import { replaceLines } from '../../service/modules/catalog/remember-lines';
import { lineTitle } from '../../service/modules/catalog/catalog-key';
import type { LineInput } from '../../service/modules/catalog/catalog.contract';
import { Deal, DealEvent, DealLine, Stage } from '../../service/modules/deals/deals.entity';
import type { DeliveryStatus } from '../../service/modules/deals/stage-meanings';
import { SalesPlan } from '../../service/modules/forecast/forecast.entity';
import type { OfferStatus } from '../../service/modules/offers/offers.contract';
import { Offer, OfferLine } from '../../service/modules/offers/offers.entity';
import { dueOf } from '../../service/modules/offers/write-offer';
import { addDays, localDateOf } from '../../service/modules/working-time/working-time.public';
import { findRows } from '../../service/kernel/rows';
import { randomFrom } from './generate';

const equipment: Omit<LineInput, 'quantity' | 'note'>[] = [
  { type: 'Система очистки', name: 'OUUT', subName: 'X2–200', capacity: '227', unit: 'компл', price: 1_250_000_00 },
  { type: 'Система очистки', name: 'OUUT', subName: 'X4–400', capacity: '450', unit: 'компл', price: 2_180_000_00 },
  { type: 'Система очистки', name: 'БиоЛос', subName: '', capacity: '15', unit: 'компл', price: 640_000_00 },
  { type: 'Насос', name: 'ЦНС', subName: '', capacity: '38-110', unit: 'шт', price: 184_500_00 },
  { type: 'Насос', name: 'Гном', subName: '', capacity: '25-20', unit: 'шт', price: 31_900_00 },
  { type: 'Компрессор', name: 'ДЭН', subName: '75ШМ', capacity: '12', unit: 'шт', price: 1_420_000_00 },
  { type: 'Теплообменник', name: 'Ридан', subName: 'НН№14', capacity: '0,8', unit: 'шт', price: 218_700_00 },
  { type: 'Вентиляция', name: 'ВКП', subName: '50-30', capacity: '2100', unit: 'шт', price: 46_350_00 },
];
const comments: Record<Stage['meaning'], string[]> = {
  open: ['Просили КП к пятнице', 'Считаем доставку', 'Согласуют комплектацию', 'Ждём чертежи'],
  stalled: ['Нет бюджета до следующего квартала', 'Сменился снабженец', 'Ждут тендер'],
  won: ['Договор подписан', 'Оплатили аванс'],
  lost: ['Взяли дешевле', 'Проект заморозили'],
};
const lostBecause = ['Дорого', 'Не устроил срок', 'Выбрали других'];

/**
 * A quarter of sales: inquiries on every stage, offers open, run out, won and lost, plans of the months around. Dates are
 * counted from today.
 */
export async function seedSales(ctx: Ctx): Promise<void> {
  const stages = await findRows(ctx.db, Stage, {}, ['position']);
  const companies = await ctx.db.rows<{ id: string; ownerId: string }>(
    sql`select id, ownerId from company where ownerId is not null order by id`,
  );
  const today = localDateOf(ctx.clock.now(), ctx.settings.timeZone);
  for (const [index, company] of companies.entries()) {
    if (index % 4 === 3) continue;
    const stage = stages[[0, 1, 1, 0, 2, 3, 1, 3, 4, 0][index % 10]!]!;
    await seedDeal(ctx, { index, company, stage, stages, today });
  }
  // The forecast's history as it would have been: each move on the day of its offer, the decided ones on theirs.
  await ctx.db.run(
    sql`update forecast_move set at = (select o.createdAt from offer o where o.id = forecast_move.offerId)`,
  );
  const owners = [...new Set(companies.map(({ ownerId }) => ownerId))];
  for (const userId of owners)
    for (const by of [-2, -1, 0, 1, 2, 3])
      await insertRecord(ctx, SalesPlan, {
        userId,
        month: monthOf(today, by),
        amount: (3_000_000 + 250_000 * (by + 2)) * 100,
      });
}

interface Seeded {
  index: number;
  company: { id: string; ownerId: string };
  stage: Stage;
  stages: Stage[];
  today: string;
}

async function seedDeal(ctx: Ctx, { index, company, stage, stages, today }: Seeded): Promise<void> {
  const random = randomFrom(index * 17 + 3);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const age = 3 + Math.floor(random() * 75);
  const day = addDays(today, -age);
  const stands = Math.min(age, Math.floor(random() * 25));
  const lines: LineInput[] = Array.from({ length: 1 + (index % 3) }, (_, at) => ({
    ...equipment[(index * 3 + at) % equipment.length]!,
    quantity: 1000 * (1 + Math.floor(random() * 3)),
    note: null,
  }));
  const closed = stage.meaning === 'won' || stage.meaning === 'lost';
  const since = new Date(ctx.clock.now().getTime() - stands * 86_400_000);
  const begun = new Date(ctx.clock.now().getTime() - age * 86_400_000);
  const comment = pick(comments[stage.meaning]);
  const year = day.slice(0, 4);
  const deal = await insertRecord(ctx, Deal, {
    number: `З-${await nextNumber(ctx, `deal:${year}`)}/${year.slice(2)}`,
    day,
    companyId: company.id,
    contactId: null,
    ownerId: company.ownerId,
    subject: `${lineTitle(lines[0]!)}${lines.length > 1 ? ` и ещё ${lines.length - 1}` : ''}`,
    pipelineId: stage.pipelineId,
    stageId: stage.id,
    meaning: stage.meaning,
    stageSince: since,
    stageComment: comment,
    closedOn: closed ? addDays(today, -stands) : null,
    amount: 0,
    linesAmount: 0,
    contractPrice: null,
    paymentTerms: index % 2 ? '50 % аванс, 50 % по готовности' : null,
    contractNumber: stage.meaning === 'won' ? `${100 + index}/П` : null,
    invoiceNumber: stage.meaning === 'won' ? String(400 + index) : null,
    financeNote: null,
    delivery: stage.meaning === 'won' ? pick<DeliveryStatus>(['ordered', 'ready', 'shipped', 'delivered']) : 'none',
    deliveryOn: stage.meaning === 'won' ? addDays(today, 10 + index) : null,
    deliveryNote: null,
    activityId: null,
    createdAt: begun,
    updatedAt: since,
    deletedAt: null,
  });
  const amount = await replaceLines(ctx, DealLine, { dealId: deal.id }, lines);
  await updateRecord(ctx, Deal, deal, { linesAmount: amount, amount });
  const tell = (event: Pick<DealEvent, 'kind' | 'fromCode' | 'toCode' | 'comment' | 'at'>) =>
    insertRecord(ctx, DealEvent, { dealId: deal.id, byId: company.ownerId, deletedAt: null, ...event });
  const [first] = stages as [Stage];
  await tell({ kind: 'created', fromCode: null, toCode: first.id, comment: null, at: begun });
  if (stage.id !== first.id) await tell({ kind: 'stage', fromCode: first.id, toCode: stage.id, comment, at: since });
  if (index % 5 !== 4) await seedOffer(ctx, { deal: { ...deal, amount }, lines, index, today, random, begun });
}

async function seedOffer(
  ctx: Ctx,
  given: { deal: Deal; lines: LineInput[]; index: number; today: string; random: () => number; begun: Date },
): Promise<void> {
  const { deal, lines, index, today, random, begun } = given;
  const status: OfferStatus = deal.meaning === 'won' ? 'won' : deal.meaning === 'lost' ? 'lost' : 'open';
  const day = addDays(deal.day, Math.min(2, Math.floor(random() * 3)));
  // Most are ahead; every sixth has run out.
  const ahead = index % 6 === 1 ? -1 - Math.floor(random() * 9) : 3 + Math.floor(random() * 85);
  const validUntil = addDays(today, status === 'open' ? ahead : 20);
  const dates = {
    validUntil: validUntil < day ? day : validUntil,
    expectedOn: addDays(today, Math.max(ahead, -5) + 6),
  };
  const year = day.slice(0, 4);
  const offer = await insertRecord(ctx, Offer, {
    dealId: deal.id,
    companyId: deal.companyId,
    ownerId: deal.ownerId,
    authorId: deal.ownerId,
    number: `КП-${await nextNumber(ctx, `offer:${year}`)}/${year.slice(2)}`,
    day,
    status,
    reason: status === 'lost' ? lostBecause[index % lostBecause.length]! : null,
    closedOn: status === 'open' ? null : deal.closedOn,
    ...dates,
    dueOn: dueOf(dates),
    equipmentType: lines[0]!.type,
    amount: deal.amount,
    margin: Math.round((deal.amount * (12 + Math.floor(random() * 14))) / 100),
    probability: [20, 40, 50, 60, 80][index % 5]!,
    vatRate: 22,
    paymentTerms: deal.paymentTerms,
    deliveryTerms: 'Склад в Москве, до терминала бесплатно',
    note: null,
    createdAt: begun,
    changedAt: begun,
    deletedAt: null,
  });
  await replaceLines(ctx, OfferLine, { offerId: offer.id }, lines);
  await insertRecord(ctx, DealEvent, {
    dealId: deal.id,
    kind: 'offer',
    fromCode: offer.number,
    toCode: 'created',
    comment: null,
    byId: deal.ownerId,
    at: begun,
    deletedAt: null,
  });
}

function monthOf(day: string, by: number): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 7);
}
