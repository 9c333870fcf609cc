import { writeDefinition } from './definitions';
import { condition, expression, list, writeName, type Writing } from './expressions';
import { parseQuery, startsQuery, takeCommonTables } from './queries';
import { cannotTranslate, refuse } from './refusal';
import { findColumn, same, type Schema, type SchemaColumn } from './schema';
import { sourcesOf, takeTable, writeCommonTables, writeFrom, writeQuery, writingFor } from './selects';
import { ServerError } from './server-error';
import {
  canonical,
  isGroup,
  isMark,
  isName,
  isParens,
  isWord,
  quoteName,
  split,
  splitOnCommas,
  type Node,
  type Token,
} from './tokens';

/** What running one statement of a batch takes. */
export type Step =
  /** `types` is the same query written to tell the types of its columns. */
  | { readonly do: 'select'; readonly sql: string; readonly types: string }
  /** OUTPUT goes into the result, or into a table variable. */
  | {
      readonly do: 'write';
      readonly sql: string;
      readonly output: 'result' | `@${string}` | null;
      /** The table whose identity column is given a value. */
      readonly identityOf: string | null;
    }
  | { readonly do: 'recall'; readonly variable: `@${string}` }
  | { readonly do: 'define'; readonly statements: readonly string[] }
  | { readonly do: 'allowIdentity'; readonly table: string; readonly on: boolean }
  | { readonly do: 'savepoint'; readonly sql: string };

/** Cuts a batch into statements. */
export const statementsOf = (nodes: readonly Node[]) =>
  split(nodes, (node) => isMark(node, ';')).filter((statement) => statement.length > 0);

/** Translates one statement; null when there is nothing to do in SQLite. */
export function translate(nodes: readonly Node[], schema: Schema): Step | null {
  const { ctes, rest } = takeCommonTables(nodes);
  const writing = writingFor(schema);
  const [verb] = rest;
  if (isWord(verb, 'SELECT') || startsQuery(rest)) return select(nodes, schema);
  if (isWord(verb, 'INSERT')) return insert(writeCommonTables(ctes, writing), rest.slice(1), writing);
  if (ctes.length) return cannotTranslate(`WITH before ${canonical(rest.slice(0, 1))}`);
  if (isWord(verb, 'UPDATE')) return update(rest.slice(1), writing);
  if (isWord(verb, 'DELETE')) return remove(rest.slice(1), writing);
  if (isWord(verb, 'CREATE', 'ALTER', 'DROP', 'TRUNCATE')) {
    return { do: 'define', statements: writeDefinition(rest, schema) };
  }
  if (isWord(verb, 'SET')) return setting(rest);
  if (isWord(verb, 'DECLARE') && isWord(rest[2], 'TABLE') && isParens(rest[3]) && rest.length === 4) return null;
  const name = rest[2];
  if (isWord(verb, 'SAVE', 'ROLLBACK') && isWord(rest[1], 'TRAN', 'TRANSACTION') && isName(name)) {
    return { do: 'savepoint', sql: `${isWord(verb, 'SAVE') ? 'SAVEPOINT' : 'ROLLBACK TO'} ${writeName(name)}` };
  }
  return cannotTranslate(canonical(nodes));
}

function select(nodes: readonly Node[], schema: Schema): Step {
  const variable = nodes[3];
  if (nodes.length === 4 && isMark(nodes[1], '*') && variable?.kind === 'parameter') {
    return { do: 'recall', variable: `@${variable.value}` };
  }
  const query = parseQuery(nodes);
  return {
    do: 'select',
    sql: writeQuery(query, writingFor(schema)),
    types: writeQuery(query, writingFor(schema, true)),
  };
}

function setting(nodes: readonly Node[]): Step | null {
  const table = takeTable(nodes, 2);
  if (isWord(nodes[1], 'IDENTITY_INSERT') && table) {
    return { do: 'allowIdentity', table: table.name, on: isWord(nodes[table.next], 'ON') };
  }
  // Locks and isolation: there is one writer at a time, and readers see what is committed.
  if (isWord(nodes[1], 'TRANSACTION', 'LOCK_TIMEOUT', 'NOCOUNT', 'XACT_ABORT', 'DEADLOCK_PRIORITY')) return null;
  return cannotTranslate(canonical(nodes));
}

