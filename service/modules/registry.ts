import { registerModules } from '../kernel/module';
import { activitiesModule } from './activities/activities.module';
import { assistantModule } from './assistant/assistant.module';
import { calendarModule } from './calendar/calendar.module';
import { catalogModule } from './catalog/catalog.module';
import { companiesModule } from './companies/companies.module';
import { dealsModule } from './deals/deals.module';
import { documentsModule } from './documents/documents.module';
import { forecastModule } from './forecast/forecast.module';
import { importsModule } from './imports/imports.module';
import { kpiModule } from './kpi/kpi.module';
import { mailModule } from './mail/mail.module';
import { notificationsModule } from './notifications/notifications.module';
import { offersModule } from './offers/offers.module';
import { remindersModule } from './reminders/reminders.module';
import { reportsModule } from './reports/reports.module';
import { systemModule } from './system/system.module';
import { usersModule } from './users/users.module';
import { workingTimeModule } from './working-time/working-time.module';

/** The order is the order of dependency: a module calls those before it and tells those after it by events. */
export const modules = registerModules([
  usersModule,
  workingTimeModule,
  companiesModule,
  importsModule,
  activitiesModule,
  documentsModule,
  mailModule,
  catalogModule,
  dealsModule,
  offersModule,
  forecastModule,
  kpiModule,
  notificationsModule,
  remindersModule,
  calendarModule,
  assistantModule,
  reportsModule,
  systemModule,
]);
