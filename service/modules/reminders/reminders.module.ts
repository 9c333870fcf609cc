import { handle } from '../../kernel/handle';
import { reactTo, type Module } from '../../kernel/module';
import { change, drop, finish, remind, ringLater, snooze } from './edit-reminders';
import { ownReminders } from './read-reminders';
import * as contract from './reminders.contract';
import { Reminder } from './reminders.entity';
import { texts } from './reminders.texts';
import { ring } from './ring';

/** What one person does not want to forget: private, on a company, somebody, something planned, or nothing. */
export const remindersModule: Module = {
  name: 'reminders',
  entities: [Reminder],
  texts,
  routes: [
    handle(contract.listReminders, ownReminders),
    handle(contract.createReminder, remind),
    handle(contract.updateReminder, change),
    handle(contract.snoozeReminder, snooze),
    handle(contract.finishReminder, finish),
    handle(contract.deleteReminder, drop),
  ],
  reactions: [reactTo(Reminder, ringLater)],
  jobs: [ring],
};
