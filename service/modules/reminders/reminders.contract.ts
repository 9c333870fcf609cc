import { z } from 'zod';
import {
  deleteInput,
  done,
  endpoint,
  idInput,
  instant,
  localDate,
  page,
  pageInput,
  queryFlag,
  requiredText,
  versionInput,
} from '../../kernel/endpoint';

export const repeats = ['none', 'daily', 'workdays', 'weekly', 'monthly', 'yearly'] as const;
export type Repeat = (typeof repeats)[number];

/** A reminder rings for one person alone, on a company, somebody of it, something planned there, or nothing. */
export const reminderView = z.object({
  id: z.string(),
  version: z.number().int(),
  title: z.string(),
  /** When it is for; `ringsAt` is later once it was put off. */
  dueAt: instant,
  ringsAt: instant,
  repeat: z.enum(repeats),
  status: z.enum(['waiting', 'ringing', 'done']),
  company: z.object({ id: z.string(), name: z.string() }).nullable(),
  contact: z.object({ id: z.string(), name: z.string() }).nullable(),
  activityId: z.string().nullable(),
});
export type ReminderView = z.infer<typeof reminderView>;

export const listReminders = endpoint({
  id: 'reminders.list',
  method: 'GET',
  path: '/api/reminders',
  access: 'signedIn',
  summary: 'Own reminders, the soonest first: those that ring or wait; or those done, the latest first',
  input: z.object({
    companyId: idInput.optional(),
    done: queryFlag.default(false),
    from: localDate.optional(),
    to: localDate.optional(),
    ...pageInput,
  }),
  output: page(reminderView).extend({
    /** How many ring now: the signal. */
    ringing: z.number().int(),
  }),
});

export const createReminder = endpoint({
  id: 'reminders.create',
  method: 'POST',
  path: '/api/reminders',
  access: 'signedIn',
  summary: 'Be reminded at a moment, once or again and again',
  input: z.object({
    /** The caller's own id (UUID): sent twice, it is written once. */
    id: z.uuid().optional(),
    title: requiredText(500),
    at: instant,
    repeat: z.enum(repeats).default('none'),
    companyId: idInput.nullish(),
    contactId: idInput.nullish(),
    activityId: idInput.nullish(),
  }),
  output: reminderView,
});

export const updateReminder = endpoint({
  id: 'reminders.update',
  method: 'PATCH',
  path: '/api/reminders/{id}',
  access: 'signedIn',
  summary: 'Change an own reminder',
  input: z.object({
    id: idInput,
    version: versionInput,
    title: requiredText(500).optional(),
    at: instant.optional(),
    repeat: z.enum(repeats).optional(),
  }),
  output: reminderView,
});

export const snoozeReminder = endpoint({
  id: 'reminders.snooze',
  method: 'POST',
  path: '/api/reminders/{id}/snooze',
  access: 'signedIn',
  summary: 'Let it ring again later: in so many minutes, or at a moment',
  input: z.object({
    id: idInput,
    version: versionInput,
    minutes: z.number().int().min(1).max(40_320).optional(),
    at: instant.optional(),
  }),
  output: reminderView,
});

export const finishReminder = endpoint({
  id: 'reminders.finish',
  method: 'POST',
  path: '/api/reminders/{id}/done',
  access: 'signedIn',
  summary: 'Done; a repeating one waits for its next time',
  input: z.object({ id: idInput, version: versionInput }),
  output: reminderView,
});

export const deleteReminder = endpoint({
  id: 'reminders.delete',
  method: 'DELETE',
  path: '/api/reminders/{id}',
  access: 'signedIn',
  summary: 'Delete an own reminder',
  input: deleteInput,
  output: done,
});
