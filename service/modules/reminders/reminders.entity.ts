import { entity, id, instant, integer, nullable, text } from '../../kernel/columns';
import type { Recorded } from '../../kernel/records';
import type { Repeat } from './reminders.contract';

export interface Reminder extends Recorded {
  userId: string;
  title: string;
  dueAt: Date;
  /** When it rings next: `dueAt`, or later once it was put off. */
  ringsAt: Date;
  repeat: Repeat;
  status: 'waiting' | 'ringing' | 'done';
  companyId: string | null;
  contactId: string | null;
  activityId: string | null;
  createdAt: Date;
  deletedAt: Date | null;
}

export const Reminder = entity<Reminder>({
  name: 'reminder',
  columns: {
    id: id(),
    version: integer(),
    userId: id(),
    title: text(500),
    dueAt: instant(),
    ringsAt: instant(),
    repeat: text(10),
    status: text(10),
    companyId: nullable(id()),
    contactId: nullable(id()),
    activityId: nullable(id()),
    createdAt: instant(),
    deletedAt: nullable(instant()),
  },
  // Private: whoever reads the history sees that there was one, not what it said.
  audit: { silent: ['createdAt'], secret: ['title'] },
});
