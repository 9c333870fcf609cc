import { z } from 'zod';
import {
  deleteInput,
  done,
  endpoint,
  idInput,
  instant,
  localDate,
  optionalText,
  page,
  pageInput,
  personRef,
  queryFlag,
  requiredText,
  versionInput,
} from '../../kernel/endpoint';
import { linesInput, lineView } from '../catalog/catalog.contract';
import { documentView } from '../documents/documents.contract';

export const offerStatuses = ['open', 'won', 'lost', 'cancelled'] as const;
export type OfferStatus = (typeof offerStatuses)[number];

/** VAT an offer's prices include, percent; null is «without VAT». 22 since 2026 (425-FZ of 28.11.2025), 20 before. */
export const vatRates = [22, 20, 10, 7, 5, 0] as const;
const vatRate = z.union([z.literal(22), z.literal(20), z.literal(10), z.literal(7), z.literal(5), z.literal(0)]);

export const offerRow = z.object({
  id: z.string(),
  version: z.number().int(),
  number: z.string(),
  day: localDate,
  status: z.enum(offerStatuses),
  deal: z.object({ id: z.string(), number: z.string() }),
  company: z.object({ id: z.string(), name: z.string(), visible: z.boolean() }),
  owner: personRef.nullable(),
  equipmentType: z.string(),
  validUntil: localDate,
  /** When the customer means to buy. */
  expectedOn: localDate,
  /** Open, and one of the two days has gone by. */
  overdue: z.boolean(),
  /** Kopecks, VAT included. */
  amount: z.number().int(),
  margin: z.number().int(),
  /** Percent. */
  probability: z.number().int(),
  reason: z.string().nullable(),
  closedOn: localDate.nullable(),
  can: z.object({ write: z.boolean(), delete: z.boolean() }),
});
export type OfferRow = z.infer<typeof offerRow>;

export const offerFilterFields = {
  /** Deal number, offer number, or anything a company is found by. */
  search: z.string().trim().max(200).optional(),
  /** Statuses, comma separated. */
  status: z.string().max(60).optional(),
  overdue: queryFlag.optional(),
  /** User ids, `none` the unassigned. */
  owner: z.string().max(2000).optional(),
  /** Whose week the offer counts in: who was responsible when it was made. */
  author: idInput.optional(),
  /** Without the cancelled ones. */
  counted: queryFlag.optional(),
  dealId: idInput.optional(),
  companyId: idInput.optional(),
  type: z.string().max(120).optional(),
  /** The day of the offer. */
  from: localDate.optional(),
  to: localDate.optional(),
  /** The month it is expected, or was won, in: `2026-03`. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
  /** The days it was closed on. */
  closedFrom: localDate.optional(),
  closedTo: localDate.optional(),
};

export const offerSorts = ['due', 'day', 'expected'] as const;

export const listOffers = endpoint({
  id: 'offers.list',
  method: 'GET',
  path: '/api/offers',
  access: 'deals.read',
  summary: 'Offers the reader may see; by term the ones that run out first',
  input: z.object({ ...offerFilterFields, sort: z.enum(offerSorts).default('day'), ...pageInput }),
  output: page(offerRow),
});

export const sumOffers = endpoint({
  id: 'offers.sums',
  method: 'GET',
  path: '/api/offers/sums',
  access: 'deals.read',
  summary: 'How many offers the same filter finds and what they amount to; and how many open ones are overdue',
  input: z.object(offerFilterFields),
  output: z.object({
    count: z.number().int(),
    amount: z.number().int(),
    margin: z.number().int(),
    /** Σ amount × probability of the open ones, kopecks. */
    weighted: z.number().int(),
    overdue: z.number().int(),
  }),
});

export const offerView = offerRow.extend({
  lines: z.array(lineView),
  vatRate: z.number().int().nullable(),
  /** Kopecks within the amount. */
  vat: z.number().int(),
  paymentTerms: z.string().nullable(),
  deliveryTerms: z.string().nullable(),
  note: z.string().nullable(),
  createdAt: instant,
});
export type OfferView = z.infer<typeof offerView>;

export const getOffer = endpoint({
  id: 'offers.get',
  method: 'GET',
  path: '/api/offers/{id}',
  access: 'deals.read',
  summary: 'An offer with its lines',
  input: z.object({ id: idInput }),
  output: offerView,
});

