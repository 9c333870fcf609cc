/** What later modules may use of this one. */
export {
  change as changeReminder,
  drop as deleteReminder,
  finish as finishReminder,
  remind,
  snooze as snoozeReminder,
} from './edit-reminders';
export { ownReminders, viewReminder } from './read-reminders';
export { Reminder } from './reminders.entity';
