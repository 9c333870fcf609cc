import { forgetColumn, forgetConstraint, forgetTable, noteColumn, noteConstraint } from './catalogue';
import { condition, expression } from './expressions';
import { instantGlob } from './instants';
import { cannotTranslate, refuse } from './refusal';
import { same, type Schema, type SchemaColumn, type SchemaConstraint } from './schema';
import { takeTable, writingFor } from './selects';
import { ServerError } from './server-error';
import { canonical, isMark, isName, isParens, isWord, quoteName, splitOnCommas, type Node, type Token } from './tokens';
import { takeType, writeType } from './types';
import { isReservedName } from './words';

/** Translates CREATE, ALTER, DROP and TRUNCATE into SQLite's statements, those for the catalogue among them. */
export function writeDefinition(nodes: readonly Node[], schema: Schema): string[] {
  const [verb, ...rest] = nodes;
  if (isWord(verb, 'CREATE') && isWord(rest[0], 'TABLE')) return createTable(rest.slice(1), schema);
  if (isWord(verb, 'CREATE')) return createIndex(rest, schema);
  if (isWord(verb, 'ALTER') && isWord(rest[0], 'TABLE')) return alterTable(rest.slice(1), schema);
  if (isWord(verb, 'DROP') && isWord(rest[0], 'TABLE')) return dropTable(rest.slice(1), schema);
  if (isWord(verb, 'DROP') && isWord(rest[0], 'INDEX')) return dropIndex(rest.slice(1));
  if (isWord(verb, 'TRUNCATE') && isWord(rest[0], 'TABLE')) return truncate(rest.slice(1), schema);
  return cannotTranslate(canonical(nodes));
}

function createTable(nodes: readonly Node[], schema: Schema): string[] {
  const { name: table, next } = tableAt(nodes, 0);
  const body = nodes[next];
  if (!isParens(body) || nodes.length > next + 1) return cannotTranslate(canonical(nodes));
  const parsed = splitOnCommas(body.nodes).map((part) => readPart(table, part, schema));
  const keys = parsed.flatMap(({ constraints }) => constraints);
  const primary = keys.find(({ kind }) => kind === 'PRIMARY KEY');
  const columns = parsed
    .flatMap(({ column }) => (column ? [column] : []))
    .map((column) => ({
      ...column,
      nullable: column.nullable && !primary?.columns.some((name) => same(name, column.name)),
    }));
  checkKeys(keys, columns, schema);

  // SQLite counts in the rowid alone, so an identity is it, whatever the primary key.
  const identity = columns.find((column) => column.identity);
  const inline = keys.filter(
    ({ kind }) => kind === 'FOREIGN KEY' || kind === 'CHECK' || (kind === 'PRIMARY KEY' && !identity),
  );
  const indexed = keys.filter(
    ({ kind, columns: [first] }) =>
      kind === 'UNIQUE' || (kind === 'PRIMARY KEY' && identity && !same(first!, identity.name)),
  );
  return [
    `CREATE TABLE ${quoteName(table)} (${[...columns.map(writeColumn), ...inline.map(({ sql }) => sql)].join(', ')})`,
    ...columns.map(noteColumn),
    ...keys.map(noteConstraint),
    ...indexed.flatMap(({ name, columns: names }) => uniqueIndex(table, name, names, columns)),
  ];
}

/** A constraint with its SQLite text, where it is part of the table. */
interface Constraint extends SchemaConstraint {
  readonly sql: string;
  /** The columns a foreign key points to. */
  readonly targetColumns: readonly string[];
}

interface Part {
  readonly column: SchemaColumn | null;
  readonly constraints: readonly Constraint[];
}

/** A line between the parentheses of CREATE TABLE: a column with its constraints, or a constraint of the table. */
function readPart(table: string, nodes: readonly Node[], schema: Schema): Part {
  const first = nodes[0];
  if (isWord(first, 'CONSTRAINT', 'PRIMARY', 'UNIQUE', 'FOREIGN', 'CHECK')) {
    return { column: null, constraints: readConstraints(table, null, nodes, schema).constraints };
  }
  if (!isName(first)) return cannotTranslate(canonical(nodes));
  if (isReservedName(first)) refuse(`${first.text} is reserved: as a name it must be quoted`);
  const name = first.value;
  const { type, rest } = takeType(nodes.slice(1));
  if (type.base.endsWith('char') && type.size === null) {
    refuse(`${name} is ${type.base} without a length: that is one character`);
  }
  const { constraints, nullable, identity, default: value } = readConstraints(table, name, rest, schema);
  return { column: { table, name, type, nullable, identity, default: value }, constraints };
}