const money = z.number().int().min(0).max(100_000_000_000_00);
const offerFields = {
  day: localDate.optional(),
  validUntil: localDate.optional(),
  expectedOn: localDate.optional(),
  equipmentType: z.string().trim().max(120).optional(),
  lines: linesInput.optional(),
  /** Asked for when there are no priced lines; else it is theirs. */
  amount: money.optional(),
  /** May be below nought: one sells at a loss at times. */
  margin: z.number().int().min(-100_000_000_000_00).max(100_000_000_000_00).optional(),
  probability: z.number().int().min(0).max(100).optional(),
  vatRate: vatRate.nullable().optional(),
  paymentTerms: optionalText(500).optional(),
  deliveryTerms: optionalText(500).optional(),
  note: optionalText(2000).optional(),
};

export const createOffer = endpoint({
  id: 'offers.create',
  method: 'POST',
  path: '/api/deals/{dealId}/offers',
  access: 'deals.write',
  summary: 'Make an offer on a deal; without lines of its own it takes the deal’s',
  input: z.object({
    /** The caller's own id (UUID): sent twice, it is written once. */
    id: z.uuid().optional(),
    dealId: idInput,
    ...offerFields,
  }),
  output: offerView,
});

export const updateOffer = endpoint({
  id: 'offers.update',
  method: 'PATCH',
  path: '/api/offers/{id}',
  access: 'deals.write',
  summary: 'Change an open offer; lines, when sent, are replaced',
  input: z.object({ id: idInput, version: versionInput, ...offerFields }),
  output: offerView,
});

export const setOfferStatus = endpoint({
  id: 'offers.status',
  method: 'POST',
  path: '/api/offers/{id}/status',
  access: 'deals.write',
  summary: 'Win, lose or cancel an offer, or open it again; lost and cancelled ones say why',
  input: z.object({
    id: idInput,
    version: versionInput,
    status: z.enum(offerStatuses),
    reason: optionalText(500),
    /** When it was won or lost; left out, today. */
    closedOn: localDate.optional(),
  }),
  output: offerView,
});

export const redateBy = ['week', 'twoWeeks', 'month'] as const;

export const redateOffer = endpoint({
  id: 'offers.redate',
  method: 'POST',
  path: '/api/offers/{id}/redate',
  access: 'deals.write',
  summary: 'Give an overdue offer new days in one tap: those gone by move to a working day so far from today',
  input: z.object({ id: idInput, version: versionInput, by: z.enum(redateBy) }),
  output: offerView,
});

export const deleteOffer = endpoint({
  id: 'offers.delete',
  method: 'DELETE',
  path: '/api/offers/{id}',
  access: 'deals.delete',
  summary: 'Delete an offer',
  input: deleteInput,
  output: done,
});

export const printOffer = endpoint({
  id: 'offers.print',
  method: 'POST',
  path: '/api/offers/{id}/print',
  access: 'deals.write',
  summary: 'Fill the Word template with the offer and keep it among the deal’s documents',
  input: z.object({ id: idInput }),
  output: documentView,
});

// The Word template ---------------------------------------------------------------------------------------------------

export const offerTemplateView = z.object({
  /** Null while the template is the one that comes with the program. */
  custom: z.object({ fileName: z.string(), bytes: z.number().int(), by: personRef.nullable(), at: instant }).nullable(),
  /** What may stand between double braces. */
  fields: z.array(z.object({ name: z.string(), about: z.string() })),
});
export type OfferTemplateView = z.infer<typeof offerTemplateView>;

export const getOfferTemplate = endpoint({
  id: 'offerTemplate.get',
  method: 'GET',
  path: '/api/offer-template',
  access: 'settings.manage',
  summary: 'Which Word template offers are printed from, and the fields it may name',
  input: z.object({}),
  output: offerTemplateView,
});

export const downloadOfferTemplate = endpoint({
  id: 'offerTemplate.file',
  method: 'GET',
  path: '/api/offer-template/file',
  access: 'settings.manage',
  summary: 'The template itself, to be changed in Word',
  input: z.object({}),
  output: z.unknown(),
  download: true,
});

export const uploadOfferTemplate = endpoint({
  id: 'offerTemplate.upload',
  method: 'POST',
  path: '/api/offer-template',
  access: 'settings.manage',
  summary:
    'Print offers from this .docx (the body) from now on; one that names unknown fields is refused with their names',
  input: z.object({ fileName: requiredText(250) }),
  output: offerTemplateView,
  upload: true,
});

export const resetOfferTemplate = endpoint({
  id: 'offerTemplate.reset',
  method: 'DELETE',
  path: '/api/offer-template',
  access: 'settings.manage',
  summary: 'Go back to the template that comes with the program',
  input: z.object({}),
  output: done,
});
