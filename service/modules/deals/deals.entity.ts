import {
  bigInteger,
  entity,
  flag,
  id,
  instant,
  integer,
  localDate,
  longText,
  nullable,
  text,
} from '../../kernel/columns';
import type { Recorded } from '../../kernel/records';
import { lineColumns, type Line } from '../catalog/catalog.entity';
import type { DeliveryStatus, StageMeaning } from './stage-meanings';

export interface Pipeline extends Recorded {
  name: string;
  position: number;
  archived: boolean;
}

export const Pipeline = entity<Pipeline>({
  name: 'pipeline',
  columns: { id: id(), version: integer(), name: text(80), position: integer(), archived: flag() },
});

export interface Stage extends Recorded {
  pipelineId: string;
  name: string;
  meaning: StageMeaning;
  position: number;
  archived: boolean;
}

export const Stage = entity<Stage>({
  name: 'deal_stage',
  columns: {
    id: id(),
    version: integer(),
    pipelineId: id(),
    name: text(80),
    meaning: text(10),
    position: integer(),
    archived: flag(),
  },
});

export interface Deal extends Recorded {
  number: string;
  day: string;
  companyId: string;
  contactId: string | null;
  /** Who is responsible. */
  ownerId: string | null;
  subject: string;
  pipelineId: string;
  stageId: string;
  /** The stage's, kept here: lists and figures ask for it. */
  meaning: StageMeaning;
  stageSince: Date;
  stageComment: string | null;
  /** The day it was won or lost, by the responsible's clock. */
  closedOn: string | null;
  /** Kopecks: the contract price where there is one, else the lines together. */
  amount: number;
  linesAmount: number;
  contractPrice: number | null;
  paymentTerms: string | null;
  contractNumber: string | null;
  invoiceNumber: string | null;
  financeNote: string | null;
  delivery: DeliveryStatus;
  deliveryOn: string | null;
  deliveryNote: string | null;
  activityId: string | null;
  createdAt: Date;
  updatedAt: Date;
  deletedAt: Date | null;
}

export const Deal = entity<Deal>({
  name: 'deal',
  columns: {
    id: id(),
    version: integer(),
    number: text(40),
    day: localDate(),
    companyId: id(),
    contactId: nullable(id()),
    ownerId: nullable(id()),
    subject: text(300),
    pipelineId: id(),
    stageId: id(),
    meaning: text(10),
    stageSince: instant(),
    stageComment: nullable(text(2000)),
    closedOn: nullable(localDate()),
    amount: bigInteger(),
    linesAmount: bigInteger(),
    contractPrice: nullable(bigInteger()),
    paymentTerms: nullable(text(500)),
    contractNumber: nullable(text(60)),
    invoiceNumber: nullable(text(60)),
    financeNote: nullable(text(2000)),
    delivery: text(20),
    deliveryOn: nullable(localDate()),
    deliveryNote: nullable(text(2000)),
    activityId: nullable(id()),
    createdAt: instant(),
    updatedAt: instant(),
    deletedAt: nullable(instant()),
  },
  // Not silent in updatedAt: lines are part of the deal, and a change of theirs alone makes its version another.
  audit: { scope: 'companyId', silent: ['createdAt'] },
});

export interface DealLine extends Line {
  dealId: string;
}

export const DealLine = entity<DealLine>({
  name: 'deal_line',
  columns: { ...lineColumns, dealId: id() },
  audit: { scope: 'dealId' },
});

/** The deal's history as people read it: who moved it, what was said. */
export interface DealEvent extends Recorded {
  dealId: string;
  kind: 'created' | 'stage' | 'delivery' | 'owner' | 'comment' | 'offer';
  /** Of a stage or a person the id, of a delivery the status; of an offer its number and what became of it. */
  fromCode: string | null;
  toCode: string | null;
  comment: string | null;
  byId: string | null;
  at: Date;
  deletedAt: Date | null;
}

export const DealEvent = entity<DealEvent>({
  name: 'deal_event',
  columns: {
    id: id(),
    version: integer(),
    dealId: id(),
    kind: text(10),
    fromCode: nullable(text(80)),
    toCode: nullable(text(80)),
    comment: nullable(longText()),
    byId: nullable(id()),
    at: instant(),
    deletedAt: nullable(instant()),
  },
  audit: { scope: 'dealId' },
});
