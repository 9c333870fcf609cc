import { insertRecord } from '../kernel/records';
import type { Company } from '../modules/companies/companies.entity';
import { Deal } from '../modules/deals/deals.entity';
import { firstStage } from '../modules/deals/pipelines';
import { Offer } from '../modules/offers/offers.entity';
import { dueOf } from '../modules/offers/write-offer';
import type { TestApp } from './test-app';

let serial = 0;

/** A deal on the first stage, its company's manager's unless said otherwise. */
export const buildDeal = (app: TestApp, company: Company, values: Partial<Deal> = {}): Promise<Deal> =>
  app.write(async (ctx) => {
    const stage = (await firstStage(ctx, values.pipelineId))!;
    return insertRecord(ctx, Deal, {
      number: `З-П${(serial += 1)}/26`,
      day: '2026-03-12',
      companyId: company.id,
      contactId: null,
      ownerId: company.ownerId,
      subject: 'Система очистки OUUT',
      pipelineId: stage.pipelineId,
      stageId: stage.id,
      meaning: stage.meaning,
      stageSince: ctx.clock.now(),
      stageComment: null,
      closedOn: null,
      amount: 0,
      linesAmount: 0,
      contractPrice: null,
      paymentTerms: null,
      contractNumber: null,
      invoiceNumber: null,
      financeNote: null,
      delivery: 'none',
      deliveryOn: null,
      deliveryNote: null,
      activityId: null,
      createdAt: ctx.clock.now(),
      updatedAt: ctx.clock.now(),
      deletedAt: null,
      ...values,
    });
  });

/** An open offer of 1,000.00 at even odds, good until the end of the month. */
export const buildOffer = (app: TestApp, deal: Deal, values: Partial<Offer> = {}): Promise<Offer> =>
  app.write((ctx) => {
    const dates = { validUntil: '2026-03-31', expectedOn: '2026-03-31', ...values };
    return insertRecord(ctx, Offer, {
      dealId: deal.id,
      companyId: deal.companyId,
      ownerId: deal.ownerId,
      authorId: deal.ownerId,
      number: `КП-П${(serial += 1)}/26`,
      day: '2026-03-12',
      status: 'open',
      reason: null,
      closedOn: null,
      dueOn: dueOf(dates),
      equipmentType: 'Система очистки',
      amount: 100_000,
      margin: 20_000,
      probability: 50,
      vatRate: 22,
      paymentTerms: null,
      deliveryTerms: null,
      note: null,
      createdAt: ctx.clock.now(),
      changedAt: ctx.clock.now(),
      deletedAt: null,
      ...values,
      ...dates,
    });
  });
