import { condition, expression, list, writeName, type Writing } from './expressions';
import { isSubquery, parseQuery, startsQuery, type Arm, type CommonTable, type Item, type Query } from './queries';
import { cannotTranslate, refuse } from './refusal';
import type { Schema } from './schema';
import {
  canonical,
  isGroup,
  isMark,
  isName,
  isParens,
  isWord,
  quoteName,
  splitOnCommas,
  type Node,
  type Token,
} from './tokens';
import { isKeyword, isReservedName } from './words';

/** A writer of expressions that knows how to write the queries in them. */
export function writingFor(schema: Schema, typesOnly = false): Writing {
  const writing: Writing = { schema, typesOnly, subquery: (nodes) => writeQuery(parseQuery(nodes), writing) };
  return writing;
}

/** Writes a SELECT for SQLite. */
export function writeQuery(query: Query, writing: Writing): string {
  const ctes = writeCommonTables(query.ctes, writing);
  // Types are the first arm's; leaving out the rest also takes the recursion out of a recursive WITH.
  if (writing.typesOnly) return `${ctes}${writeArm(query.arms[0]!, writing)}`;

  const alone = query.arms.length === 1;
  if (new Set(query.between).size > 1 && query.between.includes('INTERSECT')) {
    cannotTranslate('INTERSECT beside another set operator: put one of them in parentheses');
  }
  const arms = query.arms.map((arm) => {
    const written = writeArm(arm, writing);
    if (alone) return written;
    if (arm.top) return `SELECT * FROM (${written} LIMIT ${expression(arm.top, writing)})`;
    return arm.nested ? `SELECT * FROM (${written})` : written;
  });
  const union = arms.reduce((all, arm, index) => `${all} ${query.between[index - 1]} ${arm}`);
  const order = query.orderBy
    .map(({ expression: nodes, direction }) => expression(nodes, writing) + direction)
    .join(', ');
  return `${ctes}${union}${order && ` ORDER BY ${order}`}${limit(query, writing)}`;
}

export function writeCommonTables(ctes: readonly CommonTable[], writing: Writing): string {
  if (ctes.length === 0) return '';
  const written = ctes.map(({ name, columns, query }) => {
    const names = columns?.map(([column]) => writeName(column as Token)).join(', ');
    return `${writeName(name)}${names ? `(${names})` : ''} AS (${writing.subquery(query)})`;
  });
  return `WITH ${written.join(', ')} `;
}

function limit({ arms, offset, fetch }: Query, writing: Writing): string {
  const top = arms.length === 1 ? arms[0]!.top : null;
  if (top) return ` LIMIT ${expression(top, writing)}`;
  if (!offset) return '';
  return ` LIMIT ${fetch ? expression(fetch, writing) : '-1'} OFFSET ${expression(offset, writing)}`;
}

function writeArm(arm: Arm, writing: Writing): string {
  if (arm.nested) return writing.subquery(arm.nested);
  const clauses = [
    `SELECT ${arm.distinct ? 'DISTINCT ' : ''}${arm.items.map((item) => writeItem(item, writing)).join(', ')}`,
    arm.from && `FROM ${writeFrom(arm.from, writing)}`,
  ];
  if (!writing.typesOnly) {
    clauses.push(
      arm.where && `WHERE ${condition(arm.where, writing)}`,
      arm.groupBy && `GROUP BY ${arm.groupBy.map((nodes) => expression(nodes, writing)).join(', ')}`,
      arm.having && `HAVING ${condition(arm.having, writing)}`,
    );
  }
  return clauses.filter(Boolean).join(' ');
}

/** SQL Server names a column as the query spells it (SQLite: as the table does), a computed one not at all. */
function writeItem({ expression: nodes, alias, name }: Item, writing: Writing): string {
  if (isMark(nodes[0], '*')) return '*';
  if (isReservedName(alias ?? undefined)) refuse(`${name} is reserved: as a name it must be quoted`);
  const written = expression(nodes, writing);
  return isMark(nodes.at(-1), '*') ? written : `${written} AS ${quoteName(name)}`;
}

const joinWords = ['JOIN', 'INNER', 'LEFT', 'RIGHT', 'FULL', 'CROSS', 'OUTER'];

/** Tables, their joins and conditions. Lock hints go: there is one writer, and readers see what is committed. */
export function writeFrom(nodes: readonly Node[], writing: Writing): string {
  const written: string[] = [];
  for (let at = 0; at < nodes.length;) {
    const node = nodes[at]!;
    if (isMark(node, ',') || isWord(node, ...joinWords)) {
      written.push((node as Token).text.toUpperCase());
      at += 1;
    } else if (isWord(node, 'ON')) {
      const end = conditionEnd(nodes, at + 1);
      written.push(`ON ${condition(nodes.slice(at + 1, end), writing)}`);
      at = end;
    } else {
      const source = writeSource(nodes, at, writing);
      written.push(source.sql);
      at = source.next;
    }
  }
  return written.join(' ');
}

function conditionEnd(nodes: readonly Node[], from: number): number {
  const end = nodes.findIndex(
    (node, index) =>
      index >= from &&
      (isMark(node, ',') || (isWord(node, ...joinWords) && !isParens(nodes[index + 1])) || isWord(node, 'ON')),
  );
  return end < 0 ? nodes.length : end;
}

