import { entity, id, instant, integer, json, longText, nullable, text } from '../../kernel/columns';
import type { Recorded } from '../../kernel/records';
import type { MailPerson, mailDirections, mailKinds, mailRuleKinds } from './mail.contract';

/** A letter or a meeting logged on a company. One row an item and company: logging twice meets the unique index. */
export interface MailItem extends Recorded {
  companyId: string;
  activityId: string;
  kind: (typeof mailKinds)[number];
  direction: (typeof mailDirections)[number];
  /** SHA-256 of the item's key and of its thread's: the keys themselves are longer than an index takes. */
  itemHash: string;
  threadHash: string | null;
  subject: string | null;
  fromAddress: string;
  fromName: string | null;
  people: MailPerson[];
  at: Date;
  body: string | null;
  authorId: string | null;
  createdAt: Date;
}

export const MailItem = entity<MailItem>({
  name: 'mail_item',
  columns: {
    id: id(),
    version: integer(),
    companyId: id(),
    activityId: id(),
    kind: text(10),
    direction: text(3),
    itemHash: text(64),
    threadHash: nullable(text(64)),
    subject: nullable(text(500)),
    fromAddress: text(320),
    fromName: nullable(text(200)),
    people: json(),
    at: instant(),
    body: nullable(longText()),
    authorId: nullable(id()),
    createdAt: instant(),
  },
  // What was unlogged is gone: the history tells that there was a letter, not what it said.
  audit: { scope: 'companyId', secret: ['body'], silent: ['itemHash', 'threadHash', 'createdAt'] },
});

/** Which company an address stands for, as somebody chose. */
export interface MailChoice extends Recorded {
  userId: string;
  address: string;
  companyId: string;
  contactId: string | null;
}

export const MailChoice = entity<MailChoice>({
  name: 'mail_choice',
  columns: {
    id: id(),
    version: integer(),
    userId: id(),
    address: text(320),
    companyId: id(),
    contactId: nullable(id()),
  },
  audit: { scope: 'userId' },
});

export interface MailRule extends Recorded {
  /** Null is everybody's. */
  userId: string | null;
  kind: (typeof mailRuleKinds)[number];
  value: string;
}

export const MailRule = entity<MailRule>({
  name: 'mail_rule',
  columns: { id: id(), version: integer(), userId: nullable(id()), kind: text(10), value: text(320) },
});
