import type { Ctx } from '../../kernel/context';
import { toIso } from '../../kernel/dialect';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { readHistory } from '../../kernel/history';
import { sql } from '../../kernel/sql';
import type { assignmentView, companyChanges } from './companies.contract';
import { loadCompany } from './companies.policy';
import { refOf } from './companies.view';
import type { z } from 'zod';

/** Everything written on the card and on what hangs on it, newest first. */
export async function readChanges(
  ctx: Ctx,
  { id, limit, after }: EndpointParsed<typeof companyChanges>,
): Promise<EndpointOutput<typeof companyChanges>> {
  await loadCompany(ctx, id, 'companies.read');
  const { rows, next } = await readHistory(ctx, sql`a.scopeId = ${id}`, { limit, after });
  return { rows: rows.map(({ scopeId: _, ...row }) => row), next };
}

interface AssignmentRow {
  ownerId: string | null;
  ownerName: string | null;
  startedAt: Date | string;
  endedAt: Date | string | null;
  assignedBy: string | null;
  byName: string | null;
  why: string | null;
}

export async function readAssignments(ctx: Ctx, companyId: string): Promise<z.infer<typeof assignmentView>[]> {
  const rows = await ctx.db.rows<AssignmentRow>(sql`
    select a.ownerId as ownerId, o.name as ownerName, a.startedAt as startedAt, a.endedAt as endedAt,
      a.assignedBy as assignedBy, b.name as byName, a.why as why
    from assignment a left join user_account o on o.id = a.ownerId left join user_account b on b.id = a.assignedBy
    where a.companyId = ${companyId} order by a.startedAt desc, a.id desc`);
  return rows.map((row) => ({
    owner: refOf(row.ownerId, row.ownerName),
    from: toIso(row.startedAt),
    to: toIso(row.endedAt),
    by: refOf(row.assignedBy, row.byName),
    why: row.why,
  }));
}
