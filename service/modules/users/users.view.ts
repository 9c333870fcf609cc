import { toFlag, toIso, toNumber } from '../../kernel/dialect';
import type { Db } from '../../kernel/database';
import { sql } from '../../kernel/sql';
import type { Ctx } from '../../kernel/context';
import { signedIn } from '../../kernel/context';
import { notFound } from '../../kernel/errors';
import type { Grants, Me, UserView } from './users.contract';
import type { User } from './users.entity';

export async function viewMe(ctx: Ctx): Promise<Me> {
  const user = signedIn(ctx);
  return viewMeOf(ctx.db, user.id, Object.fromEntries(user.grants) as Grants);
}

export async function viewMeOf(db: Db, userId: string, can: Grants): Promise<Me> {
  const row = await db.row<
    Pick<
      User,
      | 'id'
      | 'version'
      | 'login'
      | 'name'
      | 'email'
      | 'phone'
      | 'timeZone'
      | 'locale'
      | 'theme'
      | 'departmentId'
      | 'roleId'
    > & {
      mustChangePassword: unknown;
      roleCode: string;
      roleName: string;
      departmentName: string | null;
    }
  >(sql`
    select u.id as id, u.version as version, u.login as login, u.name as name, u.email as email, u.phone as phone,
      u.timeZone as timeZone, u.locale as locale, u.theme as theme, u.departmentId as departmentId, u.roleId as roleId,
      u.mustChangePassword as mustChangePassword, r.code as roleCode, r.name as roleName, d.name as departmentName
    from user_account u join role r on r.id = u.roleId left join department d on d.id = u.departmentId
    where u.id = ${userId}`);
  if (!row) throw notFound();
  const { roleId, roleCode, roleName, departmentId, departmentName, mustChangePassword, ...rest } = row;
  return {
    ...rest,
    mustChangePassword: toFlag(mustChangePassword),
    role: { id: roleId, code: roleCode, name: roleName },
    department: departmentId ? { id: departmentId, name: departmentName! } : null,
    can,
  };
}

type UserRow = Omit<UserView, 'lastSeenAt' | 'mustChangePassword' | 'microsoft' | 'companies'> & {
  lastSeenAt: Date | string | null;
  entraKey: string | null;
  mustChangePassword: unknown;
  companies: number | string;
};

const columns = sql`u.id as id, u.version as version, u.login as login, u.name as name, u.email as email, u.phone as phone,
  u.roleId as roleId, u.departmentId as departmentId, u.timeZone as timeZone, u.locale as locale, u.status as status,
  u.mustChangePassword as mustChangePassword, u.lastSeenAt as lastSeenAt, u.entraKey as entraKey,
  (select count(*) from company c where c.ownerId = u.id and c.deletedAt is null) as companies`;

const toView = ({ entraKey, ...row }: UserRow): UserView => ({
  ...row,
  microsoft: entraKey !== null,
  lastSeenAt: toIso(row.lastSeenAt),
  mustChangePassword: toFlag(row.mustChangePassword),
  companies: toNumber(row.companies),
});

export async function viewUsers(db: Db): Promise<UserView[]> {
  const rows = await db.rows<UserRow>(
    sql`select ${columns} from user_account u where u.deletedAt is null order by u.name, u.id`,
  );
  return rows.map(toView);
}

export async function viewUser(db: Db, userId: string): Promise<UserView> {
  const row = await db.row<UserRow>(sql`select ${columns} from user_account u where u.id = ${userId}`);
  if (!row) throw notFound();
  return toView(row);
}
