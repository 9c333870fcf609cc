import type { Column, Entity } from './columns';
import type { Db } from './database';
import { toFlag } from './dialect';
import { join, raw, sql, type Sql } from './sql';

/**
 * Rows of a table as objects, both ways. Plain SELECT, INSERT, UPDATE and DELETE written from the entity's columns:
 * no OUTPUT clause and no MERGE on SQL Server, and a third of the time of TypeORM's builders on a hot path
 * (docs/performance.md). Business records are written through records.ts, which keeps their history.
 */
type Where<T> = { readonly [K in keyof T]?: T[K] };

export async function findRows<T extends { id: string }>(
  db: Db,
  definition: Entity<T>,
  where: Where<T>,
  order: 'id' | (keyof T & string)[] = 'id',
): Promise<T[]> {
  const { select, read } = shapeOf(definition);
  const keys = order === 'id' ? ['id'] : [...order, 'id'];
  const rows = await db.rows<Record<string, unknown>>(
    sql`${select} where ${condition(definition, where)} order by ${raw(keys.join(', '))}`,
  );
  return rows.map(read);
}

export async function findRow<T extends { id: string }>(
  db: Db,
  definition: Entity<T>,
  where: Where<T>,
): Promise<T | null> {
  const { select, read } = shapeOf(definition);
  const row = await db.row<Record<string, unknown>>(sql`${select} where ${condition(definition, where)}`);
  return row && read(row);
}

/** As many rows a statement as SQL Server's 2,100 parameters allow. */
export async function insertRows<T extends { id: string }>(
  db: Db,
  definition: Entity<T>,
  rows: readonly T[],
): Promise<void> {
  const { names, insert } = shapeOf(definition);
  const most = Math.max(1, Math.floor(2000 / names.length));
  for (let from = 0; from < rows.length; from += most)
    await db.run(
      sql`${insert}${join(
        rows.slice(from, from + most).map((row) => values(definition, names, row)),
        ', ',
      )}`,
    );
}

/** How many rows were changed. */
export async function changeRows<T extends { id: string }>(
  db: Db,
  definition: Entity<T>,
  where: Where<T>,
  set: Partial<T>,
): Promise<number> {
  const given = (Object.keys(set) as (keyof T & string)[]).filter((name) => set[name] !== undefined);
  if (given.length === 0) return 0;
  const changes = given.map((name) => sql`${raw(name)} = ${toColumn(definition.columns[name], set[name])}`);
  return db.run(sql`update ${raw(definition.name)} set ${join(changes, ', ')} where ${condition(definition, where)}`);
}

export async function deleteRows<T extends { id: string }>(
  db: Db,
  definition: Entity<T>,
  where: Where<T>,
): Promise<number> {
  return db.run(sql`delete from ${raw(definition.name)} where ${condition(definition, where)}`);
}

interface Shape<T> {
  names: (keyof T & string)[];
  select: Sql;
  insert: Sql;
  read: (row: Record<string, unknown>) => T;
}

/** Worked out once for each table. */
const shapes = new WeakMap<object, Shape<never>>();

function shapeOf<T extends { id: string }>(definition: Entity<T>): Shape<T> {
  const known = shapes.get(definition) as Shape<T> | undefined;
  if (known) return known;
  const names = Object.keys(definition.columns) as (keyof T & string)[];
  const columns = names.join(', ');
  const converted = names.flatMap((name) => {
    const convert = fromColumn[definition.columns[name].kind];
    return convert ? [[name, convert] as const] : [];
  });
  const shape: Shape<T> = {
    names,
    select: raw(`select ${columns} from ${definition.name}`),
    insert: raw(`insert into ${definition.name} (${columns}) values `),
    read: (row) => {
      for (const [name, convert] of converted) if (row[name] !== null) row[name] = convert(row[name]);
      return row as T;
    },
  };
  shapes.set(definition, shape as unknown as Shape<never>);
  return shape;
}

const fromColumn: Partial<Record<Column['kind'], (value: unknown) => unknown>> = {
  instant: (value) => new Date(value as string | Date),
  flag: toFlag,
  bigInteger: Number,
  json: (value) => JSON.parse(value as string) as unknown,
};

const toColumn = (column: Column, value: unknown): unknown =>
  value == null ? null : column.kind === 'json' ? JSON.stringify(value) : value;

const values = <T>(definition: Entity<T & { id: string }>, names: (keyof T & string)[], row: T): Sql =>
  sql`(${join(
    names.map((name) => sql`${toColumn((definition.columns as Record<string, Column>)[name]!, row[name])}`),
    ', ',
  )})`;

function condition<T extends { id: string }>(definition: Entity<T>, where: Where<T>): Sql {
  const given = (Object.keys(where) as (keyof T & string)[]).map((name) =>
    where[name] === null
      ? sql`${raw(name)} is null`
      : sql`${raw(name)} = ${toColumn(definition.columns[name], where[name])}`,
  );
  return given.length ? join(given, ' and ') : raw('1 = 1');
}
