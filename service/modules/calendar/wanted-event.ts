import { createHash } from 'node:crypto';
import type { EventText, Span } from '../../adapters/calendar/calendar.port';
import type { Ctx } from '../../kernel/context';
import { escapeHtml } from '../../kernel/html';
import { chatLink } from '../../kernel/links';
import { findRow } from '../../kernel/rows';
import { translate } from '../../kernel/texts';
import { Activity } from '../activities/activities.public';
import type { PhoneView } from '../companies/companies.contract';
import { Company, Contact, nextBirthday } from '../companies/companies.public';
import { settingsOf as noticeSettingsOf } from '../notifications/notifications.public';
import { Reminder } from '../reminders/reminders.public';
import type { User } from '../users/users.public';
import { localDateOf, localDayRange } from '../working-time/working-time.public';
import type { CalendarEvent, CalendarSettings, Mailbox } from './calendar.entity';
import { asSpan } from './when';

/** What should stand in the calendar. */
export interface Wanted {
  text: EventText;
  span: Span;
  /** Done: it stands there for the eye, rings nobody, and what Outlook does with it is nobody's business. */
  closed: boolean;
  textHash: string;
}

export interface Whose {
  user: User;
  settings: CalendarSettings;
  mailbox: Mailbox;
}

const reminderMinutes = 15;
const usualMinutes: Record<string, number> = { call: 15, email: 15, meeting: 60, negotiation: 60, reminder: 15 };
const switchOf = { call: 'calls', meeting: 'meetings', negotiation: 'meetings', email: 'tasks' } as const;

/** The event that something of ours should have in this person's calendar; null when none. */
export async function wantedEvent(ctx: Ctx, entry: CalendarEvent, whose: Whose): Promise<Wanted | null> {
  if (entry.source === 'activity') return ofActivity(ctx, entry, whose);
  return entry.source === 'reminder' ? ofReminder(ctx, entry, whose) : ofBirthday(ctx, entry, whose);
}

async function ofActivity(ctx: Ctx, entry: CalendarEvent, { user, settings, mailbox }: Whose): Promise<Wanted | null> {
  const activity = await findRow(ctx.db, Activity, { id: entry.sourceId });
  if (!activity || activity.deletedAt || activity.ownerId !== user.id) return null;
  const { kind, status } = activity;
  if (kind === 'note' || status === 'cancelled' || !settings[switchOf[kind]]) return null;
  const closed = status === 'done';
  const known = entry.eventId !== null || entry.doubtful;
  if (!known && (closed || activity.at < firstDay(mailbox, user))) return null;
  const company = await findRow(ctx.db, Company, { id: activity.companyId });
  if (!company || company.deletedAt) return null;
  const contact = activity.contactId ? await findRow(ctx.db, Contact, { id: activity.contactId }) : null;
  const say = (code: string, details?: Record<string, unknown>) => translate(ctx.modules, user.locale, code, details);
  const phones = contact?.phones.length ? contact.phones : company.phones;
  const day = (at: Date) =>
    new Intl.DateTimeFormat(user.locale, { timeZone: user.timeZone, day: 'numeric', month: 'long' }).format(at);
  return complete({
    subject: `${closed ? '✓ ' : ''}${say(`calendar.kind.${kind}`)}: ${company.name}`,
    lines: [
      contact && [contact.name, contact.position].filter(Boolean).join(', '),
      ...phones.map((phone) => ({ phone })),
      activity.note && { label: say(closed ? 'calendar.said' : 'calendar.plan'), words: activity.note },
      !closed &&
        company.lastNote &&
        company.lastContactAt && {
          label: say('calendar.last', { day: day(company.lastContactAt) }),
          words: company.lastNote,
        },
    ],
    link: { words: say('calendar.open'), url: chatLink(ctx.settings, `/companies/${company.id}`) },
    reminder: closed ? null : reminderMinutes,
    span: asSpan(activity.at, user.timeZone, {
      allDay: entry.allDay,
      minutes: entry.minutes ?? (closed ? activity.minutes : null) ?? usualMinutes[kind]!,
    }),
    closed,
  });
}

