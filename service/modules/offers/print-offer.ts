import { printedDay } from '../../kernel/printed-day';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Ctx } from '../../kernel/context';
import { signedIn } from '../../kernel/context';
import { fillDocx } from '../../kernel/docx';
import type { EndpointParsed } from '../../kernel/endpoint';
import { pathOf } from '../../kernel/files';
import { findRow, findRows } from '../../kernel/rows';
import { translate } from '../../kernel/texts';
import { lineTitle } from '../catalog/catalog.public';
import { Company, Contact, formatPhone, LegalEntity } from '../companies/companies.public';
import { Deal, loadDeal } from '../deals/deals.public';
import type { DocumentView } from '../documents/documents.contract';
import { categoryOf, keepDocument } from '../documents/documents.public';
import { User } from '../users/users.public';
import type { OfferView, printOffer } from './offers.contract';
import { OfferTemplate } from './offers.entity';
import { viewOffer } from './offers.queries';
import { asDocxData, printedMoney, printedQuantity, type PrintedOffer } from './print-fields';
import { loadOffer } from './write-offer';

/** Prints an offer from the template in use and keeps the file with its deal, under «Предложение», ready to send. */
export async function print(ctx: Ctx, { id }: EndpointParsed<typeof printOffer>): Promise<DocumentView> {
  const offer = await loadOffer(ctx, id, 'deals.write');
  const view = await viewOffer(ctx, id);
  const bytes = await fillDocx(await templateInUse(ctx), asDocxData(await printed(ctx, view)));
  const category = await categoryOf(ctx, 'offer');
  const fileName = `${view.number.replace('/', '-')} ${view.company.name.replace(/[\\/:*?"<>|«»]/g, '')}`.slice(0, 200);
  return keepDocument(
    ctx,
    { companyId: offer.companyId, fileName: `${fileName}.docx`, categoryId: category?.id },
    Readable.from([bytes]),
    {
      subject: { kind: 'deal', id: offer.dealId },
      may: (checking) => loadDeal(checking, offer.dealId, 'deals.write'),
    },
  );
}

export const templatePath = (ctx: Pick<Ctx, 'settings'>, id: string) => pathOf(ctx.settings, 'offer-templates', id);
export const builtInTemplate = join(__dirname, 'templates', 'offer.docx');

export const currentTemplate = async (ctx: Ctx): Promise<OfferTemplate | null> =>
  (await findRows(ctx.db, OfferTemplate, {}, ['at'])).at(-1) ?? null;

export async function templateInUse(ctx: Ctx): Promise<Buffer> {
  const own = await currentTemplate(ctx);
  return readFile(own ? templatePath(ctx, own.id) : builtInTemplate);
}

async function printed(ctx: Ctx, offer: OfferView): Promise<PrintedOffer> {
  const { locale } = signedIn(ctx);
  const say = (code: string, details?: Record<string, unknown>) => translate(ctx.modules, locale, code, details);
  const money = (kopecks: number) => printedMoney(kopecks, locale);
  const deal = (await findRow(ctx.db, Deal, { id: offer.deal.id }))!;
  const company = (await findRow(ctx.db, Company, { id: offer.company.id }))!;
  const requisites = (await findRows(ctx.db, LegalEntity, { companyId: company.id })).filter((one) => !one.deletedAt);
  const payer = requisites.find((one) => one.main) ?? requisites[0];
  const contact = deal.contactId ? await findRow(ctx.db, Contact, { id: deal.contactId }) : null;
  const manager = offer.owner ? await findRow(ctx.db, User, { id: offer.owner.id }) : null;
  return {
    number: offer.number,
    day: printedDay(offer.day),
    validUntil: printedDay(offer.validUntil),
    dealNumber: offer.deal.number,
    company: payer?.name ?? company.name,
    inn: payer?.inn ?? '',
    kpp: payer?.kpp ?? '',
    address: payer?.legalAddress ?? company.address ?? '',
    contact: contact ? [contact.name, contact.position].filter(Boolean).join(', ') : '',
    manager: manager?.name ?? '',
    managerPhone: manager?.phone ? formatPhone(manager.phone) : '',
    managerEmail: manager?.email ?? '',
    amount: money(offer.amount),
    vat:
      offer.vatRate === null
        ? say('offers.print.noVat')
        : say('offers.print.vat', { rate: offer.vatRate, vat: money(offer.vat) }),
    paymentTerms: offer.paymentTerms ?? '',
    deliveryTerms: offer.deliveryTerms ?? '',
    note: offer.note ?? '',
    lines: offer.lines.map((line, index) => ({
      n: String(index + 1),
      title: lineTitle(line),
      type: line.type,
      name: line.name,
      subName: line.subName,
      capacity: line.capacity,
      quantity: printedQuantity(line.quantity, locale),
      unit: line.unit,
      price: line.price === null ? '' : money(line.price),
      amount: line.price === null ? '' : money(line.amount),
      note: line.note ?? '',
    })),
  };
}
