import { z } from 'zod';
import {
  cappedCount,
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
import { activityView, callWindow, companyStatuses, nextContactView, phoneView } from '../companies/companies.contract';
import { activityKinds, plannableKinds } from './activity-kinds';

// One form does a planned activity, writes down a new one, or plans one -----------------------------------------------

/** The next contact: a date, or a reason for none. */
export const nextInput = z.union([
  z.object({
    at: instant,
    kind: z.enum(plannableKinds).default('call'),
    note: optionalText(2000),
    contactId: idInput.nullish(),
  }),
  z.object({ none: requiredText(300) }),
]);

export const logActivity = endpoint({
  id: 'activities.log',
  method: 'POST',
  path: '/api/activities',
  access: 'activities.write',
  summary: 'Write down what was done (a planned activity or a new one) or plan one; set the next contact',
  input: z.object({
    /** The caller's own id (UUID): sent twice, it is written once. */
    id: z.uuid().optional(),
    companyId: idInput,
    contactId: idInput.nullish(),
    kind: z.enum(activityKinds),
    status: z.enum(['done', 'planned']).default('done'),
    /** When it is planned for, or was done; a done one left out is now. */
    at: instant.optional(),
    outcomeId: idInput.nullish(),
    note: optionalText(10000),
    minutes: z.number().int().min(0).max(1440).nullish(),
    /** The planned activity that this one does: it becomes this one. */
    completes: idInput.nullish(),
    next: nextInput.optional(),
  }),
  output: z.object({
    activity: activityView,
    /** The company's next contact after the write. */
    nextContact: nextContactView.nullable(),
  }),
});

export const updateActivity = endpoint({
  id: 'activities.update',
  method: 'PATCH',
  path: '/api/activities/{id}',
  access: 'activities.write',
  summary: 'Correct an activity, move a planned one (counted as put off), pin a note, or cancel a planned one',
  input: z.object({
    id: idInput,
    version: versionInput,
    contactId: idInput.nullish(),
    kind: z.enum(activityKinds).optional(),
    at: instant.optional(),
    outcomeId: idInput.nullish(),
    note: optionalText(10000).optional(),
    minutes: z.number().int().min(0).max(1440).nullish(),
    pinned: z.boolean().optional(),
    /** Cancels a planned activity, with the reason. */
    cancel: requiredText(300).optional(),
  }),
  output: z.object({ activity: activityView, nextContact: nextContactView.nullable() }),
});

export const deleteActivity = endpoint({
  id: 'activities.delete',
  method: 'DELETE',
  path: '/api/activities/{id}',
  access: 'activities.delete',
  summary: 'Delete an activity',
  input: deleteInput,
  output: done,
});

export const companyTimeline = endpoint({
  id: 'activities.timeline',
  method: 'GET',
  path: '/api/companies/{companyId}/activities',
  access: 'companies.read',
  summary: 'Done and cancelled activities of a company, newest first',
  input: z.object({
    companyId: idInput,
    kind: z.enum(activityKinds).optional(),
    ...pageInput,
  }),
  output: page(activityView),
});

/** A planned activity with its company: the manager's plan by date. */
export const plannedRow = activityView.extend({
  company: z.object({ id: z.string(), name: z.string(), city: z.string().nullable(), timeZone: z.string() }),
});
export type PlannedRow = z.infer<typeof plannedRow>;

export const listPlanned = endpoint({
  id: 'activities.planned',
  method: 'GET',
  path: '/api/activities/planned',
  access: 'companies.read',
  summary: 'Planned activities by date, from and to included by the reader’s clock',
  input: z.object({
    from: localDate.optional(),
    to: localDate.optional(),
    owner: idInput.optional(),
    kind: z.enum(activityKinds).optional(),
    ...pageInput,
  }),
  output: page(plannedRow),
});

// The call list ------------------------------------------------------------------------------------------------------

export const callBuckets = ['overdue', 'today', 'tomorrow', 'later', 'none'] as const;
export type CallBucket = (typeof callBuckets)[number];

export const callRow = z.object({
  id: z.string().describe('The company'),
  version: z.number().int(),
  name: z.string(),
  status: z.enum(companyStatuses),
  owner: personRef.nullable(),
  city: z.string().nullable(),
  timeZone: z.string(),
  bucket: z.enum(callBuckets),
  callWindow,
  nextContact: nextContactView.nullable(),
  contact: z.object({ id: z.string(), name: z.string(), position: z.string().nullable() }).nullable(),
  phone: phoneView.nullable(),
  lastContactAt: instant.nullable(),
  lastNote: z.string().nullable(),
});
export type CallRow = z.infer<typeof callRow>;

export const callListFilter = {
  /**
   * Without: everything, overdue first, however old. Today's date: overdue and today. Another date: that day.
   * By the reader's clock.
   */
  date: localDate.optional(),
  /** One of the list's groups. */
  bucket: z.enum(callBuckets).optional(),
  city: z.string().max(2000).optional(),
  /** User ids with commas, `none` the unassigned; without it, or `all`: everybody's the reader may see. */
  owner: z.string().max(2000).optional(),
  callableNow: queryFlag.optional(),
  search: z.string().trim().max(200).optional(),
};

export const callList = endpoint({
  id: 'activities.callList',
  method: 'GET',
  path: '/api/call-list',
  access: 'companies.read',
  summary: 'Whom to call: companies by next contact, the most overdue first',
  input: z.object({ ...callListFilter, ...pageInput }),
  output: page(callRow),
});

export const callCounts = endpoint({
  id: 'activities.callCounts',
  method: 'GET',
  path: '/api/call-list/counts',
  access: 'companies.read',
  summary: 'How many are overdue, today, tomorrow, later and without a date, capped at 1000',
  input: z.object(callListFilter),
  output: z.object({
    overdue: cappedCount,
    today: cappedCount,
    tomorrow: cappedCount,
    later: cappedCount,
    none: cappedCount,
  }),
});

// Dates to choose from -------------------------------------------------------------------------------------------------

export const presetKeys = ['twoHours', 'tomorrow', 'threeDays', 'week', 'twoWeeks', 'month'] as const;
export const preset = z.object({
  key: z.enum(presetKeys),
  at: instant,
  /** Why it is not the plain day: a weekend, a holiday at the customer's, the manager's absence. */
  moved: z.enum(['weekend', 'holiday', 'absence']).nullable(),
});
export type Preset = z.infer<typeof preset>;

export const nextContactPresets = endpoint({
  id: 'activities.presets',
  method: 'GET',
  path: '/api/companies/{companyId}/presets',
  access: 'companies.read',
  summary: 'Next-contact dates that skip weekends, the customer’s holidays and the manager’s absences',
  input: z.object({ companyId: idInput }),
  output: z.object({ rows: z.array(preset) }),
});

// Outcomes -------------------------------------------------------------------------------------------------------------

export const outcomeView = z.object({
  id: z.string(),
  version: z.number().int(),
  kind: z.enum(activityKinds),
  name: z.string(),
  /** The customer was not reached: the form proposes to try again soon, and the call is no talk. */
  reached: z.boolean(),
  /** The preset the form proposes. */
  preset: z.enum(presetKeys).nullable(),
  position: z.number().int(),
  archived: z.boolean(),
});
export type OutcomeView = z.infer<typeof outcomeView>;

export const listOutcomes = endpoint({
  id: 'outcomes.list',
  method: 'GET',
  path: '/api/outcomes',
  access: 'signedIn',
  summary: 'Outcomes of activities, by kind',
  input: z.object({ archived: queryFlag.default(false) }),
  output: z.object({ rows: z.array(outcomeView) }),
});

export const createOutcome = endpoint({
  id: 'outcomes.create',
  method: 'POST',
  path: '/api/outcomes',
  access: 'settings.manage',
  summary: 'Add an outcome',
  input: z.object({
    kind: z.enum(activityKinds),
    name: requiredText(80),
    reached: z.boolean().default(true),
    preset: z.enum(presetKeys).nullable().default(null),
    position: z.number().int().min(0).max(1000).default(100),
  }),
  output: outcomeView,
});

export const updateOutcome = endpoint({
  id: 'outcomes.update',
  method: 'PATCH',
  path: '/api/outcomes/{id}',
  access: 'settings.manage',
  summary: 'Change or archive an outcome; what was logged with it keeps it',
  input: z.object({
    id: idInput,
    version: versionInput,
    name: requiredText(80).optional(),
    reached: z.boolean().optional(),
    preset: z.enum(presetKeys).nullable().optional(),
    position: z.number().int().min(0).max(1000).optional(),
    archived: z.boolean().optional(),
  }),
  output: outcomeView,
});
