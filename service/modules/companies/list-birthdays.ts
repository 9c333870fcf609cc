import type { Ctx } from '../../kernel/context';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { allOf, anyOf, sql } from '../../kernel/sql';
import { birthdaysWithin, nextBirthday } from './birthdays';
import type { listBirthdays } from './companies.contract';
import { visible } from './companies.policy';
import { today } from './companies.queries';

interface Row {
  contactId: string;
  name: string;
  position: string | null;
  companyId: string;
  companyName: string;
  birthDay: number;
  birthMonth: number;
  birthYear: number | null;
}

export async function comingBirthdays(
  ctx: Ctx,
  { days, owner }: EndpointParsed<typeof listBirthdays>,
): Promise<EndpointOutput<typeof listBirthdays>> {
  const from = today(ctx);
  const kept = birthdaysWithin(from, days).map(
    ({ month, day }) => sql`(p.birthMonth = ${month} and p.birthDay = ${day})`,
  );
  const rows = await ctx.db.rows<Row>(sql`
    select p.id as contactId, p.name as name, p.position as position, c.id as companyId, c.name as companyName,
      p.birthDay as birthDay, p.birthMonth as birthMonth, p.birthYear as birthYear
    from contact p join company c on c.id = p.companyId
    where ${allOf([
      sql`p.deletedAt is null and c.deletedAt is null and p.birthMonth is not null`,
      anyOf(kept),
      visible(ctx),
      owner ? sql`c.ownerId = ${owner}` : null,
    ])}`);
  return {
    rows: rows
      .map((row) => {
        const birthday = { day: row.birthDay, month: row.birthMonth, year: row.birthYear };
        const { contactId, name, position } = row;
        return {
          contactId,
          name,
          position,
          company: { id: row.companyId, name: row.companyName },
          birthday,
          ...nextBirthday(birthday, from),
        };
      })
      .sort((a, b) => a.date.localeCompare(b.date) || a.name.localeCompare(b.name, 'ru')),
  };
}
