import { z } from 'zod';
import {
  deleteInput,
  done,
  endpoint,
  idInput,
  instant,
  localDate,
  minuteOfDay,
  page,
  pageInput,
  personRef,
  queryFlag,
  requiredText,
  versionInput,
} from '../../kernel/endpoint';

/** What the rows of a report are about: `{{#rows}}` in a template. */
export const reportLists = ['deals', 'offers', 'kpi', 'stages', 'forecast', 'activities'] as const;
export const reportPeriods = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type ReportPeriod = (typeof reportPeriods)[number];

/** Tag of the template → field, for what nobody knows; within a list `deals.Контрагент` → `company`. */
const mapping = z.record(z.string().max(200), z.string().max(60));

export const templateView = z.object({
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  list: z.enum(reportLists),
  period: z.enum(reportPeriods),
  /** One of those that come with the program. */
  builtIn: z.boolean(),
  fileName: z.string(),
  bytes: z.number().int(),
  /** Which edition of its file: each upload is another, the older ones stay. */
  edition: z.number().int(),
  mapping,
  /** Tags nobody knows yet: they come out empty until they are mapped. */
  unknown: z.array(z.object({ tag: z.string(), sheet: z.string(), cell: z.string(), list: z.string().nullable() })),
  by: personRef.nullable(),
  at: instant,
  archived: z.boolean(),
});
export type TemplateView = z.infer<typeof templateView>;

export const listTemplates = endpoint({
  id: 'reports.templates',
  method: 'GET',
  path: '/api/report-templates',
  access: 'reports.run',
  summary: 'Report templates: the company’s own and those that come with the program',
  input: z.object({ archived: queryFlag.default(false) }),
  output: z.object({
    rows: z.array(templateView),
    /** What a template may name: single fields, and those of each list. */
    fields: z.record(z.string(), z.array(z.object({ name: z.string(), about: z.string() }))),
  }),
});

export const uploadTemplate = endpoint({
  id: 'reports.upload',
  method: 'POST',
  path: '/api/report-templates',
  access: 'reports.manage',
  summary: 'Take a company’s own xlsx with tags (the body, 10 MB at most) as a template, or as another edition of one',
  input: z.object({
    fileName: requiredText(250),
    name: requiredText(120).optional(),
    list: z.enum(reportLists).default('deals'),
    /** Another edition of this template. */
    templateId: idInput.optional(),
  }),
  output: templateView,
  upload: true,
});

export const updateTemplate = endpoint({
  id: 'reports.update',
  method: 'PATCH',
  path: '/api/report-templates/{id}',
  access: 'reports.manage',
  summary: 'Rename a template, say what its rows are, map its tags, archive it',
  input: z.object({
    id: idInput,
    version: versionInput,
    name: requiredText(120).optional(),
    list: z.enum(reportLists).optional(),
    period: z.enum(reportPeriods).optional(),
    mapping: mapping.optional(),
    archived: z.boolean().optional(),
  }),
  output: templateView,
});

export const editionView = z.object({
  id: z.string(),
  edition: z.number().int(),
  fileName: z.string(),
  bytes: z.number().int(),
  by: personRef.nullable(),
  at: instant,
});

export const listEditions = endpoint({
  id: 'reports.editions',
  method: 'GET',
  path: '/api/report-templates/{id}/editions',
  access: 'reports.run',
  summary: 'Every file a template has had, the newest first',
  input: z.object({ id: idInput }),
  output: z.object({ rows: z.array(editionView) }),
});

export const downloadTemplate = endpoint({
  id: 'reports.templateFile',
  method: 'GET',
  path: '/api/report-templates/{id}/file',
  access: 'reports.run',
  summary: 'A template’s file, to be changed in Excel; an older edition when named',
  input: z.object({ id: idInput, editionId: idInput.optional() }),
  output: z.unknown(),
  download: true,
});

// Runs ----------------------------------------------------------------------------------------------------------------

export const runStatuses = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;

export const runView = z.object({
  id: z.string(),
  template: z.object({ id: z.string(), name: z.string() }),
  edition: z.number().int(),
  from: localDate,
  to: localDate,
  status: z.enum(runStatuses),
  /** Rows written, of how many. */
  progress: z.object({ done: z.number().int(), of: z.number().int() }),
  rows: z.number().int(),
  fileName: z.string(),
  bytes: z.number().int(),
  /** Why it failed, in words. */
  error: z.string().nullable(),
  by: personRef.nullable(),
  at: instant,
  finishedAt: instant.nullable(),
});
export type RunView = z.infer<typeof runView>;

export const startRun = endpoint({
  id: 'reports.run',
  method: 'POST',
  path: '/api/reports',
  access: 'reports.run',
  summary: 'Make a report for a period in the background; it holds what its maker may see',
  input: z.object({
    templateId: idInput,
    from: localDate,
    to: localDate,
    /** Fewer managers: user ids. */
    owners: z.array(idInput).max(100).default([]),
  }),
  output: runView,
});