/** Reads what stands behind a column's type, or a constraint of the table (`column` null). */
function readConstraints(table: string, column: string | null, nodes: readonly Node[], schema: Schema) {
  const constraints: Constraint[] = [];
  const read = { nullable: true, identity: false, default: null as string | null };
  let name: string | null = null;
  let at = 0;
  const columnsAt = (): string[] => {
    const node = nodes[at];
    if (!isParens(node)) return column === null ? cannotTranslate(canonical(nodes)) : [column];
    at += 1;
    return splitOnCommas(node.nodes).map(([first]) => (first as Token).value);
  };
  const add = (
    kind: Constraint['kind'],
    columns: string[],
    sql: string,
    { target = null as string | null, targetColumns = [] as string[] } = {},
  ) => {
    const given = name ?? `${kind.toLowerCase().replaceAll(' ', '_')}_${table}_${columns.join('_')}`;
    const written = `CONSTRAINT ${quoteName(given)} ${sql}`;
    constraints.push({ table, name: given, kind, columns, target, targetColumns, sql: written });
    name = null;
  };

  while (at < nodes.length) {
    const node = nodes[at];
    at += 1;
    if (isWord(node, 'CONSTRAINT')) name = (nodes[at++] as Token).value;
    else if (isWord(node, 'NULL')) continue;
    else if (isWord(node, 'NOT') && isWord(nodes[at], 'NULL')) {
      read.nullable = false;
      at += 1;
    } else if (isWord(node, 'IDENTITY')) {
      read.identity = true;
      if (isParens(nodes[at])) at += 1;
    } else if (isWord(node, 'DEFAULT') && column !== null) {
      if (!name) refuse(`the default of ${column} has no name: the column could not be dropped again`);
      const { sql, next } = readDefault(nodes, at, schema);
      read.default = sql;
      at = next;
      add('DEFAULT', [column], `DEFAULT ${sql}`);
    } else if (isWord(node, 'PRIMARY', 'UNIQUE')) {
      if (isWord(node, 'PRIMARY')) at += 1;
      if (isWord(nodes[at], 'CLUSTERED', 'NONCLUSTERED')) at += 1;
      const columns = columnsAt();
      const kind = isWord(node, 'PRIMARY') ? 'PRIMARY KEY' : 'UNIQUE';
      add(kind, columns, `${kind} (${columns.map(quoteName).join(', ')})`);
    } else if (isWord(node, 'FOREIGN', 'REFERENCES')) {
      if (isWord(node, 'FOREIGN')) at += 1;
      const columns = isWord(node, 'FOREIGN') ? columnsAt() : [column!];
      if (isWord(nodes[at], 'REFERENCES')) at += 1;
      const target = tableAt(nodes, at);
      at = target.next;
      const targetColumns = columnsAt();
      const [from, to] = [columns, targetColumns].map((names) => names.map(quoteName).join(', '));
      add('FOREIGN KEY', columns, `FOREIGN KEY (${from}) REFERENCES ${quoteName(target.name)} (${to})`, {
        target: target.name,
        targetColumns,
      });
    } else if (isWord(node, 'CHECK') && isParens(nodes[at])) {
      const check = condition(nodes.slice(at, at + 1), writingFor(schema));
      at += 1;
      add('CHECK', column ? [column] : [], `CHECK ${check}`);
    } else if (isWord(node, 'ON') && isWord(nodes[at + 1], 'NO') && isWord(nodes[at + 2], 'ACTION')) at += 3;
    else return cannotTranslate(canonical(nodes));
  }
  return { ...read, constraints };
}

/** A default is a literal, a call, or either in parentheses. SQLite wants a literal without them. */
function readDefault(nodes: readonly Node[], at: number, schema: Schema): { sql: string; next: number } {
  const node = nodes[at];
  if (isParens(node)) {
    const inner = readDefault(node.nodes, 0, schema);
    return { sql: inner.sql, next: at + 1 };
  }
  const next = at + (isMark(node, '-') || isParens(nodes[at + 1]) ? 2 : 1);
  const sql = expression(nodes.slice(at, next), writingFor(schema));
  return { sql: sql.includes('(') ? `(${sql})` : sql, next };
}

function writeColumn(column: SchemaColumn): string {
  const { name, type, nullable, identity, table } = column;
  // Where an identity is declared, the type the catalogue knows is int or bigint; SQLite counts in INTEGER only.
  if (identity) return `${quoteName(name)} INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL`;
  const declared = type.size === -1 ? quoteName(writeType(type)) : writeType(type);
  const value = column.default === null ? '' : ` DEFAULT ${column.default}`;
  const check = valueCheck(column);
  const checked = check ? ` CONSTRAINT ${quoteName(`${check.error} ${table}.${name}`)} CHECK (${check.condition})` : '';
  return `${quoteName(name)} ${declared}${nullable ? '' : ' NOT NULL'}${value}${checked}`;
}

