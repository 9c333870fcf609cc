import { requirePermission } from '../../kernel/authorize';
import type { Ctx } from '../../kernel/context';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { limitRows, sql, type Sql } from '../../kernel/sql';
import { companyKey } from './company-name';
import type { findLookalikes, Lookalike } from './companies.contract';
import { canSee } from './companies.policy';
import { refOf } from './companies.view';
import { isFreeMail, mailDomain } from './emails';
import { requisitesKey } from './legal-entity-rules';
import { parsePhone } from './phones';

interface Found {
  id: string;
  name: string;
  city: string | null;
  ownerId: string | null;
  ownerName: string | null;
}

/**
 * Companies that may be the one being entered. A company of somebody else's is named with its manager but cannot be
 * opened: enough to go and ask, not enough to take it.
 */
export async function lookAlike(
  ctx: Ctx,
  input: EndpointParsed<typeof findLookalikes>,
): Promise<EndpointOutput<typeof findLookalikes>> {
  requirePermission(ctx, 'companies.create');
  const { name, inn, kpp, phone, email } = input;
  const key = requisitesKey({ inn, kpp });
  const e164 = phone ? parsePhone(phone, 'RU').e164 : null;
  const domain = email ? mailDomain(email) : null;
  const nameKey = name ? companyKey(name) : '';

  const found = new Map<string, Lookalike>();
  const collect = async (because: Lookalike['because'][number], condition: Sql, blocking = false) => {
    const rows = await ctx.db.rows<Found>(sql`
      select c.id as id, c.name as name, c.city as city, c.ownerId as ownerId, u.name as ownerName
      from company c left join user_account u on u.id = c.ownerId
      where c.deletedAt is null and ${condition} order by c.nameKey, c.id ${limitRows(5)}`);
    for (const row of rows) {
      const before = found.get(row.id);
      found.set(row.id, {
        id: row.id,
        name: row.name,
        city: row.city,
        owner: refOf(row.ownerId, row.ownerName),
        visible: canSee(ctx, row),
        because: [...new Set([...(before?.because ?? []), because])],
        blocking: blocking || (before?.blocking ?? false),
      });
    }
  };
  const pointed = (kind: string, value: string) =>
    sql`c.id in (select p.companyId from contact_point p where p.kind = ${kind} and p.value = ${value})`;

  if (key)
    await collect(
      'inn',
      sql`c.id in (select l.companyId from legal_entity l where l.requisitesKey = ${key} and l.deletedAt is null)`,
      true,
    );
  // A branch, or the head of one: the same INN, another KPP.
  if (key)
    await collect(
      'inn',
      sql`c.id in (select l.companyId from legal_entity l where l.inn = ${inn} and l.deletedAt is null)`,
    );
  if (nameKey.length > 1) await collect('name', sql`c.nameKey = ${nameKey}`);
  if (e164) await collect('phone', pointed('phone', e164));
  if (domain && !isFreeMail(domain)) await collect('emailDomain', pointed('domain', domain));
  return { rows: [...found.values()].slice(0, 10) };
}
