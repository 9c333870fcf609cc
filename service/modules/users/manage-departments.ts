import { authorizeSelf, requirePermission } from '../../kernel/authorize';
import type { Ctx } from '../../kernel/context';
import { toNumber } from '../../kernel/dialect';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { conflict, notFound } from '../../kernel/errors';
import { findRecord, insertRecord, removeRecord, requireVersion, updateRecord } from '../../kernel/records';
import { sql } from '../../kernel/sql';
import type {
  createDepartment,
  deleteDepartment,
  DepartmentView,
  listDepartments,
  updateDepartment,
} from './users.contract';
import { Department } from './users.entity';

export async function readDepartments(ctx: Ctx): Promise<EndpointOutput<typeof listDepartments>> {
  authorizeSelf(ctx);
  return { rows: await viewDepartments(ctx) };
}

export async function addDepartment(
  ctx: Ctx,
  { name }: EndpointParsed<typeof createDepartment>,
): Promise<DepartmentView> {
  requirePermission(ctx, 'users.manage');
  return { ...(await insertRecord(ctx, Department, { name })), users: 0 };
}

export async function changeDepartment(
  ctx: Ctx,
  { id, version, name }: EndpointParsed<typeof updateDepartment>,
): Promise<DepartmentView> {
  requirePermission(ctx, 'users.manage');
  const department = await findRecord(ctx, Department, { id });
  if (!department) throw notFound();
  requireVersion(department, version);
  await updateRecord(ctx, Department, department, { name });
  return view(ctx, id);
}

export async function dropDepartment(
  ctx: Ctx,
  { id, version }: EndpointParsed<typeof deleteDepartment>,
): Promise<{ ok: true }> {
  requirePermission(ctx, 'users.manage');
  const department = await findRecord(ctx, Department, { id });
  if (!department) throw notFound();
  requireVersion(department, version);
  const { users } = await view(ctx, id);
  if (users > 0) throw conflict('users.departmentHasPeople', { count: users });
  await ctx.db.run(
    sql`update user_account set departmentId = null where departmentId = ${id} and deletedAt is not null`,
  );
  await removeRecord(ctx, Department, department);
  return { ok: true };
}

async function view(ctx: Ctx, id: string): Promise<DepartmentView> {
  const found = (await viewDepartments(ctx)).find((department) => department.id === id);
  if (!found) throw notFound();
  return found;
}

async function viewDepartments(ctx: Ctx): Promise<DepartmentView[]> {
  const rows = await ctx.db.rows<Omit<DepartmentView, 'users'> & { users: number | string }>(sql`
    select d.id as id, d.version as version, d.name as name,
      (select count(*) from user_account u where u.departmentId = d.id and u.deletedAt is null) as users
    from department d order by d.name, d.id`);
  return rows.map((row) => ({ ...row, users: toNumber(row.users) }));
}
