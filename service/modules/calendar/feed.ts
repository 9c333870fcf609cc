import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { authorizeSelf } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { notFound } from '../../kernel/errors';
import { FileAnswer } from '../../kernel/handle';
import { findRow } from '../../kernel/rows';
import { secretHash } from '../../kernel/secret-hash';
import { limitRows, sql } from '../../kernel/sql';
import { translate } from '../../kernel/texts';
import { User } from '../users/users.public';
import type { createFeed, readFeed } from './calendar.contract';
import { CalendarSettings, type Source } from './calendar.entity';
import { newEntry } from './mark';
import { writeSettings } from './own-calendar';
import { wantedEvent, type Whose } from './wanted-event';

const day = 86_400_000;
const back = 14 * day;
const most = 1000;

/** A new private address; whoever knew the one before reads nothing any more. */
export async function openFeed(ctx: Ctx): Promise<EndpointOutput<typeof createFeed>> {
  authorizeSelf(ctx);
  const key = randomBytes(24).toString('base64url');
  await writeSettings(ctx, signedIn(ctx).id, { feedHash: secretHash(key) });
  return { url: `${ctx.settings.publicUrl}/api/calendar/feed.ics?key=${key}` };
}

export async function closeFeed(ctx: Ctx): Promise<{ ok: true }> {
  authorizeSelf(ctx);
  await writeSettings(ctx, signedIn(ctx).id, { feedHash: null });
  return { ok: true };
}

/**
 * The plan as iCalendar, for an Exchange of one's own and any phone: read only, from two weeks ago on. Times are in UTC,
 * so no program can take them for another zone's; whole days are dates.
 */
export async function sendFeed(ctx: Ctx, { key }: EndpointParsed<typeof readFeed>): Promise<FileAnswer> {
  const settings = await findRow(ctx.db, CalendarSettings, { feedHash: secretHash(key) });
  const user = settings && (await findRow(ctx.db, User, { id: settings.id }));
  if (!user || user.deletedAt || user.status !== 'active') throw notFound();
  const since = new Date(ctx.clock.now().getTime() - back);
  const whose = { user, settings, mailbox: { since } } as Whose;

  const calendar = ical({
    name: translate(ctx.modules, user.locale, 'calendar.feedName'),
    prodId: { company: 'Ryadom', product: 'CRM', language: user.locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 15 * 60,
  });
  for (const { id, source } of await planned(ctx, user.id, since, settings.birthdays)) {
    const entry = newEntry({ userId: user.id, source, sourceId: id, companyId: null }, since, since);
    const wanted = await wantedEvent(ctx, entry, whose);
    if (!wanted) continue;
    const { span, text } = wanted;
    const event = calendar.createEvent({
      id: `${source}-${id}@ryadom`,
      stamp: ctx.clock.now(),
      summary: text.subject,
      description: { plain: plainText(text.html), html: text.html },
      transparency: ICalEventTransparency.TRANSPARENT,
      ...('date' in span
        ? { start: dateOf(span.date, 0), end: dateOf(span.date, span.days), allDay: true }
        : { start: span.at, end: new Date(span.at.getTime() + span.minutes * 60_000) }),
    });
    if (text.reminder !== null) event.createAlarm({ type: ICalAlarmType.display, trigger: text.reminder * 60 });
  }
  return new FileAnswer(Readable.from([calendar.toString()]), 'ryadom.ics', 'text/calendar; charset=utf-8');
}

/** Without a zone the library writes whole days by Greenwich. */
const dateOf = (date: string, days: number): Date => new Date(Date.parse(`${date}T00:00:00Z`) + days * day);

const plainText = (html: string) =>
  html
    .replaceAll('<br>', '\n')
    .replaceAll(/<a href="(https?:[^"]+)">([^<]*)<\/a>/g, '$2: $1')
    .replaceAll('</p><p>', '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

async function planned(
  ctx: Ctx,
  userId: string,
  since: Date,
  birthdays: boolean,
): Promise<{ id: string; source: Source }[]> {
  const ids = async (source: Source, query: Parameters<typeof ctx.db.rows>[0]) =>
    (await ctx.db.rows<{ id: string }>(query)).map(({ id }) => ({ id, source }));
  return [
    ...(await ids(
      'activity',
      sql`select id, at from activity where ownerId = ${userId} and status = 'planned' and deletedAt is null and at >= ${since}
        order by at, id ${limitRows(most)}`,
    )),
    ...(await ids(
      'reminder',
      sql`select id, ringsAt from reminder where userId = ${userId} and status <> 'done' and deletedAt is null
        and ringsAt >= ${since} order by ringsAt, id ${limitRows(most)}`,
    )),
    ...(birthdays
      ? await ids(
          'birthday',
          sql`select p.id as id from contact p join company c on c.id = p.companyId where c.ownerId = ${userId}
            and p.birthMonth is not null and p.deletedAt is null and c.deletedAt is null order by p.id ${limitRows(most)}`,
        )
      : []),
  ];
}
