import { entity, flag, id, instant, integer, json, longText, nullable, text } from '../../kernel/columns';
import type { ChatReference } from '../../adapters/chat/chat.port';
import type { Card } from '../../kernel/cards';
import type { Recorded } from '../../kernel/records';
import type { Channel, NoticeKind } from './notice-kinds';
import type { deliveryStatuses } from './notifications.contract';

/** Something one person is told, once. */
export interface Notice {
  id: string;
  userId: string;
  kind: NoticeKind;
  /** What it is about: the same thing is told once. */
  about: string;
  title: string;
  body: string | null;
  link: string | null;
  companyId: string | null;
  /** How a chat shows it, when a title and a text are not enough. */
  card: Card | null;
  /** A file of ours that goes with a letter: its folder, its id there, what it is called. */
  attachment: { kind: string; id: string; name: string } | null;
  /** Pops up in an open tab. */
  popup: boolean;
  createdAt: Date;
  readAt: Date | null;
}

export const Notice = entity<Notice>({
  name: 'notice',
  columns: {
    id: id(),
    userId: id(),
    kind: text(20),
    about: text(100),
    title: text(300),
    body: nullable(longText()),
    link: nullable(text(500)),
    companyId: nullable(id()),
    card: nullable(json()),
    attachment: nullable(json()),
    popup: flag(),
    createdAt: instant(),
    readAt: nullable(instant()),
  },
});

/** A notice on its way by one channel. */
export interface Delivery {
  id: string;
  noticeId: string;
  userId: string;
  channel: Exclude<Channel, 'tab'>;
  status: (typeof deliveryStatuses)[number];
  attempts: number;
  error: string | null;
  createdAt: Date;
  dueAt: Date;
  sentAt: Date | null;
}

export const Delivery = entity<Delivery>({
  name: 'delivery',
  columns: {
    id: id(),
    noticeId: id(),
    userId: id(),
    channel: text(10),
    status: text(10),
    attempts: integer(),
    error: nullable(text(500)),
    createdAt: instant(),
    dueAt: instant(),
    sentAt: nullable(instant()),
  },
});

/** Of what a person is told; whoever has no row has the usual. The row's id is the person's. */
export interface NoticeSettings extends Recorded {
  /** Only what differs from the usual. */
  channels: Partial<Record<NoticeKind, Channel[]>>;
  quietFrom: number | null;
  quietTo: number | null;
  digestMinute: number;
  birthdayDays: number;
}

export const NoticeSettings = entity<NoticeSettings>({
  name: 'notice_settings',
  columns: {
    id: id(),
    version: integer(),
    channels: json(),
    quietFrom: nullable(integer()),
    quietTo: nullable(integer()),
    digestMinute: integer(),
    birthdayDays: integer(),
  },
});

/** The chat of one person with the bot; known only from an app installed for that person. */
export interface ChatConversation {
  id: string;
  userId: string;
  conversationId: string;
  reference: ChatReference;
  /** `signedOut`: the person asked not to be spoken to; `gone`: the app was taken out. */
  status: 'ready' | 'signedOut' | 'gone';
  /** Greeted once and never again. */
  welcomedAt: Date | null;
  changedAt: Date;
}

export const ChatConversation = entity<ChatConversation>({
  name: 'chat_conversation',
  columns: {
    id: id(),
    userId: id(),
    conversationId: text(300),
    reference: json(),
    status: text(10),
    welcomedAt: nullable(instant()),
    changedAt: instant(),
  },
});

/** A browser that may be rung with its tab closed. */
export interface PushSubscription {
  id: string;
  userId: string;
  /** SHA-256: an address is too long for an index. */
  endpointHash: string;
  endpoint: string;
  keys: { p256dh: string; auth: string };
  device: string | null;
  createdAt: Date;
}

export const PushSubscription = entity<PushSubscription>({
  name: 'push_subscription',
  columns: {
    id: id(),
    userId: id(),
    endpointHash: text(64),
    endpoint: text(1000),
    keys: json(),
    device: nullable(text(200)),
    createdAt: instant(),
  },
});
