import type { Ctx } from '../../kernel/context';
import { findRecord, updateRecord } from '../../kernel/records';
import { limitRows, sql } from '../../kernel/sql';
import { Company } from '../companies/companies.public';
import type { ActivityKind } from './activity-kinds';

/** Asks for the company's summary to be renewed, once, when everything of this call is written. */
export function renewSummaryLater(ctx: Ctx, companyId: string): void {
  ctx.beforeCommit.set(`company-summary ${companyId}`, () => renewSummary(ctx, companyId));
}

interface Planned {
  id: string;
  at: Date | string;
  kind: ActivityKind;
  postponed: number;
}

interface Done {
  at: Date | string;
  kind: ActivityKind;
  note: string | null;
  outcome: string | null;
}

/**
 * Keeps on the company what every list asks for: the next contact, which *is* its earliest planned activity, and the
 * last talk. Derived from the activities each time, so there is no second truth.
 */
async function renewSummary(ctx: Ctx, companyId: string): Promise<void> {
  // Two managers writing on one company at once: on SQL Server the second waits here and then reads what the first wrote.
  if (ctx.db.dialect === 'mssql')
    await ctx.db.run(sql`update company set updatedAt = updatedAt where id = ${companyId}`);
  const next = await ctx.db.row<Planned>(sql`
    select a.id as id, a.at as at, a.kind as kind, a.postponed as postponed from activity a
    where a.companyId = ${companyId} and a.status = 'planned' and a.deletedAt is null order by a.at, a.id ${limitRows(1)}`);
  const last = await ctx.db.row<Done>(lastDone(companyId, true));
  const talk = last?.kind === 'note' ? await ctx.db.row<Done>(lastDone(companyId, false)) : last;
  const company = await findRecord(ctx, Company, { id: companyId });
  if (!company) return;
  const words = last?.note ?? last?.outcome ?? null;
  await updateRecord(ctx, Company, company, {
    nextContactAt: next ? new Date(next.at) : null,
    nextContactId: next?.id ?? null,
    nextContactKind: next?.kind ?? null,
    nextPostponed: next?.postponed ?? 0,
    lastContactAt: talk ? new Date(talk.at) : null,
    lastNote: words && words.slice(0, 300),
    ...(next && company.noNextReason ? { noNextReason: null } : {}),
  });
}

const lastDone = (companyId: string, withNotes: boolean) => sql`
  select a.at as at, a.kind as kind, a.note as note, o.name as outcome
  from activity a left join outcome o on o.id = a.outcomeId
  where a.companyId = ${companyId} and a.status = 'done' and a.deletedAt is null
    and ${withNotes ? sql`1 = 1` : sql`a.kind <> 'note'`}
  order by a.at desc, a.id desc ${limitRows(1)}`;