const integers: Readonly<Record<string, string>> = {
  tinyint: '0 AND 255',
  smallint: '-32768 AND 32767',
  int: '-2147483648 AND 2147483647',
  bigint: '-9223372036854775808 AND 9223372036854775807',
};

/** SQLite would store anything; the condition's name begins with the number of the error SQL Server answers with. */
function valueCheck({ name, type: { base, size } }: SchemaColumn): { error: number; condition: string } | null {
  const column = quoteName(name);
  const range = integers[base];
  if (range) {
    return {
      error: 8115,
      condition: `${column} IS NULL OR (typeof(${column}) = 'integer' AND ${column} BETWEEN ${range})`,
    };
  }
  if (base === 'bit') return { error: 8115, condition: `${column} IN (0, 1)` };
  if (base === 'datetime2') return { error: 241, condition: `${column} GLOB '${instantGlob}'` };
  if (base.endsWith('char') && size !== null && size > 0) {
    return { error: 2628, condition: `length(${column}) <= ${size}` };
  }
  return null;
}

/** SQL Server's own names of indexes are per table, SQLite's per database. */
const indexName = (table: string, index: string) => quoteName(`${table}.${index}`);

/**
 * A unique index of SQL Server lets one row be null, SQLite's any number: a second index holds the rows with nulls,
 * as if null were a value.
 */
function uniqueIndex(
  table: string,
  index: string,
  names: readonly string[],
  columns: readonly SchemaColumn[],
  { keys = names.map(quoteName), filter = null as string | null } = {},
): string[] {
  const where = filter ? ` WHERE ${filter}` : '';
  const unique = `CREATE UNIQUE INDEX ${indexName(table, index)} ON ${quoteName(table)} (${keys.join(', ')})${where}`;
  const nullable = names.filter((name) => columns.some((column) => column.nullable && same(column.name, name)));
  if (nullable.length === 0) return [unique];
  const filled = names.map((name) => (nullable.includes(name) ? `ifnull(${quoteName(name)}, x'00')` : quoteName(name)));
  const holdsNull = nullable.map((name) => `${quoteName(name)} IS NULL`).join(' OR ');
  return [
    unique,
    `CREATE UNIQUE INDEX ${indexName(table, `${index} (nulls)`)} ON ${quoteName(table)} (${filled.join(', ')})
      WHERE (${holdsNull})${filter ? ` AND (${filter})` : ''}`,
  ];
}

function createIndex(nodes: readonly Node[], schema: Schema): string[] {
  let at = 0;
  const unique = isWord(nodes[at], 'UNIQUE');
  if (unique) at += 1;
  if (isWord(nodes[at], 'CLUSTERED', 'NONCLUSTERED')) at += 1;
  const name = nodes[at + 1];
  if (!isWord(nodes[at], 'INDEX') || !isName(name) || !isWord(nodes[at + 2], 'ON')) {
    return cannotTranslate(canonical(nodes));
  }
  const { name: table, next } = tableAt(nodes, at + 3);
  const body = nodes[next];
  if (!isParens(body)) return cannotTranslate(canonical(nodes));
  const parts = splitOnCommas(body.nodes);
  const names = parts.map(([first]) => (first as Token).value);
  const keys = parts.map(
    ([first, direction]) => quoteName((first as Token).value) + (isWord(direction, 'DESC') ? ' DESC' : ''),
  );
  at = next + 1;
  let included: string[] = [];
  const list = nodes[at + 1];
  if (isWord(nodes[at], 'INCLUDE') && isParens(list)) {
    included = splitOnCommas(list.nodes).map(([first]) => (first as Token).value);
    at += 2;
  }
  const where = isWord(nodes[at], 'WHERE') ? nodes.slice(at + 1) : null;
  if (!where && at < nodes.length) return cannotTranslate(canonical(nodes));
  if (where) checkFilter(where);
  const filter = where && condition(where, writingFor(schema));

  const columns = knownColumns(schema, table, [...names, ...included]);
  checkWidth(name.value, names, columns, 1700);
  if (unique) return uniqueIndex(table, name.value, names, columns, { keys, filter });
  const on = `${quoteName(table)} (${keys.join(', ')})`;
  return [`CREATE INDEX ${indexName(table, name.value)} ON ${on}${filter ? ` WHERE ${filter}` : ''}`];
}