async function ofReminder(ctx: Ctx, entry: CalendarEvent, { user, settings, mailbox }: Whose): Promise<Wanted | null> {
  const reminder = await findRow(ctx.db, Reminder, { id: entry.sourceId });
  if (!reminder || reminder.deletedAt || reminder.userId !== user.id || !settings.tasks) return null;
  const closed = reminder.status === 'done';
  const known = entry.eventId !== null || entry.doubtful;
  if (!known && (closed || reminder.ringsAt < firstDay(mailbox, user))) return null;
  const company = reminder.companyId ? await findRow(ctx.db, Company, { id: reminder.companyId }) : null;
  const say = (code: string) => translate(ctx.modules, user.locale, code);
  return complete({
    subject: `${closed ? '✓ ' : ''}${reminder.title}`,
    lines: [company?.name],
    link: {
      words: say('calendar.open'),
      url: chatLink(ctx.settings, company ? `/companies/${company.id}` : '/reminders'),
    },
    // It rings at its moment.
    reminder: closed ? null : 0,
    span: asSpan(reminder.ringsAt, user.timeZone, {
      allDay: entry.allDay,
      minutes: entry.minutes ?? usualMinutes.reminder!,
    }),
    closed,
  });
}

async function ofBirthday(ctx: Ctx, entry: CalendarEvent, { user, settings }: Whose): Promise<Wanted | null> {
  const contact = await findRow(ctx.db, Contact, { id: entry.sourceId });
  if (!contact || contact.deletedAt || !contact.birthDay || !contact.birthMonth || !settings.birthdays) return null;
  const company = await findRow(ctx.db, Company, { id: contact.companyId });
  if (!company || company.deletedAt || company.ownerId !== user.id) return null;
  const birthday = { day: contact.birthDay, month: contact.birthMonth, year: contact.birthYear };
  const { date, age } = nextBirthday(birthday, localDateOf(ctx.clock.now(), user.timeZone));
  const { birthdayDays } = await noticeSettingsOf(ctx, user.id);
  const say = (code: string, details?: Record<string, unknown>) => translate(ctx.modules, user.locale, code, details);
  return complete({
    subject: say(age === null ? 'calendar.birthday' : 'calendar.birthdayAge', { name: contact.name, age }),
    lines: [[company.name, contact.position].filter(Boolean).join(', '), ...contact.phones.map((phone) => ({ phone }))],
    link: { words: say('calendar.open'), url: chatLink(ctx.settings, `/companies/${company.id}`) },
    // So many days before, at nine in the morning.
    reminder: Math.max(1, birthdayDays) * 1440 - 9 * 60,
    span: { date, days: 1 },
    closed: false,
  });
}

/** The day of connecting begins at its midnight. */
const firstDay = ({ since }: Mailbox, { timeZone }: User) => localDayRange(localDateOf(since, timeZone), timeZone).from;

type Line = string | false | null | undefined | { label: string; words: string } | { phone: PhoneView };

function complete(what: {
  subject: string;
  lines: readonly Line[];
  link: { words: string; url: string };
  reminder: number | null;
  span: Span;
  closed: boolean;
}): Wanted {
  const lines = what.lines.flatMap((line) => {
    if (!line) return [];
    if (typeof line === 'string') return [escapeHtml(line)];
    if ('phone' in line) {
      const { e164, text } = line.phone;
      return [e164 ? `<a href="tel:${escapeHtml(e164)}">${escapeHtml(text)}</a>` : escapeHtml(text)];
    }
    return [`${escapeHtml(line.label)}: ${escapeHtml(line.words.slice(0, 2000)).replaceAll('\n', '<br>')}`];
  });
  const link = `<a href="${escapeHtml(what.link.url)}">${escapeHtml(what.link.words)}</a>`;
  const text: EventText = {
    subject: what.subject.slice(0, 250),
    html: [...lines, link].map((line) => `<p>${line}</p>`).join(''),
    reminder: what.reminder,
  };
  const textHash = createHash('sha256')
    .update(JSON.stringify([text.subject, text.html]))
    .digest('hex');
  return { text, span: what.span, closed: what.closed, textHash };
}
