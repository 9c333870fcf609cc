import type { Deps, Identity, Locale } from '../../kernel/context';
import type { Scope } from '../../kernel/endpoint';
import { secretHash } from '../../kernel/secret-hash';
import { sql } from '../../kernel/sql';
import { toFlag } from '../../kernel/dialect';

export const tokenHash = secretHash;

/** An idle session ends after so many days, whatever its term. */
const idleDays = 14;
/** `lastUsedAt` is for people to read: written once in a while, not with every request. */
const touchMilliseconds = 15 * 60_000;

interface SessionRow {
  sessionId: string;
  lastUsedAt: string | Date;
  id: string;
  name: string;
  grants: string;
  departmentId: string | null;
  timeZone: string;
  locale: Locale;
  mustChangePassword: unknown;
}

/**
 * Who a token belongs to, with his rights as they are at this moment: a block, a changed role or an ended session
 * holds from the next request on, in every process.
 */
export async function identify(deps: Deps, token: string): Promise<Identity | null> {
  const now = deps.clock.now();
  const idleSince = new Date(now.getTime() - idleDays * 86_400_000);
  const row = await deps.database.read.row<SessionRow>(sql`
    select s.id as sessionId, s.lastUsedAt as lastUsedAt, u.id as id, u.name as name, r.grants as grants,
      u.departmentId as departmentId, u.timeZone as timeZone, u.locale as locale, u.mustChangePassword as mustChangePassword
    from session s join user_account u on u.id = s.userId join role r on r.id = u.roleId
    where s.tokenHash = ${tokenHash(token)} and s.expiresAt > ${now} and s.lastUsedAt > ${idleSince}
      and u.status = 'active' and u.deletedAt is null`);
  if (!row) return null;
  if (now.getTime() - new Date(row.lastUsedAt).getTime() > touchMilliseconds) await touch(deps, row, now);
  return {
    id: row.id,
    name: row.name,
    sessionId: row.sessionId,
    departmentId: row.departmentId,
    timeZone: row.timeZone,
    locale: row.locale,
    mustChangePassword: toFlag(row.mustChangePassword),
    ...(await rightsOf(deps, row)),
  };
}

/** The same without a session: for a job that works in a person's name. */
export async function identityOf(deps: Deps, userId: string): Promise<Identity | null> {
  const row = await deps.database.read.row<Omit<SessionRow, 'sessionId' | 'lastUsedAt'>>(sql`
    select u.id as id, u.name as name, r.grants as grants, u.departmentId as departmentId, u.timeZone as timeZone, u.locale as locale,
      u.mustChangePassword as mustChangePassword from user_account u join role r on r.id = u.roleId
    where u.id = ${userId} and u.status = 'active' and u.deletedAt is null`);
  if (!row) return null;
  return {
    ...row,
    sessionId: null,
    mustChangePassword: toFlag(row.mustChangePassword),
    ...(await rightsOf(deps, row)),
  };
}

async function rightsOf(
  deps: Deps,
  { id, grants, departmentId }: { id: string; grants: string; departmentId: string | null },
): Promise<Pick<Identity, 'grants' | 'department'>> {
  const granted = Object.entries(JSON.parse(grants) as Record<string, Scope>);
  const wantsDepartment = departmentId && granted.some(([, scope]) => scope === 'department');
  const people = wantsDepartment
    ? await deps.database.read.rows<{ id: string }>(
        sql`select id from user_account where departmentId = ${departmentId}`,
      )
    : [{ id }];
  return {
    grants: new Map(granted),
    department: new Set(departmentId ? people.map((person) => person.id) : []),
  };
}

async function touch(deps: Deps, row: SessionRow, now: Date): Promise<void> {
  await deps.database.transaction(async (db) => {
    await db.run(sql`update session set lastUsedAt = ${now} where id = ${row.sessionId}`);
    await db.run(sql`update user_account set lastSeenAt = ${now} where id = ${row.id}`);
  });
}