/** A filtered index takes comparisons with constants joined by AND, nothing more. */
function checkFilter(nodes: readonly Node[]): void {
  const flat = nodes.flatMap((node) => (isParens(node) ? node.nodes : [node]));
  const odd = flat.find(
    (node) => isWord(node, 'OR', 'LIKE', 'BETWEEN', 'EXISTS') || node.kind === 'parameter' || node.kind === 'group',
  );
  if (odd) refuse(`the WHERE of an index takes no ${canonical([odd])}: ${canonical(nodes)}`);
}

function knownColumns(schema: Schema, table: string, names: readonly string[]): readonly SchemaColumn[] {
  const columns = schema.columns(table);
  if (!schema.has(table)) throw new ServerError(1088, `Cannot find the object "${table}".`);
  for (const name of names) {
    if (!columns.some((column) => same(column.name, name))) {
      throw new ServerError(1911, `Column name '${name}' does not exist in the target table ${table}.`);
    }
  }
  return columns;
}

const widths: Readonly<Record<string, number>> = {
  bit: 1,
  tinyint: 1,
  smallint: 2,
  date: 3,
  int: 4,
  datetime2: 8,
  bigint: 8,
  float: 8,
};

function checkWidth(index: string, names: readonly string[], columns: readonly SchemaColumn[], limit: number): void {
  const width = names.reduce((total, name) => {
    const { type } = columns.find((column) => same(column.name, name))!;
    if (type.size === -1) {
      throw new ServerError(1919, `Column '${name}' is of a type that is invalid as a key column of ${index}.`);
    }
    return total + (widths[type.base] ?? (type.base.startsWith('n') ? 2 : 1) * (type.size ?? 1));
  }, 0);
  if (width > limit) throw new ServerError(1946, `The key of ${index} may reach ${width} bytes, ${limit} is the most.`);
}

function checkKeys(constraints: readonly Constraint[], columns: readonly SchemaColumn[], schema: Schema): void {
  for (const { kind, name, columns: names, table, target, targetColumns } of constraints) {
    if (kind === 'CHECK' || kind === 'DEFAULT') continue;
    const found = names.map((column) => columns.find((one) => same(one.name, column)));
    if (found.includes(undefined)) throw new ServerError(1911, `A column of ${name} does not exist.`);
    // A primary key is clustered unless it says otherwise.
    if (kind !== 'FOREIGN KEY') checkWidth(name, names, columns, kind === 'PRIMARY KEY' ? 900 : 1700);
    if (target === null) continue;
    if (!schema.has(target) && !same(target, table)) {
      throw new ServerError(1767, `Foreign key '${name}' references invalid table '${target}'.`);
    }
    const there = same(target, table) ? columns : schema.columns(target);
    targetColumns.forEach((column, index) => {
      const type = there.find((one) => same(one.name, column))?.type;
      if (!type) throw new ServerError(1770, `Foreign key '${name}' references invalid column '${column}'.`);
      if (writeType(type) !== writeType(found[index]!.type)) {
        throw new ServerError(1778, `Column '${column}' is not the same data type in foreign key '${name}'.`);
      }
    });
  }
}

function alterTable(nodes: readonly Node[], schema: Schema): string[] {
  const { name: table, next } = tableAt(nodes, 0);
  const rest = nodes.slice(next + 1);
  if (isWord(nodes[next], 'ADD')) {
    return splitOnCommas(rest).flatMap((part) => addPart(table, readPart(table, part, schema), schema));
  }
  if (!isWord(nodes[next], 'DROP')) return cannotTranslate(canonical(nodes));
  let constraint = false;
  return splitOnCommas(rest).flatMap((part) => {
    if (isWord(part[0], 'COLUMN', 'CONSTRAINT')) constraint = isWord(part[0], 'CONSTRAINT');
    const name = part.at(-1);
    if (!isName(name) || part.length > 2) return cannotTranslate(canonical(nodes));
    return constraint ? dropConstraint(table, name.value, schema) : dropColumn(table, name.value, schema);
  });
}

