import { entity, flag, id, instant, integer, json, localDate, longText, nullable, text } from '../../kernel/columns';
import type { Recorded } from '../../kernel/records';
import type { ListName } from './fields';
import type { cadences, ReportPeriod, runStatuses } from './reports.contract';
import type { Mapping, ReadTemplate } from './read-template';

export interface ReportTemplate extends Recorded {
  name: string;
  /** Of one that comes with the program, which. */
  code: string | null;
  list: ListName;
  period: ReportPeriod;
  mapping: Mapping;
  /** The edition in use. */
  editionId: string;
  archived: boolean;
}

export const ReportTemplate = entity<ReportTemplate>({
  name: 'report_template',
  columns: {
    id: id(),
    version: integer(),
    name: text(120),
    code: nullable(text(40)),
    list: text(20),
    period: text(10),
    mapping: json(),
    editionId: id(),
    archived: flag(),
  },
});

/** One file of a template; those that were replaced stay, with the reports made of them. */
export interface ReportEdition extends Recorded {
  templateId: string;
  edition: number;
  fileName: string;
  bytes: number;
  unknown: ReadTemplate['unknown'];
  byId: string | null;
  at: Date;
}

export const ReportEdition = entity<ReportEdition>({
  name: 'report_edition',
  columns: {
    id: id(),
    version: integer(),
    templateId: id(),
    edition: integer(),
    fileName: text(250),
    bytes: integer(),
    unknown: json(),
    byId: nullable(id()),
    at: instant(),
  },
  audit: { scope: 'templateId', silent: ['unknown'] },
});

/** A report somebody had made: what of, for when, and what became of it. It is the record of what left the base. */
export interface ReportRun extends Recorded {
  templateId: string;
  editionId: string;
  fromDay: string;
  toDay: string;
  owners: string[];
  status: (typeof runStatuses)[number];
  doneRows: number;
  ofRows: number;
  fileName: string;
  bytes: number;
  preview: { name: string; rows: string[][] }[] | null;
  error: string | null;
  byId: string | null;
  scheduleId: string | null;
  at: Date;
  finishedAt: Date | null;
}

export const ReportRun = entity<ReportRun>({
  name: 'report_run',
  columns: {
    id: id(),
    version: integer(),
    templateId: id(),
    editionId: id(),
    fromDay: localDate(),
    toDay: localDate(),
    owners: json(),
    status: text(10),
    doneRows: integer(),
    ofRows: integer(),
    fileName: text(250),
    bytes: integer(),
    preview: nullable(json()),
    error: nullable(longText()),
    byId: nullable(id()),
    scheduleId: nullable(id()),
    at: instant(),
    finishedAt: nullable(instant()),
  },
  audit: { silent: ['doneRows', 'ofRows', 'preview', 'status', 'bytes', 'error', 'finishedAt'] },
});

export interface ReportSchedule extends Recorded {
  templateId: string;
  cadence: (typeof cadences)[number];
  day: number;
  minute: number;
  recipients: string[];
  active: boolean;
  lastOn: string | null;
  byId: string | null;
}

export const ReportSchedule = entity<ReportSchedule>({
  name: 'report_schedule',
  columns: {
    id: id(),
    version: integer(),
    templateId: id(),
    cadence: text(10),
    day: integer(),
    minute: integer(),
    recipients: json(),
    active: flag(),
    lastOn: nullable(localDate()),
    byId: nullable(id()),
  },
  audit: { silent: ['lastOn'] },
});