/** One table or derived table with its alias. */
function writeSource(nodes: readonly Node[], at: number, writing: Writing): { sql: string; next: number } {
  const table = takeTable(nodes, at);
  const node = nodes[at];
  let next = table?.next ?? at + 1;
  let sql = table?.sql ?? '';
  const values = isParens(node) && isWord(node.nodes[0], 'VALUES') ? node.nodes.slice(1) : null;
  if (isParens(node)) {
    if (isSubquery(node) || startsQuery(node.nodes)) sql = `(${writing.subquery(node.nodes)})`;
    else if (!values) sql = `(${writeFrom(node.nodes, writing)})`;
  } else if (!table) return cannotTranslate(canonical(nodes));
  if (table && isParens(nodes[next])) {
    return cannotTranslate(`the table function ${canonical(nodes.slice(at, next))}()`);
  }

  if (isWord(nodes[next], 'AS')) next += 1;
  const alias = nodes[next];
  let columns: readonly Node[] | null = null;
  let named = table?.exposed ? ` AS ${quoteName(table.exposed)}` : '';
  if (isName(alias) && !isKeyword(alias)) {
    named = ` AS ${writeName(alias)}`;
    next += 1;
    const group = nodes[next];
    if (isParens(group)) {
      columns = group.nodes;
      next += 1;
    }
  }
  if (isSubquery(node) && !named) refuse(`a derived table needs an alias: ${canonical(nodes)}`);
  if (values) sql = writeValuesTable(values, columns, writing);
  else if (columns) return cannotTranslate('an alias with a list of columns: use a WITH');
  const hints = nodes[next + 1];
  if (isWord(nodes[next], 'WITH') && isParens(hints)) {
    takeHints(hints.nodes);
    next += 2;
  }
  return { sql: sql + named, next };
}

const lockHints = [
  'NOLOCK',
  'READPAST',
  'ROWLOCK',
  'UPDLOCK',
  'READCOMMITTED',
  'READUNCOMMITTED',
  'XLOCK',
  'PAGLOCK',
  'TABLOCK',
];

function takeHints(nodes: readonly Node[]): void {
  for (const hint of splitOnCommas(nodes)) {
    if (hint.length !== 1 || !isWord(hint[0], ...lockHints)) cannotTranslate(`the hint ${canonical(hint)}`);
  }
}

/** `(VALUES (…), (…)) AS v(a, b)`: SQLite calls the columns column1, column2. */
function writeValuesTable(rows: readonly Node[], columns: readonly Node[] | null, writing: Writing): string {
  if (!columns) return refuse('VALUES as a table needs an alias with names of columns: AS v(a, b)');
  const names = splitOnCommas(columns).map(([name], index) => `column${index + 1} AS ${writeName(name as Token)}`);
  const written = splitOnCommas(rows).map(([row]) =>
    isGroup(row) ? `(${list(row.nodes, writing)})` : cannotTranslate(canonical(rows)),
  );
  return `(SELECT ${names.join(', ')} FROM (VALUES ${written.join(', ')}))`;
}

interface Table {
  readonly name: string;
  readonly sql: string;
  /** What columns may be qualified with, if not by the name. */
  readonly exposed?: string;
  /** Behind it. */
  readonly next: number;
}

/** `t`, `dbo.t`, `db.dbo.t` or `INFORMATION_SCHEMA.TABLES`, which the recorder keeps as a table of that long name. */
export function takeTable(nodes: readonly Node[], at: number): Table | null {
  const parts: Token[] = [];
  let next = at;
  for (;;) {
    const part = nodes[next];
    if (!isName(part)) return null;
    parts.push(part);
    next += 1;
    if (!isMark(nodes[next], '.')) break;
    // `db..t` leaves the schema out.
    const leavesOut = isMark(nodes[next + 1], '.');
    if (leavesOut) parts.pop();
    next += leavesOut ? 2 : 1;
  }
  const [name, schema] = parts.reverse() as [Token, Token | undefined];
  const within = schema?.value.toLowerCase();
  if (within === 'information_schema') {
    const long = `INFORMATION_SCHEMA.${name.value.toUpperCase()}`;
    return { name: long, sql: quoteName(long), exposed: name.value, next };
  }
  if (within !== undefined && within !== 'dbo') return cannotTranslate(`the schema ${schema!.value}`);
  return { name: name.value, sql: writeName(name), next };
}

/** The tables named in a FROM with what their columns are qualified with; derived tables have no table. */
export function sourcesOf(nodes: readonly Node[]): { table: string | null; alias: string }[] {
  const sources: { table: string | null; alias: string }[] = [];
  nodes.forEach((_, at) => {
    if (at > 0 && !isMark(nodes[at - 1], ',') && !isWord(nodes[at - 1], 'JOIN')) return;
    const table = takeTable(nodes, at);
    const behind = table?.next ?? at + 1;
    const alias = nodes[isWord(nodes[behind], 'AS') ? behind + 1 : behind];
    const named = isName(alias) && !isKeyword(alias) ? alias.value : (table?.exposed ?? table?.name);
    sources.push({ table: table?.name ?? null, alias: named ?? '' });
  });
  return sources;
}