function addPart(table: string, { column, constraints }: Part, schema: Schema): string[] {
  if (!column) {
    const [constraint] = constraints;
    if (constraint?.kind !== 'UNIQUE') return cannotTranslate(`ADD of the constraint ${constraint?.name} to ${table}`);
    const columns = knownColumns(schema, table, constraint.columns);
    checkKeys([constraint], columns, schema);
    return [noteConstraint(constraint), ...uniqueIndex(table, constraint.name, constraint.columns, columns)];
  }
  if (column.identity || constraints.some(({ kind }) => kind === 'PRIMARY KEY' || kind === 'CHECK')) {
    return cannotTranslate(`a key or a check added with the column ${column.name}`);
  }
  if (!column.nullable && column.default === null) {
    throw new ServerError(
      4901,
      `Column '${column.name}' cannot be added to ${table}: it is NOT NULL and has no default.`,
    );
  }
  if (column.nullable && column.default !== null) {
    return cannotTranslate(
      `the default of the nullable column ${column.name}: SQL Server would leave the old rows null`,
    );
  }
  checkKeys(constraints, [...schema.columns(table), column], schema);
  const reference = constraints.find(({ kind }) => kind === 'FOREIGN KEY');
  const references = reference ? ` ${reference.sql.slice(reference.sql.indexOf('REFERENCES'))}` : '';
  const uniques = constraints.filter(({ kind }) => kind === 'UNIQUE');
  return [
    `ALTER TABLE ${quoteName(table)} ADD COLUMN ${writeColumn(column)}${references}`,
    noteColumn(column),
    ...constraints.map(noteConstraint),
    ...uniques.flatMap(({ name, columns }) => uniqueIndex(table, name, columns, [column])),
  ];
}

function dropColumn(table: string, name: string, schema: Schema): string[] {
  knownColumns(schema, table, [name]);
  const holder = schema.constraints(table).find(({ columns }) => columns.some((column) => same(column, name)));
  if (holder) {
    throw new ServerError(
      5074,
      `The object '${holder.name}' is dependent on column '${name}'. ALTER TABLE DROP COLUMN failed.`,
    );
  }
  return [`ALTER TABLE ${quoteName(table)} DROP COLUMN ${quoteName(name)}`, forgetColumn(table, name)];
}

function dropConstraint(table: string, name: string, schema: Schema): string[] {
  const constraint = schema.constraints(table).find((one) => same(one.name, name));
  if (!constraint) throw new ServerError(3728, `'${name}' is not a constraint.`);
  const forget = forgetConstraint(table, name);
  // A default goes with the column, for which alone one drops it; until then SQLite keeps it.
  if (constraint.kind === 'DEFAULT') return [forget];
  if (constraint.kind !== 'UNIQUE') return cannotTranslate(`DROP CONSTRAINT ${name}, which is a ${constraint.kind}`);
  return [
    `DROP INDEX ${indexName(table, name)}`,
    `DROP INDEX IF EXISTS ${indexName(table, `${name} (nulls)`)}`,
    forget,
  ];
}

function dropTable(nodes: readonly Node[], schema: Schema): string[] {
  const ifExists = isWord(nodes[0], 'IF') && isWord(nodes[1], 'EXISTS');
  const { name: table, next } = tableAt(nodes, ifExists ? 2 : 0);
  if (next < nodes.length) return cannotTranslate(canonical(nodes));
  if (!schema.has(table)) {
    if (ifExists) return [];
    throw new ServerError(3701, `Cannot drop the table '${table}', because it does not exist.`);
  }
  const from = schema.referencing(table)[0];
  if (from) {
    throw new ServerError(
      3726,
      `Could not drop object '${table}' because it is referenced by a foreign key of ${from}.`,
    );
  }
  return [`DROP TABLE ${quoteName(table)}`, ...forgetTable(table)];
}

function dropIndex(nodes: readonly Node[]): string[] {
  const ifExists = isWord(nodes[0], 'IF') && isWord(nodes[1], 'EXISTS');
  const at = ifExists ? 2 : 0;
  const name = nodes[at];
  if (!isName(name) || !isWord(nodes[at + 1], 'ON')) {
    return refuse(`DROP INDEX needs ON and the table: ${canonical(nodes)}`);
  }
  const { name: table } = tableAt(nodes, at + 2);
  return [
    `DROP INDEX ${ifExists ? 'IF EXISTS ' : ''}${indexName(table, name.value)}`,
    `DROP INDEX IF EXISTS ${indexName(table, `${name.value} (nulls)`)}`,
  ];
}

function truncate(nodes: readonly Node[], schema: Schema): string[] {
  const { name: table } = tableAt(nodes, 0);
  if (schema.referencing(table).length) {
    throw new ServerError(4712, `Cannot truncate table '${table}': it is referenced by a foreign key.`);
  }
  return [`DELETE FROM ${quoteName(table)}`];
}

const tableAt = (nodes: readonly Node[], at: number) =>
  takeTable(nodes, at) ?? cannotTranslate(`a definition without a table: ${canonical(nodes)}`);
