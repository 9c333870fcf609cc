import { bigInteger, entity, id, instant, integer, localDate, nullable, text } from '../../kernel/columns';
import type { Recorded } from '../../kernel/records';
import { lineColumns, type Line } from '../catalog/catalog.entity';
import type { OfferStatus } from './offers.contract';

export interface Offer extends Recorded {
  dealId: string;
  companyId: string;
  ownerId: string | null;
  /** Whose week it counts in: who was responsible when it was made. It stays his when the deal is handed over. */
  authorId: string | null;
  number: string;
  day: string;
  status: OfferStatus;
  reason: string | null;
  closedOn: string | null;
  validUntil: string;
  expectedOn: string;
  /** The earlier of the two: an open offer is overdue the day after. */
  dueOn: string;
  equipmentType: string;
  amount: number;
  margin: number;
  probability: number;
  vatRate: number | null;
  paymentTerms: string | null;
  deliveryTerms: string | null;
  note: string | null;
  createdAt: Date;
  changedAt: Date;
  deletedAt: Date | null;
}

export const Offer = entity<Offer>({
  name: 'offer',
  columns: {
    id: id(),
    version: integer(),
    dealId: id(),
    companyId: id(),
    ownerId: nullable(id()),
    authorId: nullable(id()),
    number: text(40),
    day: localDate(),
    status: text(10),
    reason: nullable(text(500)),
    closedOn: nullable(localDate()),
    validUntil: localDate(),
    expectedOn: localDate(),
    dueOn: localDate(),
    equipmentType: text(120),
    amount: bigInteger(),
    margin: bigInteger(),
    probability: integer(),
    vatRate: nullable(integer()),
    paymentTerms: nullable(text(500)),
    deliveryTerms: nullable(text(500)),
    note: nullable(text(2000)),
    createdAt: instant(),
    changedAt: instant(),
    deletedAt: nullable(instant()),
  },
  audit: { scope: 'companyId', silent: ['dueOn', 'createdAt'] },
});

export interface OfferLine extends Line {
  offerId: string;
}

export const OfferLine = entity<OfferLine>({
  name: 'offer_line',
  columns: { ...lineColumns, offerId: id() },
  audit: { scope: 'offerId' },
});

/** The company's own Word template, the newest is the one in use. */
export interface OfferTemplate extends Recorded {
  fileName: string;
  bytes: number;
  byId: string | null;
  at: Date;
}

export const OfferTemplate = entity<OfferTemplate>({
  name: 'offer_template',
  columns: {
    id: id(),
    version: integer(),
    fileName: text(250),
    bytes: integer(),
    byId: nullable(id()),
    at: instant(),
  },
});