/** What follows OUTPUT, as RETURNING; `end` is behind it. */
function takeOutput(
  nodes: readonly Node[],
  at: number,
  rows: 'INSERTED' | 'DELETED',
): { returning: string; output: 'result' | `@${string}` | null; end: number } {
  if (!isWord(nodes[at], 'OUTPUT')) return { returning: '', output: null, end: at };
  let end = at + 1;
  while (end < nodes.length && !isWord(nodes[end], 'INTO', 'VALUES', 'SELECT', 'FROM', 'WHERE', 'DEFAULT')) end += 1;
  const columns = splitOnCommas(nodes.slice(at + 1, end)).map((item) => {
    const [from, dot, column, as, alias] = item;
    if (!isWord(from, rows) || !isMark(dot, '.')) return refuse(`OUTPUT ${canonical(item)}: write ${rows}.name`);
    if (isMark(column, '*')) return '*';
    const name = isWord(as, 'AS') ? alias : column;
    if (!isName(column) || !isName(name)) return cannotTranslate(canonical(item));
    return `${quoteName(column.value)} AS ${quoteName(name.value)}`;
  });
  const returning = ` RETURNING ${columns.join(', ')}`;
  const into = nodes[end + 1];
  if (!isWord(nodes[end], 'INTO')) return { returning, output: 'result', end };
  if (into?.kind !== 'parameter') return cannotTranslate(`OUTPUT INTO a table: ${canonical(nodes)}`);
  return { returning, output: `@${into.value}`, end: end + 2 };
}

function targetOf(nodes: readonly Node[], at: number) {
  return takeTable(nodes, at) ?? cannotTranslate(canonical(nodes));
}

function insert(ctes: string, nodes: readonly Node[], writing: Writing): Step {
  const { schema } = writing;
  const table = targetOf(nodes, isWord(nodes[0], 'INTO') ? 1 : 0);
  let at = table.next;
  const group = nodes[at];
  const named =
    isParens(group) && !startsQuery(group.nodes) ? splitOnCommas(group.nodes).map(([name]) => name as Token) : null;
  if (named) at += 1;
  const { returning, output, end } = takeOutput(nodes, at, 'INSERTED');
  const rest = nodes.slice(end);

  const identity = schema.columns(table.name).find((column) => column.identity);
  // Without a list of names SQL Server leaves the identity out.
  const columns = named ?? [];
  if (!named && identity && !isWord(rest[0], 'DEFAULT')) {
    return cannotTranslate(`an INSERT into ${table.name} without names of columns`);
  }
  const identityOf = identity && columns.some((column) => same(column.value, identity.name)) ? table.name : null;
  const step = (columnList: string, source: string): Step => ({
    do: 'write',
    sql: `${ctes}INSERT INTO ${table.sql}${columnList} ${source}${returning}`,
    output,
    identityOf,
  });
  const columnList = named ? ` (${named.map(writeName).join(', ')})` : '';
  if (isWord(rest[0], 'DEFAULT') && isWord(rest[1], 'VALUES')) return step('', 'DEFAULT VALUES');
  if (startsQuery(rest)) return step(columnList, writing.subquery(rest));
  if (!isWord(rest[0], 'VALUES')) return cannotTranslate(canonical(nodes));
  const rows = splitOnCommas(rest.slice(1)).map(([row]) => {
    if (!isGroup(row)) return cannotTranslate(canonical(nodes));
    const values = splitOnCommas(row.nodes).map((value, index) =>
      isWord(value[0], 'DEFAULT')
        ? defaultOf(columns[index] && findColumn(schema, table.name, columns[index].value))
        : expression(value, writing),
    );
    if (named && values.length !== named.length) {
      throw new ServerError(
        109,
        'There are more or fewer columns in the INSERT statement than values in the VALUES clause.',
      );
    }
    return `(${values.join(', ')})`;
  });
  return step(columnList, `VALUES ${rows.join(', ')}`);
}

/** SQLite knows no DEFAULT among values. For an identity null means the next number. */
const defaultOf = (column: SchemaColumn | undefined) => column?.default ?? 'NULL';

/** `TOP (n)` behind UPDATE and DELETE. */
function takeTop(nodes: readonly Node[], writing: Writing): { limit: string; rest: readonly Node[] } {
  const count = nodes[1];
  if (!isWord(nodes[0], 'TOP')) return { limit: '', rest: nodes };
  if (!isParens(count)) return refuse('TOP of a writing statement needs parentheses: TOP (100)');
  return { limit: ` LIMIT ${list(count.nodes, writing)}`, rest: nodes.slice(2) };
}