export const getRun = endpoint({
  id: 'reports.get',
  method: 'GET',
  path: '/api/reports/{id}',
  access: 'reports.run',
  summary: 'How far one’s report is; made, its first rows as a table',
  input: z.object({ id: idInput }),
  output: runView.extend({
    preview: z.array(z.object({ name: z.string(), rows: z.array(z.array(z.string())) })).nullable(),
  }),
});

export const listRuns = endpoint({
  id: 'reports.list',
  method: 'GET',
  path: '/api/reports',
  access: 'reports.run',
  summary: 'One’s own reports, the newest first',
  input: z.object({ ...pageInput }),
  output: page(runView),
});

export const cancelRun = endpoint({
  id: 'reports.cancel',
  method: 'POST',
  path: '/api/reports/{id}/cancel',
  access: 'reports.run',
  summary: 'Leave off making a report',
  input: z.object({ id: idInput }),
  output: runView,
});

export const downloadRun = endpoint({
  id: 'reports.file',
  method: 'GET',
  path: '/api/reports/{id}/file',
  access: 'reports.run',
  summary: 'The workbook of one’s report',
  input: z.object({ id: idInput }),
  output: z.unknown(),
  download: true,
});

// Schedules -----------------------------------------------------------------------------------------------------------

export const cadences = ['daily', 'weekly', 'monthly'] as const;

export const scheduleView = z.object({
  id: z.string(),
  version: z.number().int(),
  template: z.object({ id: z.string(), name: z.string() }),
  cadence: z.enum(cadences),
  /** Of a weekly one 1 (Monday) to 7, of a monthly one 1 to 28. */
  day: z.number().int(),
  minute: minuteOfDay,
  /** Who receives it, each with his own rights; by the ways he chose for reports. */
  recipients: z.array(personRef),
  active: z.boolean(),
  lastOn: localDate.nullable(),
  by: personRef.nullable(),
});
export type ScheduleView = z.infer<typeof scheduleView>;

export const listSchedules = endpoint({
  id: 'schedules.list',
  method: 'GET',
  path: '/api/report-schedules',
  access: 'reports.manage',
  summary: 'Reports that make themselves',
  input: z.object({}),
  output: z.object({ rows: z.array(scheduleView) }),
});

const scheduleFields = {
  cadence: z.enum(cadences),
  day: z.number().int().min(1).max(28),
  minute: minuteOfDay,
  recipients: z.array(idInput).min(1).max(100),
};

export const createSchedule = endpoint({
  id: 'schedules.create',
  method: 'POST',
  path: '/api/report-schedules',
  access: 'reports.manage',
  summary: 'Have a report made every working day, week or month for the time gone by, and its makers told',
  input: z.object({ templateId: idInput, ...scheduleFields }),
  output: scheduleView,
});

export const updateSchedule = endpoint({
  id: 'schedules.update',
  method: 'PATCH',
  path: '/api/report-schedules/{id}',
  access: 'reports.manage',
  summary: 'Change a schedule, or let it rest',
  input: z.object({
    id: idInput,
    version: versionInput,
    cadence: scheduleFields.cadence.optional(),
    day: scheduleFields.day.optional(),
    minute: scheduleFields.minute.optional(),
    recipients: scheduleFields.recipients.optional(),
    active: z.boolean().optional(),
  }),
  output: scheduleView,
});

export const deleteSchedule = endpoint({
  id: 'schedules.delete',
  method: 'DELETE',
  path: '/api/report-schedules/{id}',
  access: 'reports.manage',
  summary: 'Take a schedule away',
  input: deleteInput,
  output: done,
});

// Dashboard -----------------------------------------------------------------------------------------------------------

export const chartIds = [
  'pipeline',
  'forecast',
  'callsByWeek',
  'pace',
  'processed',
  'wonByMonth',
  'types',
  'lostReasons',
  'stalled',
  'activityKinds',
] as const;
export type ChartId = (typeof chartIds)[number];

export const chartView = z.object({
  id: z.enum(chartIds),
  unit: z.enum(['money', 'count', 'percent']),
  /** Names of the values, as codes the screen has words for. */
  series: z.array(z.string()),
  rows: z.array(
    z.object({
      id: z.string(),
      /** Words of the base; empty when the screen has words for the id. */
      label: z.string(),
      values: z.array(z.number().nullable()),
      /** Where the rows behind it are. */
      link: z.string().nullable(),
    }),
  ),
});
export type ChartView = z.infer<typeof chartView>;

export const getDashboard = endpoint({
  id: 'reports.dashboard',
  method: 'GET',
  path: '/api/dashboard',
  access: 'deals.read',
  summary: 'The charts of the reader’s role, within what he may see',
  input: z.object({}),
  output: z.object({ charts: z.array(chartView) }),
});
