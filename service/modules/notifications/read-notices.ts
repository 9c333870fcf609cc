import { authorizeSelf, grantOf } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import { toIso, toNumber } from '../../kernel/dialect';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { forbidden } from '../../kernel/errors';
import { afterCursor, cutPage, pageOf, type SortKey } from '../../kernel/paging';
import { allOf, inList, raw, sql } from '../../kernel/sql';
import type { DeliveryView, listDeliveries, listNotices, NoticeView, readNotices } from './notifications.contract';

export interface NoticeRow extends Record<string, unknown> {
  id: string;
  kind: NoticeView['kind'];
  title: string;
  body: string | null;
  link: string | null;
  companyId: string | null;
  createdAt: Date | string;
  readAt: Date | string | null;
}

export const toNotice = (row: NoticeRow): NoticeView => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  body: row.body,
  link: row.link,
  companyId: row.companyId,
  createdAt: toIso(row.createdAt),
  readAt: toIso(row.readAt),
});

const newestFirst = (alias: string): SortKey[] => [
  { column: raw(`${alias}.createdAt`), property: 'createdAt', instant: true, descending: true },
  { column: raw(`${alias}.id`), property: 'id', descending: true },
];

export async function ownNotices(
  ctx: Ctx,
  { limit, after }: EndpointParsed<typeof listNotices>,
): Promise<EndpointOutput<typeof listNotices>> {
  authorizeSelf(ctx);
  const keys = newestFirst('n');
  const rows = await ctx.db.rows<NoticeRow>(sql`
    select n.id as id, n.kind as kind, n.title as title, n.body as body, n.link as link, n.companyId as companyId,
      n.createdAt as createdAt, n.readAt as readAt
    from notice n where ${allOf([sql`n.userId = ${signedIn(ctx).id}`, afterCursor(keys, after)])} ${pageOf(keys, limit)}`);
  return { ...cutPage(rows, limit, keys, toNotice), unread: await countUnread(ctx) };
}

export async function markRead(
  ctx: Ctx,
  { ids }: EndpointParsed<typeof readNotices>,
): Promise<EndpointOutput<typeof readNotices>> {
  authorizeSelf(ctx);
  await ctx.db.run(
    sql`update notice set readAt = ${ctx.clock.now()} where ${allOf([
      sql`userId = ${signedIn(ctx).id} and readAt is null`,
      ids ? inList(raw('id'), ids) : null,
    ])}`,
  );
  return { unread: await countUnread(ctx) };
}

async function countUnread(ctx: Ctx): Promise<number> {
  const row = await ctx.db.row<{ found: number | string }>(
    sql`select count(*) as found from notice where userId = ${signedIn(ctx).id} and readAt is null`,
  );
  return toNumber(row?.found ?? 0);
}

export async function readDeliveries(
  ctx: Ctx,
  { userId, limit, after }: EndpointParsed<typeof listDeliveries>,
): Promise<EndpointOutput<typeof listDeliveries>> {
  authorizeSelf(ctx);
  const me = signedIn(ctx).id;
  if (userId && userId !== me && !grantOf(ctx, 'users.manage')) throw forbidden();
  const keys = newestFirst('d');
  type Row = Omit<DeliveryView, 'createdAt' | 'dueAt' | 'sentAt'> &
    Record<'createdAt' | 'dueAt', Date | string> & { sentAt: Date | string | null } & Record<string, unknown>;
  const rows = await ctx.db.rows<Row>(sql`
    select d.id as id, n.kind as kind, n.title as title, d.channel as channel, d.status as status, d.createdAt as createdAt,
      d.dueAt as dueAt, d.sentAt as sentAt, d.attempts as attempts, d.error as error
    from delivery d join notice n on n.id = d.noticeId
    where ${allOf([sql`d.userId = ${userId ?? me}`, afterCursor(keys, after)])} ${pageOf(keys, limit)}`);
  return cutPage(rows, limit, keys, (row): DeliveryView => ({
    id: row.id,
    kind: row.kind,
    title: row.title,
    channel: row.channel,
    status: row.status,
    createdAt: toIso(row.createdAt),
    dueAt: row.status === 'waiting' ? toIso(row.dueAt) : null,
    sentAt: toIso(row.sentAt),
    attempts: row.attempts,
    error: row.error,
  }));
}
