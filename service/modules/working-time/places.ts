import type { Ctx } from '../../kernel/context';
import { isUniqueViolation } from '../../kernel/dialect';
import { newId } from '../../kernel/id';
import { join, sql, type Sql } from '../../kernel/sql';
import { loadCalendar } from './load-calendar';
import { zoneClock } from './working-time-rules';
import type { Country } from './working-time.contract';

interface PlaceRow {
  timeZone: string;
  country: Country;
}

/** Notes that some company stands in this zone and country. */
export async function rememberPlace(ctx: Ctx, { timeZone, country }: PlaceRow): Promise<void> {
  const known = sql`select id from place where timeZone = ${timeZone} and country = ${country}`;
  if (await ctx.db.row(known)) return;
  try {
    await ctx.db.run(
      sql`insert into place (id, timeZone, country) values (${newId(ctx.clock.now())}, ${timeZone}, ${country})`,
    );
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
}

/**
 * The clocks of all places where it is no holiday, as rows to join companies with: `opening` must not be before the
 * company's hours, `closing` not at or behind their end, `days` must share a bit with its days. Null for no place.
 */
export async function openPlaces(ctx: Ctx): Promise<Sql | null> {
  const now = ctx.clock.now();
  const places = await ctx.db.rows<PlaceRow>(sql`select timeZone, country from place order by timeZone, country`);
  const calendar = await loadCalendar(ctx);
  const clocks = places.flatMap(({ timeZone, country }) => {
    const { date, minute, dayBit } = zoneClock(now, timeZone);
    const kind = calendar.kindOf(country, date);
    if (kind === 'holiday') return [];
    // A transferred working Saturday, even a short one, is a working day for everybody; a short day ends an hour earlier.
    const weekend = dayBit >= 32;
    return [
      {
        timeZone,
        country,
        opening: minute,
        closing: kind === 'short' ? minute + 60 : minute,
        days: kind === 'working' || (kind === 'short' && weekend) ? 127 : dayBit,
      },
    ];
  });
  if (clocks.length === 0) return null;
  return join(
    clocks.map(
      ({ timeZone, country, opening, closing, days }) =>
        sql`select ${timeZone} as timeZone, ${country} as country, ${opening} as opening, ${closing} as closing, ${days} as days`,
    ),
    ' union all ',
  );
}
