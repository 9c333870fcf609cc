import { createHash } from 'node:crypto';
import { reaches, requirePermission } from '../../kernel/authorize';
import type { Ctx } from '../../kernel/context';
import { toIso } from '../../kernel/dialect';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { limitRows, sql, type Sql } from '../../kernel/sql';
import { canSee, refOf, visible } from '../companies/companies.public';
import type { LoggedView, mailState } from './mail.contract';

/**
 * An item's key as the index holds it. Clients differ in the angle brackets and the case of a Message-ID's domain; RFC
 * 5322, 3.6.4 makes the whole of it one opaque word, so no more than that is folded.
 */
export const hashOf = (key: string): string =>
  createHash('sha256').update(key.trim().replace(/^<|>$/g, '').toLowerCase()).digest('hex');

interface Row {
  id: string;
  version: number;
  companyId: string;
  companyName: string;
  companyOwnerId: string | null;
  activityId: string;
  authorId: string | null;
  authorName: string | null;
  createdAt: Date | string;
}

/** Who logged the item, the first first. Every colleague may know that; on which company, who may see that company. */
export const loggedOf = (ctx: Ctx, itemHash: string): Promise<LoggedView[]> =>
  readLogged(ctx, sql`m.itemHash = ${itemHash}`);

export const loggedById = async (ctx: Ctx, id: string): Promise<LoggedView> =>
  (await readLogged(ctx, sql`m.id = ${id}`))[0]!;

async function readLogged(ctx: Ctx, condition: Sql): Promise<LoggedView[]> {
  const rows = await ctx.db.rows<Row>(sql`
    select m.id as id, m.version as version, m.companyId as companyId, c.name as companyName, c.ownerId as companyOwnerId,
      m.activityId as activityId, m.authorId as authorId, u.name as authorName, m.createdAt as createdAt
    from mail_item m join company c on c.id = m.companyId join activity a on a.id = m.activityId
      left join user_account u on u.id = m.authorId
    where ${condition} and c.deletedAt is null and a.deletedAt is null order by m.id ${limitRows(50)}`);
  return rows.map((row) => {
    const owned = { ownerId: row.companyOwnerId };
    const seen = canSee(ctx, owned);
    return {
      id: row.id,
      version: row.version,
      company: seen ? { id: row.companyId, name: row.companyName } : null,
      activityId: seen ? row.activityId : null,
      by: refOf(row.authorId, row.authorName),
      at: toIso(row.createdAt),
      can: { unlog: seen && reaches(ctx, 'activities.write', owned) },
    };
  });
}

/** The company that the thread's newest logged item stands on. */
export async function threadCompany(ctx: Ctx, threadHash: string): Promise<{ id: string; name: string } | null> {
  return ctx.db.row<{ id: string; name: string }>(sql`
    select c.id as id, c.name as name
    from mail_item m join company c on c.id = m.companyId join activity a on a.id = m.activityId
    where m.threadHash = ${threadHash} and c.deletedAt is null and a.deletedAt is null and ${visible(ctx)}
    order by m.at desc, m.id desc ${limitRows(1)}`);
}

export async function readState(
  ctx: Ctx,
  { key }: EndpointParsed<typeof mailState>,
): Promise<EndpointOutput<typeof mailState>> {
  requirePermission(ctx, 'companies.read');
  return { logged: await loggedOf(ctx, hashOf(key)) };
}