/** The rest of a writing statement from FROM on. */
function takeFromAndWhere(nodes: readonly Node[], writing: Writing) {
  const whereAt = nodes.findIndex((node) => isWord(node, 'WHERE'));
  const from = nodes.slice(0, whereAt < 0 ? undefined : whereAt);
  if (from.length && !isWord(from[0], 'FROM')) cannotTranslate(canonical(nodes));
  return {
    from: from.slice(1),
    where: whereAt < 0 ? '' : ` WHERE ${condition(nodes.slice(whereAt + 1), writing)}`,
  };
}

/** Which table a name in front of FROM means, and the FROM with it. */
function resolveTarget(target: { name: string; sql: string }, from: readonly Node[], writing: Writing) {
  const source = sourcesOf(from).find(
    ({ table, alias }) => table !== null && (same(alias, target.name) || same(table, target.name)),
  );
  const written = writeFrom(from, writing);
  return source
    ? { table: quoteName(source.table!), alias: quoteName(source.alias), from: written }
    : { table: target.sql, alias: target.sql, from: `${target.sql}, ${written}` };
}

function update(nodes: readonly Node[], writing: Writing): Step {
  const { limit, rest } = takeTop(nodes, writing);
  const target = targetOf(rest, 0);
  const hinted = isWord(rest[target.next], 'WITH') && isParens(rest[target.next + 1]);
  const setAt = target.next + (hinted ? 2 : 0);
  if (!isWord(rest[setAt], 'SET')) return refuse(`UPDATE takes no alias: ${canonical(rest)}`);
  let end = setAt + 1;
  while (end < rest.length && !isWord(rest[end], 'OUTPUT', 'FROM', 'WHERE')) end += 1;
  const assignments = splitOnCommas(rest.slice(setAt + 1, end)).map((nodes) => {
    const equals = nodes.findIndex((node) => isMark(node, '='));
    const column = nodes[equals - 1];
    if (!isName(column)) return cannotTranslate(canonical(nodes));
    return { column: writeName(column), value: expression(nodes.slice(equals + 1), writing) };
  });
  const { returning, output, end: tail } = takeOutput(rest, end, 'INSERTED');
  const { from, where } = takeFromAndWhere(rest.slice(tail), writing);
  const step = (sql: string): Step => ({ do: 'write', sql: sql + returning, output, identityOf: null });

  if (from.length === 0) {
    const set = assignments.map(({ column, value }) => `${column} = ${value}`).join(', ');
    const rows = limit ? ` WHERE rowid IN (SELECT rowid FROM ${target.sql}${where}${limit})` : where;
    return step(`UPDATE ${target.sql} SET ${set}${rows}`);
  }
  // The new values are selected with the join as it stands, then matched to the rows.
  const { table, alias, from: joined } = resolveTarget(target, from, writing);
  const values = assignments.map(({ value }, index) => `${value} AS v${index}`).join(', ');
  const set = assignments.map(({ column }, index) => `${column} = found.v${index}`).join(', ');
  return step(
    `UPDATE ${table} SET ${set} FROM (SELECT ${alias}.rowid AS k, ${values} FROM ${joined}${where}${limit}) AS found
      WHERE ${table}.rowid = found.k`,
  );
}

function remove(nodes: readonly Node[], writing: Writing): Step {
  const { limit, rest } = takeTop(nodes, writing);
  const target = targetOf(rest, isWord(rest[0], 'FROM') ? 1 : 0);
  const hinted = isWord(rest[target.next], 'WITH') && isParens(rest[target.next + 1]);
  const { returning, output, end } = takeOutput(rest, target.next + (hinted ? 2 : 0), 'DELETED');
  const { from, where } = takeFromAndWhere(rest.slice(end), writing);
  const step = (table: string, rows: string): Step => ({
    do: 'write',
    sql: `DELETE FROM ${table}${rows}${returning}`,
    output,
    identityOf: null,
  });
  if (from.length === 0 && !limit) return step(target.sql, where);
  if (from.length === 0) return step(target.sql, ` WHERE rowid IN (SELECT rowid FROM ${target.sql}${where}${limit})`);
  const { table, alias, from: joined } = resolveTarget(target, from, writing);
  return step(table, ` WHERE rowid IN (SELECT ${alias}.rowid FROM ${joined}${where}${limit})`);
}
