import { z } from 'zod';
import {
  done,
  endpoint,
  idInput,
  instant,
  minuteOfDay,
  optionalText,
  page,
  pageInput,
  queryInteger,
  requiredText,
} from '../../kernel/endpoint';
import { channels, noticeKinds } from './notice-kinds';

export const noticeView = z.object({
  id: z.string(),
  kind: z.enum(noticeKinds),
  title: z.string(),
  body: z.string().nullable(),
  /** A page of the tab: `/companies/…`. */
  link: z.string().nullable(),
  companyId: z.string().nullable(),
  createdAt: instant,
  readAt: instant.nullable(),
});
export type NoticeView = z.infer<typeof noticeView>;

export const listNotices = endpoint({
  id: 'notices.list',
  method: 'GET',
  path: '/api/notices',
  access: 'signedIn',
  summary: 'What the caller was told, newest first',
  input: z.object(pageInput),
  output: page(noticeView).extend({ unread: z.number().int() }),
});

export const readNotices = endpoint({
  id: 'notices.read',
  method: 'POST',
  path: '/api/notices/read',
  access: 'signedIn',
  summary: 'Mark own notices as read: those named, or all',
  input: z.object({ ids: z.array(idInput).max(200).optional() }),
  output: z.object({ unread: z.number().int() }),
});

export const live = endpoint({
  id: 'notices.live',
  method: 'GET',
  path: '/api/live',
  access: 'signedIn',
  summary: 'Server-sent events: a notice for the caller within two seconds of its writing',
  input: z.object({
    /** Seconds to keep the stream open; a client opens the next one by itself. */
    for: queryInteger.pipe(z.number().min(0).max(3600)).default(3600),
  }),
  /** One event of the stream: `event: notice`, `data:` this. */
  output: noticeView,
  stream: true,
});

const channelList = z.array(z.enum(channels)).max(channels.length);

export const noticeSettings = z.object({
  version: z.number().int(),
  channels: z.record(z.enum(noticeKinds), channelList),
  /** Minutes of the person's own day; from 22:00 to 8:00 goes over midnight. Null: no quiet hours. */
  quiet: z.object({ from: minuteOfDay, to: minuteOfDay }).nullable(),
  digestMinute: minuteOfDay,
  birthdayDays: z.number().int(),
  /** What can reach the person at all. */
  ways: z.object({
    teams: z.enum(['off', 'notInstalled', 'signedOut', 'gone', 'ready']),
    email: z.enum(['off', 'noAddress', 'ready']),
    push: z.object({ publicKey: z.string().nullable(), devices: z.number().int() }),
    /** Whoever answers in Teams and carries the letters is a stand-in. */
    standIn: z.object({ teams: z.boolean(), email: z.boolean() }),
  }),
});
export type NoticeSettingsView = z.infer<typeof noticeSettings>;

export const getNoticeSettings = endpoint({
  id: 'notices.settings',
  method: 'GET',
  path: '/api/notices/settings',
  access: 'signedIn',
  summary: 'Of what the caller is told, and by which ways',
  input: z.object({}),
  output: noticeSettings,
});

export const updateNoticeSettings = endpoint({
  id: 'notices.updateSettings',
  method: 'PATCH',
  path: '/api/notices/settings',
  access: 'signedIn',
  summary: 'Choose the ways of own notices, quiet hours, the hour of the morning digest',
  input: z.object({
    version: z.number().int().min(0),
    channels: z.partialRecord(z.enum(noticeKinds), channelList).optional(),
    quiet: z
      .object({ from: minuteOfDay.max(1439), to: minuteOfDay.max(1439) })
      .nullable()
      .optional(),
    digestMinute: minuteOfDay.max(1439).optional(),
    birthdayDays: z.number().int().min(0).max(30).optional(),
  }),
  output: noticeSettings,
});

export const deliveryStatuses = ['waiting', 'sending', 'sent', 'failed', 'unknown', 'replaced'] as const;
export const deliveryView = z.object({
  id: z.string(),
  kind: z.enum(noticeKinds),
  title: z.string(),
  channel: z.enum(channels),
  status: z.enum(deliveryStatuses),
  createdAt: instant,
  /** When it goes out, while it waits. */
  dueAt: instant.nullable(),
  sentAt: instant.nullable(),
  attempts: z.number().int(),
  error: z.string().nullable(),
});
export type DeliveryView = z.infer<typeof deliveryView>;

export const listDeliveries = endpoint({
  id: 'notices.deliveries',
  method: 'GET',
  path: '/api/notices/deliveries',
  access: 'signedIn',
  summary: 'What was sent to the caller and what became of it; another person’s with the right to manage users',
  input: z.object({ userId: idInput.optional(), ...pageInput }),
  output: page(deliveryView),
});

export const sendTestNotice = endpoint({
  id: 'notices.test',
  method: 'POST',
  path: '/api/notices/test',
  access: 'signedIn',
  summary: 'Send oneself a notice by every way chosen for reminders',
  input: z.object({}),
  output: done,
});

export const subscribePush = endpoint({
  id: 'push.subscribe',
  method: 'POST',
  path: '/api/notices/push',
  access: 'signedIn',
  summary: 'Ring this browser, its tab closed',
  input: z.object({
    endpoint: z.url({ protocol: /^https$/ }).max(1000),
    keys: z.object({ p256dh: requiredText(200), auth: requiredText(100) }),
    device: optionalText(200),
  }),
  output: done,
});

export const unsubscribePush = endpoint({
  id: 'push.unsubscribe',
  method: 'POST',
  path: '/api/notices/push/off',
  access: 'signedIn',
  summary: 'Ring this browser no more',
  input: z.object({ endpoint: z.string().max(1000) }),
  output: done,
});
