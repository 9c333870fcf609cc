import { handle } from '../../kernel/handle';
import { reactTo, type Module } from '../../kernel/module';
import { Activity } from '../activities/activities.public';
import { Company, Contact } from '../companies/companies.public';
import { Reminder } from '../reminders/reminders.public';
import { User } from '../users/users.public';
import * as contract from './calendar.contract';
import { CalendarEvent, CalendarSettings, Mailbox } from './calendar.entity';
import { texts } from './calendar.texts';
import { compareNightly, lookAtMailboxes } from './clocks';
import { cancel, putBack, readEntries, readOfCompany } from './entries';
import { closeFeed, openFeed, sendFeed } from './feed';
import { changeMailbox, proveAccess, readMailboxes, retryOne } from './mailboxes';
import { onActivity, onCompany, onContact, onReminder, onUser } from './mark';
import { hearChanges, hearLifecycle } from './notified';
import { readFile } from './read-file';
import { changeOwn, onSettings, readOwn, retryOwn } from './own-calendar';
import { workMailbox } from './work-mailbox';

/**
 * Next-contact dates in people's own calendars: what should stand there (wanted-event.ts), who wins (who-wins.ts), one worker
 * a mailbox (work-mailbox.ts), and a feed for calendars elsewhere.
 */
export const calendarModule: Module = {
  name: 'calendar',
  entities: [CalendarSettings, Mailbox, CalendarEvent],
  texts,
  routes: [
    handle(contract.getCalendar, readOwn),
    handle(contract.updateCalendar, changeOwn),
    handle(contract.retryCalendar, retryOwn),
    handle(contract.listCalendarEntries, readEntries),
    handle(contract.putBackEntry, putBack),
    handle(contract.cancelEntry, cancel),
    handle(contract.companyCalendar, readOfCompany),
    handle(contract.createFeed, openFeed),
    handle(contract.deleteFeed, closeFeed),
    handle(contract.readFeed, sendFeed),
    handle(contract.readCalendarFile, readFile, { ownTransactions: true }),
    handle(contract.calendarNotified, hearChanges),
    handle(contract.calendarLifecycle, hearLifecycle),
    handle(contract.listMailboxes, readMailboxes),
    handle(contract.updateMailbox, changeMailbox),
    handle(contract.retryMailbox, retryOne),
    handle(contract.checkAccess, proveAccess, { ownTransactions: true }),
  ],
  reactions: [
    reactTo(Activity, onActivity),
    reactTo(Reminder, onReminder),
    reactTo(Company, onCompany),
    reactTo(Contact, onContact),
    reactTo(User, onUser),
    reactTo(CalendarSettings, onSettings),
  ],
  jobs: [workMailbox, lookAtMailboxes, compareNightly],
  cron: [
    { kind: lookAtMailboxes.kind, schedule: '*/5 * * * *' },
    { kind: compareNightly.kind, schedule: '40 2 * * *' },
  ],
};
