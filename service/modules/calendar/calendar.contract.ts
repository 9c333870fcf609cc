import { z } from 'zod';
import {
  done,
  endpoint,
  idInput,
  instant,
  optionalText,
  page,
  pageInput,
  personRef,
  versionInput,
} from '../../kernel/endpoint';

/** Both ways, or from the program to Outlook only. */
export const directions = ['both', 'outward'] as const;
/** What it means that somebody deletes an event of ours in Outlook. */
export const onDeletes = ['ask', 'cancel', 'putBack'] as const;
/** Why a calendar does not keep up; the words are the screen's. */
export const calendarFaults = ['busy', 'gone', 'refused', 'unknown'] as const;

export const calendarHealth = z.object({
  status: z.enum(['connected', 'leaving', 'off']),
  /** The mailbox at Microsoft. */
  address: z.string().nullable(),
  /** Whether Microsoft tells of changes; otherwise they are asked for every few minutes. */
  notified: z.boolean(),
  pulledAt: instant.nullable(),
  pushedAt: instant.nullable(),
  checkedAt: instant.nullable(),
  /** Events that wait to be written, that could not be, that were taken out of Outlook and await an answer. */
  waiting: z.number().int(),
  failed: z.number().int(),
  removed: z.number().int(),
  fault: z.enum(calendarFaults).nullable(),
  /** What the other side said, word for word. */
  said: z.string().nullable(),
  faultAt: instant.nullable(),
  /** When it is tried again. */
  restUntil: instant.nullable(),
});
export type CalendarHealth = z.infer<typeof calendarHealth>;

export const ownCalendar = z.object({
  /** What this base offers: no Outlook, the stand-in of the demo, Microsoft. */
  offered: z.enum(['off', 'stand-in', 'graph']),
  version: z.number().int(),
  connected: z.boolean(),
  calls: z.boolean(),
  meetings: z.boolean(),
  tasks: z.boolean(),
  birthdays: z.boolean(),
  direction: z.enum(directions),
  onDelete: z.enum(onDeletes),
  health: calendarHealth,
  /** There is a private feed; its address is told once, when it is made. */
  feed: z.boolean(),
});
export type OwnCalendar = z.infer<typeof ownCalendar>;

export const getCalendar = endpoint({
  id: 'calendar.get',
  method: 'GET',
  path: '/api/calendar',
  access: 'signedIn',
  summary: 'The caller’s calendar in Outlook: what was chosen, and how it is',
  input: z.object({}),
  output: ownCalendar,
});

export const updateCalendar = endpoint({
  id: 'calendar.update',
  method: 'PATCH',
  path: '/api/calendar',
  access: 'signedIn',
  summary: 'Connect or leave Outlook’s calendar; choose what stands in it and which way it goes',
  input: z.object({
    version: z.number().int().min(0),
    connected: z.boolean().optional(),
    calls: z.boolean().optional(),
    meetings: z.boolean().optional(),
    tasks: z.boolean().optional(),
    birthdays: z.boolean().optional(),
    direction: z.enum(directions).optional(),
    onDelete: z.enum(onDeletes).optional(),
  }),
  output: ownCalendar,
});

export const retryCalendar = endpoint({
  id: 'calendar.retry',
  method: 'POST',
  path: '/api/calendar/retry',
  access: 'signedIn',
  summary: 'Compare everything now, and try again what failed',
  input: z.object({}),
  output: ownCalendar,
});

export const calendarEntry = z.object({
  id: z.string(),
  /** Waits to be written, could not be, or was taken out of Outlook. */
  status: z.enum(['waiting', 'failed', 'removed']),
  title: z.string(),
  at: instant.nullable(),
  company: z.object({ id: z.string(), name: z.string() }).nullable(),
  fault: z.string().nullable(),
});
export type CalendarEntry = z.infer<typeof calendarEntry>;

export const listCalendarEntries = endpoint({
  id: 'calendar.entries',
  method: 'GET',
  path: '/api/calendar/entries',
  access: 'signedIn',
  summary: 'What of the caller’s is not in Outlook as it should be',
  input: z.object(pageInput),
  output: page(calendarEntry),
});

export const putBackEntry = endpoint({
  id: 'calendar.putBack',
  method: 'POST',
  path: '/api/calendar/entries/{id}/put-back',
  access: 'signedIn',
  summary: 'Put an event that was deleted in Outlook there again',
  input: z.object({ id: idInput }),
  output: done,
});

export const cancelEntry = endpoint({
  id: 'calendar.cancel',
  method: 'POST',
  path: '/api/calendar/entries/{id}/cancel',
  access: 'signedIn',
  summary: 'An event was deleted in Outlook because nothing is to be done any more: cancel what was planned',
  input: z.object({ id: idInput }),
  output: done,
});

export const companyCalendar = endpoint({
  id: 'calendar.ofCompany',
  method: 'GET',
  path: '/api/companies/{companyId}/calendar',
  access: 'companies.read',
  summary: 'How the planned activities of a company stand in the calendars of those who do them',
  input: z.object({ companyId: idInput }),
  output: z.object({
    rows: z.array(
      z.object({
        entryId: z.string(),
        activityId: z.string(),
        status: z.enum(['there', 'waiting', 'failed', 'removed']),
        /** The reader’s own calendar: he may answer. */
        own: z.boolean(),
      }),
    ),
  }),
});

