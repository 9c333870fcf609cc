import { authorizeSelf } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { notFound } from '../../kernel/errors';
import { afterCursor, cutPage, pageOf, type SortKey } from '../../kernel/paging';
import { findRow } from '../../kernel/rows';
import { allOf, raw, sql } from '../../kernel/sql';
import { translate } from '../../kernel/texts';
import { toIso } from '../../kernel/dialect';
import { loadCompany, refOf } from '../companies/companies.public';
import type { cancelEntry, companyCalendar, listCalendarEntries, putBackEntry } from './calendar.contract';
import { CalendarEvent, type Source } from './calendar.entity';
import { comeBack, wakeMailbox } from './mark';
import { cancelPlanned } from './take-removed';

interface Row extends Record<string, unknown> {
  id: string;
  source: Source;
  state: CalendarEvent['state'];
  failures: number;
  error: string | null;
  kind: string | null;
  at: Date | string | null;
  title: string | null;
  person: string | null;
  companyId: string | null;
  companyName: string | null;
}

const oldestFirst: SortKey[] = [
  { column: raw('e.createdAt'), property: 'createdAt', instant: true, descending: false },
  { column: raw('e.id'), property: 'id', descending: false },
];

/** What is not in Outlook as it should be. */
export async function readEntries(
  ctx: Ctx,
  { limit, after }: EndpointParsed<typeof listCalendarEntries>,
): Promise<EndpointOutput<typeof listCalendarEntries>> {
  authorizeSelf(ctx);
  const { id: userId, locale } = signedIn(ctx);
  const rows = await ctx.db.rows<Row>(sql`
    select e.id as id, e.source as source, e.state as state, e.failures as failures, e.error as error, e.createdAt as createdAt,
      a.kind as kind, coalesce(a.at, r.ringsAt) as at, r.title as title, p.name as person, c.id as companyId, c.name as companyName
    from calendar_event e
      left join activity a on a.id = e.sourceId left join reminder r on r.id = e.sourceId
      left join contact p on p.id = e.sourceId left join company c on c.id = e.companyId
    where ${allOf([
      sql`e.userId = ${userId} and (e.state = 'removed' or e.failures > 0 or e.dueAt is not null)`,
      afterCursor(oldestFirst, after),
    ])} ${pageOf(oldestFirst, limit)}`);
  const say = (code: string, details?: Record<string, unknown>) => translate(ctx.modules, locale, code, details);
  return cutPage(rows, limit, oldestFirst, (row) => ({
    id: row.id,
    status: row.state === 'removed' ? 'removed' : row.failures > 0 ? 'failed' : 'waiting',
    title:
      row.source === 'activity'
        ? say(`calendar.kind.${row.kind ?? 'call'}`)
        : row.source === 'reminder'
          ? (row.title ?? '')
          : say('calendar.birthday', { name: row.person ?? '' }),
    at: row.at && toIso(row.at),
    company: refOf(row.companyId, row.companyName),
    fault: row.error,
  }));
}

/** The person's own, taken out of Outlook and not answered for yet. */
async function removedEntry(ctx: Ctx, id: string): Promise<CalendarEvent> {
  authorizeSelf(ctx);
  const entry = await findRow(ctx.db, CalendarEvent, { id });
  if (entry?.userId !== signedIn(ctx).id) throw notFound();
  return entry;
}

export async function putBack(ctx: Ctx, { id }: EndpointParsed<typeof putBackEntry>): Promise<{ ok: true }> {
  const entry = await removedEntry(ctx, id);
  // It is there already: asked twice.
  if (entry.state === 'removed') {
    await comeBack(ctx, entry);
    await wakeMailbox(ctx, entry.userId);
  }
  return { ok: true };
}

export async function cancel(ctx: Ctx, { id }: EndpointParsed<typeof cancelEntry>): Promise<{ ok: true }> {
  const entry = await removedEntry(ctx, id);
  if (entry.state === 'removed') await cancelPlanned(ctx, entry);
  return { ok: true };
}

export async function readOfCompany(
  ctx: Ctx,
  { companyId }: EndpointParsed<typeof companyCalendar>,
): Promise<EndpointOutput<typeof companyCalendar>> {
  await loadCompany(ctx, companyId, 'companies.read');
  const rows = await ctx.db.rows<
    Pick<CalendarEvent, 'id' | 'userId' | 'sourceId' | 'state' | 'failures' | 'eventId'> & Record<string, unknown>
  >(sql`select id, userId, sourceId, state, failures, eventId from calendar_event
    where companyId = ${companyId} and source = 'activity' and state <> 'closed' order by id`);
  return {
    rows: rows.map(({ id, userId, sourceId, state, failures, eventId }) => ({
      entryId: id,
      activityId: sourceId,
      status: state === 'removed' ? 'removed' : failures > 0 ? 'failed' : eventId ? 'there' : 'waiting',
      own: userId === ctx.user?.id,
    })),
  };
}
