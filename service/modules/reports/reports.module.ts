import { handle } from '../../kernel/handle';
import type { Module } from '../../kernel/module';
import { readDashboard } from './dashboard';
import * as contract from './reports.contract';
import { ReportEdition, ReportRun, ReportSchedule, ReportTemplate } from './reports.entity';
import { texts } from './reports.texts';
import { beginRun, readRun, readRuns, runReport, stopRun, takeRunOut } from './run-report';
import { addSchedule, changeSchedule, dropSchedule, lookAtSchedules, readSchedules } from './schedules';
import { changeTemplate, readEditions, readTemplates, takeTemplate, takeTemplateOut } from './templates';

/** Reports after the company's own Excel samples, on demand and by schedule; and the charts of the dashboard. */
export const reportsModule: Module = {
  name: 'reports',
  entities: [ReportTemplate, ReportEdition, ReportRun, ReportSchedule],
  texts,
  routes: [
    handle(contract.listTemplates, readTemplates),
    handle(contract.uploadTemplate, (ctx, input, { upload }) => takeTemplate(ctx, input, upload), {
      ownTransactions: true,
    }),
    handle(contract.updateTemplate, changeTemplate),
    handle(contract.listEditions, readEditions),
    handle(contract.downloadTemplate, takeTemplateOut),
    handle(contract.startRun, beginRun),
    handle(contract.getRun, readRun),
    handle(contract.listRuns, readRuns),
    handle(contract.cancelRun, stopRun),
    handle(contract.downloadRun, takeRunOut),
    handle(contract.listSchedules, readSchedules),
    handle(contract.createSchedule, addSchedule),
    handle(contract.updateSchedule, changeSchedule),
    handle(contract.deleteSchedule, dropSchedule),
    handle(contract.getDashboard, readDashboard),
  ],
  jobs: [runReport, lookAtSchedules],
  cron: [{ kind: lookAtSchedules.kind, schedule: '*/5 * * * *' }],
};
