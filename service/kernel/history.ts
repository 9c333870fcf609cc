import type { AuditAction } from './audit';
import type { Ctx } from './context';
import { toIso } from './dialect';
import { afterCursor, cutPage, pageOf, type SortKey } from './paging';
import { allOf, raw, sql, type Sql } from './sql';

// Ids are ordered by time, so the newest are found without a sort.
const newestFirst: SortKey[] = [{ column: raw('a.id'), property: 'id', descending: true }];

interface Row extends Record<string, unknown> {
  id: string;
  at: Date | string;
  userId: string | null;
  userName: string | null;
  entity: string;
  recordId: string;
  scopeId: string | null;
  action: AuditAction;
  fields: string;
}

/** A page of the history; `condition` speaks of `audit_entry a`. */
export async function readHistory(ctx: Ctx, condition: Sql, { limit, after }: { limit: number; after?: string }) {
  const rows = await ctx.db.rows<Row>(sql`
    select a.id as id, a.at as at, a.userId as userId, u.name as userName, a.entity as entity, a.recordId as recordId,
      a.scopeId as scopeId, a.action as action, a.fields as fields
    from audit_entry a left join user_account u on u.id = a.userId
    where ${allOf([condition, afterCursor(newestFirst, after)])} ${pageOf(newestFirst, limit)}`);
  return cutPage(rows, limit, newestFirst, (row) => ({
    id: row.id,
    at: toIso(row.at),
    by: row.userId ? { id: row.userId, name: row.userName ?? '' } : null,
    entity: row.entity,
    recordId: row.recordId,
    scopeId: row.scopeId,
    action: row.action,
    fields: JSON.parse(row.fields) as Record<string, [unknown, unknown]>,
  }));
}
