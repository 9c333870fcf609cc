import { registerModules } from '../kernel/module';
import { activitiesModule } from './activities/activities.module';
import { assistantModule } from './assistant/assistant.module';
import { calendarModule } from './calendar/calendar.module';
import { companiesModule } from './companies/companies.module';
import { documentsModule } from './documents/documents.module';
import { importsModule } from './imports/imports.module';
import { mailModule } from './mail/mail.module';
import { notificationsModule } from './notifications/notifications.module';
import { remindersModule } from './reminders/reminders.module';
import { systemModule } from './system/system.module';
import { usersModule } from './users/users.module';
import { workingTimeModule } from './working-time/working-time.module';

/** The order is the order of dependency: a module calls those before it and tells those after it by events. */
export const modules = registerModules([
  usersModule,
  workingTimeModule,
  companiesModule,
  activitiesModule,
  documentsModule,
  mailModule,
  notificationsModule,
  remindersModule,
  calendarModule,
  assistantModule,
  importsModule,
  systemModule,
]);