// The feed for calendars elsewhere ------------------------------------------------------------------------------------

export const createFeed = endpoint({
  id: 'calendar.createFeed',
  method: 'POST',
  path: '/api/calendar/feed',
  access: 'signedIn',
  summary: 'A private address where any calendar program reads the caller’s plan (iCalendar); the one before ends',
  input: z.object({}),
  output: z.object({ url: z.string() }),
});

export const deleteFeed = endpoint({
  id: 'calendar.deleteFeed',
  method: 'DELETE',
  path: '/api/calendar/feed',
  access: 'signedIn',
  summary: 'Close the private address',
  input: z.object({}),
  output: done,
});

export const readFeed = endpoint({
  id: 'calendar.feed',
  method: 'GET',
  path: '/api/calendar/feed.ics',
  access: 'public',
  summary: 'The plan of whoever made this address, as iCalendar (RFC 5545)',
  input: z.object({ key: z.string().min(20).max(100) }),
  output: z.unknown(),
  download: true,
});

export const calendarFileEvent = z.object({
  subject: z.string(),
  location: z.string().nullable(),
  /** When it begins; a whole day in the morning. */
  at: instant,
  /** Null for a whole day. */
  minutes: z.number().int().nullable(),
  cancelled: z.boolean(),
  people: z.array(z.string()),
});
export type CalendarFileEvent = z.infer<typeof calendarFileEvent>;

export const readCalendarFile = endpoint({
  id: 'calendar.readFile',
  method: 'POST',
  path: '/api/calendar/read-file',
  access: 'activities.write',
  summary: 'Read an .ics file or an invitation (the body, 1 MB at most): what is to come in it, to be planned',
  input: z.object({}),
  output: z.object({ rows: z.array(calendarFileEvent), unread: z.number().int() }),
  upload: true,
});

// What Microsoft tells --------------------------------------------------------------------------------------------------

/** https://learn.microsoft.com/graph/change-notifications-delivery-webhooks */
const notification = z.looseObject({
  subscriptionId: z.string().max(100),
  clientState: z.string().max(200).nullish(),
  changeType: z.string().max(40).optional(),
  lifecycleEvent: z.string().max(60).optional(),
  resource: z.string().max(1000).optional(),
  encryptedContent: z.unknown().optional(),
});
export type Notification = z.infer<typeof notification>;
/** Empty while Microsoft only tries out whether we are there. */
const notifications = z.object({ value: z.array(notification).max(1000).optional() });

export const calendarNotified = endpoint({
  id: 'calendar.notified',
  method: 'POST',
  path: '/api/calendar/notifications',
  access: 'public',
  summary: 'Microsoft Graph tells that events changed',
  input: notifications,
  output: z.unknown(),
});

export const calendarLifecycle = endpoint({
  id: 'calendar.lifecycle',
  method: 'POST',
  path: '/api/calendar/lifecycle',
  access: 'public',
  summary: 'Microsoft Graph tells of a subscription: to be renewed, ended, news missed',
  input: notifications,
  output: z.unknown(),
});

// For the administrator ----------------------------------------------------------------------------------------------

export const mailboxView = z.object({
  user: personRef,
  /** Null: no account and no address is known of him. */
  address: z.string().nullable(),
  connected: z.boolean(),
  version: z.number().int(),
  health: calendarHealth,
});
export type MailboxView = z.infer<typeof mailboxView>;

export const listMailboxes = endpoint({
  id: 'calendar.mailboxes',
  method: 'GET',
  path: '/api/calendar/mailboxes',
  access: 'settings.manage',
  summary: 'Everybody’s calendar in Outlook and how it is',
  input: z.object({}),
  output: z.object({ offered: z.enum(['off', 'stand-in', 'graph']), rows: z.array(mailboxView) }),
});

export const updateMailbox = endpoint({
  id: 'calendar.updateMailbox',
  method: 'PATCH',
  path: '/api/calendar/mailboxes/{id}',
  access: 'settings.manage',
  summary: 'Connect somebody’s calendar, or leave it',
  input: z.object({ id: idInput, version: versionInput.or(z.literal(0)), connected: z.boolean() }),
  output: mailboxView,
});

export const retryMailbox = endpoint({
  id: 'calendar.retryMailbox',
  method: 'POST',
  path: '/api/calendar/mailboxes/{id}/retry',
  access: 'settings.manage',
  summary: 'Compare somebody’s calendar now, and try again what failed',
  input: z.object({ id: idInput }),
  output: mailboxView,
});

export const reached = ['yes', 'refused', 'missing', 'unknown'] as const;

export const checkAccess = endpoint({
  id: 'calendar.checkAccess',
  method: 'POST',
  path: '/api/calendar/check',
  access: 'settings.manage',
  summary: 'Prove which mailboxes the application reaches and which it does not',
  input: z.object({
    /** A mailbox that must stay closed to us: the director’s, say. */
    outside: optionalText(200),
  }),
  output: z.object({
    /** What the application’s token itself grants; calendars among it would mean all mailboxes of the organisation. */
    grants: z.array(z.string()),
    tooWide: z.boolean(),
    notifies: z.boolean(),
    rows: z.array(
      z.object({
        user: personRef.nullable(),
        address: z.string(),
        reached: z.enum(reached),
        said: z.string().nullable(),
      }),
    ),
  }),
});
export type AccessCheck = z.infer<typeof checkAccess.output>;
