import { entity, flag, id, instant, integer, longText, nullable, text } from '../../kernel/columns';
import type { Recorded } from '../../kernel/records';
import type { presetKeys } from './activities.contract';
import type { ActivityKind } from './activity-kinds';

export interface Activity extends Recorded {
  companyId: string;
  contactId: string | null;
  kind: ActivityKind;
  status: 'planned' | 'done' | 'cancelled';
  /** When it is planned for; once done, when it was done. */
  at: Date;
  plannedAt: Date | null;
  outcomeId: string | null;
  note: string | null;
  minutes: number | null;
  /** How long the two sides talked, as the telephone exchange measured it; null when no exchange did. */
  talkSeconds: number | null;
  /** How many times it was put off. Carried over to the next one when a call did not reach anybody. */
  postponed: number;
  /** When it was pinned to the top of the card. */
  pinnedAt: Date | null;
  /** Whose it is to do; who did it. */
  ownerId: string | null;
  authorId: string | null;
  createdAt: Date;
  deletedAt: Date | null;
}

export const Activity = entity<Activity>({
  name: 'activity',
  columns: {
    id: id(),
    version: integer(),
    companyId: id(),
    contactId: nullable(id()),
    kind: text(20),
    status: text(10),
    at: instant(),
    plannedAt: nullable(instant()),
    outcomeId: nullable(id()),
    note: nullable(longText()),
    minutes: nullable(integer()),
    talkSeconds: nullable(integer()),
    postponed: integer(),
    pinnedAt: nullable(instant()),
    ownerId: nullable(id()),
    authorId: nullable(id()),
    createdAt: instant(),
    deletedAt: nullable(instant()),
  },
  audit: { scope: 'companyId', silent: ['createdAt'] },
});

export interface Outcome extends Recorded {
  kind: ActivityKind;
  name: string;
  reached: boolean;
  preset: (typeof presetKeys)[number] | null;
  position: number;
  archived: boolean;
}

export const Outcome = entity<Outcome>({
  name: 'outcome',
  columns: {
    id: id(),
    version: integer(),
    kind: text(20),
    name: text(80),
    reached: flag(),
    preset: nullable(text(20)),
    position: integer(),
    archived: flag(),
  },
});
