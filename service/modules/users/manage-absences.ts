import { authorizeSelf, grantOf } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { forbidden, invalid, notFound } from '../../kernel/errors';
import { findRecord, insertRecord, removeRecord, requireVersion } from '../../kernel/records';
import { inList, raw, sql } from '../../kernel/sql';
import type { AbsenceView, createAbsence, deleteAbsence, listAbsences } from './users.contract';
import { Absence, User } from './users.entity';
import { findRows } from '../../kernel/rows';

export async function readAbsences(
  ctx: Ctx,
  { userId }: EndpointParsed<typeof listAbsences>,
): Promise<EndpointOutput<typeof listAbsences>> {
  const whose = requireOwnOrManaged(ctx, userId);
  const rows = (await findRows(ctx.db, Absence, { userId: whose }, ['fromDay'])).reverse();
  return { rows: rows.map(toView) };
}

export async function addAbsence(ctx: Ctx, input: EndpointParsed<typeof createAbsence>): Promise<AbsenceView> {
  const userId = requireOwnOrManaged(ctx, input.userId);
  if (!(await findRecord(ctx, User, { id: userId }))) throw invalid({ userId: 'users.noSuchUser' });
  if (input.to < input.from) throw invalid({ to: 'users.absenceOrder' });
  return toView(
    await insertRecord(ctx, Absence, { userId, fromDay: input.from, toDay: input.to, reason: input.reason }),
  );
}

export async function dropAbsence(
  ctx: Ctx,
  { id, version }: EndpointParsed<typeof deleteAbsence>,
): Promise<{ ok: true }> {
  authorizeSelf(ctx);
  const absence = await findRecord(ctx, Absence, { id });
  if (!absence || (absence.userId !== signedIn(ctx).id && !grantOf(ctx, 'users.manage'))) throw notFound();
  requireVersion(absence, version);
  await removeRecord(ctx, Absence, absence);
  return { ok: true };
}

/** Is the user away on that day? Asked for many days in a row: one query for the whole stretch. */
export async function absenceDays(ctx: Ctx, userId: string, fromDay: string): Promise<(day: string) => boolean> {
  const isAway = await absencesOf(ctx, [userId], fromDay);
  return (day) => isAway(userId, day);
}

/** The same for many people, 1,000 at most. */
export async function absencesOf(
  ctx: Ctx,
  userIds: readonly string[],
  fromDay: string,
): Promise<(userId: string, day: string) => boolean> {
  const rows = await ctx.db.rows<{ userId: string; fromDay: string; toDay: string }>(
    sql`select userId, fromDay, toDay from absence where ${inList(raw('userId'), userIds)} and toDay >= ${fromDay}`,
  );
  return (userId, day) => rows.some((row) => row.userId === userId && row.fromDay <= day && day <= row.toDay);
}

function requireOwnOrManaged(ctx: Ctx, userId: string | undefined): string {
  authorizeSelf(ctx);
  const me = signedIn(ctx).id;
  if (userId !== undefined && userId !== me && !grantOf(ctx, 'users.manage')) throw forbidden();
  return userId ?? me;
}

const toView = ({ id, version, userId, fromDay, toDay, reason }: Absence): AbsenceView => ({
  id,
  version,
  userId,
  from: fromDay,
  to: toDay,
  reason,
});
