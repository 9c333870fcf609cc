import { isAggregate, takesDatePart } from './functions';
import { isColumn, isSubquery, parseQuery, startsQuery, type Arm, type Query } from './queries';
import { refuse } from './refusal';
import { findColumn, same, type Schema } from './schema';
import { sourcesOf } from './selects';
import { canonical, isGroup, isMark, isName, isParens, isWord, splitOnCommas, type Node, type Token } from './tokens';
import { isKeyword, windowWords } from './words';

/** Where a query stands: SQL Server asks more of one that is used as a table. */
type Place = 'statement' | 'table' | 'value';

/**
 * What SQL Server refuses although its grammar allows it, and SQLite does not mind. The numbers are SQL Server's.
 * @param nodes one statement
 * @param schema to tell an alias from a column; without it that is not looked at
 */
export function checkRules(nodes: readonly Node[], schema: Schema | null): void {
  const from = isWord(nodes[0], 'INSERT') ? nodes.findIndex((node) => isWord(node, 'SELECT', 'WITH')) : 0;
  const query = from < 0 ? [] : nodes.slice(from);
  if (startsQuery(query) && !query.some((node) => isWord(node, 'INSERT'))) {
    checkQuery(parseQuery(query), 'statement', schema);
  } else checkSubqueries(nodes, 'value', schema);
  if (isWord(nodes[0], 'INSERT')) {
    const valuesAt = nodes.findIndex((node) => isWord(node, 'VALUES'));
    if (valuesAt > 0 && splitOnCommas(nodes.slice(valuesAt + 1)).length > 1000) {
      refuse('more than 1000 rows of VALUES in an INSERT (10738)');
    }
  }
}

function checkSubqueries(nodes: readonly Node[], place: Place, schema: Schema | null): void {
  for (const node of nodes) {
    if (!isGroup(node)) continue;
    if (isSubquery(node)) checkQuery(parseQuery(node.nodes), place, schema);
    else checkSubqueries(node.nodes, place, schema);
  }
}

function checkQuery(query: Query, place: Place, schema: Schema | null): void {
  const { ctes, arms, orderBy, offset } = query;
  if (place !== 'statement' && ctes.length) refuse('a WITH inside a statement: it belongs to the front');
  if (place !== 'statement' && orderBy.length && !offset && !arms.some((arm) => arm.top)) {
    refuse('an ORDER BY in a subquery without TOP or OFFSET (1033)');
  }
  if (offset && arms.some((arm) => arm.top)) refuse('TOP beside OFFSET (10741)');
  const order = orderBy.map(({ expression }) => canonical(expression));
  const twice = order.find((text, index) => order.indexOf(text) < index);
  if (twice) refuse(`${twice} twice in one ORDER BY (169)`);
  for (const { expression } of orderBy) {
    if (expression.length === 1 && ['parameter', 'string'].includes(expression[0]!.kind)) {
      refuse('a constant in ORDER BY (408)');
    }
  }

  for (const { columns, query: nodes } of ctes) checkQuery(parseQuery(nodes), columns ? 'value' : 'table', schema);
  for (const arm of arms) {
    if (arm.nested) checkQuery(parseQuery(arm.nested), 'value', schema);
    else checkArm(arm, query, place, schema);
  }
}

function checkArm(arm: Arm, query: Query, place: Place, schema: Schema | null): void {
  const { items, from, where, groupBy, having, distinct } = arm;
  const orderBy = query.arms.length === 1 ? query.orderBy.map(({ expression }) => expression) : [];
  checkSubqueries(from ?? [], 'table', schema);
  for (const nodes of [...items.map(({ expression }) => expression), where, having, ...orderBy, ...(groupBy ?? [])]) {
    checkSubqueries(nodes ?? [], 'value', schema);
    checkAggregates(nodes ?? []);
  }
  for (const { expression } of items) {
    if (expression.some((node) => isMark(node, '='))) refuse(`a comparison as a value: ${canonical(expression)}`);
  }
  // The first arm names the columns of a union.
  if (place === 'table' && arm === query.arms[0]) checkNames(arm);
  if (distinct) {
    for (const nodes of orderBy) {
      if (!items.some((item) => isSelected(nodes, item.name, item.expression))) {
        refuse(`ORDER BY ${canonical(nodes)} is not in the list of a SELECT DISTINCT (145)`);
      }
    }
  }
  checkGrouping(arm, orderBy);
  if (schema && from) checkAliases(arm, from, orderBy, schema);
}

const isSelected = (order: readonly Node[], name: string, item: readonly Node[]) =>
  canonical(order) === canonical(item) ||
  isMark(item.at(-1), '*') ||
  order[0]?.kind === 'number' ||
  (isColumn(order) && same((order.at(-1) as Token).value, name)) ||
  (isColumn(order) && isColumn(item) && canonical(order.slice(-1)) === canonical(item.slice(-1)));

/** The columns of a table made by a query need names, all different. */
function checkNames({ items }: Arm): void {
  const names = items.filter(({ expression }) => !isMark(expression.at(-1), '*')).map(({ name }) => name.toLowerCase());
  if (names.includes('')) refuse('a computed column of a derived table or WITH has no name (8155)');
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice) refuse(`the column ${twice} twice in a derived table or WITH (8156)`);
}

/** Calls on this level: the name and what is between the parentheses. */
function* callsIn(
  nodes: readonly Node[],
): Generator<{ name: Token; args: readonly Node[]; over: boolean; at: number }> {
  for (const [at, name] of nodes.entries()) {
    const group = nodes[at + 1];
    if (name.kind === 'word' && isParens(group)) {
      yield { name, args: group.nodes, over: isWord(nodes[at + 2], 'OVER'), at };
    }
  }
}

function checkAggregates(nodes: readonly Node[]): void {
  for (const { name, args } of callsIn(nodes)) {
    if (isAggregate(name.value) && holdsSubquery(args)) refuse(`a subquery inside ${name.text}() (130)`);
  }
  for (const node of nodes) if (isGroup(node) && !isSubquery(node)) checkAggregates(node.nodes);
}

const holdsSubquery = (nodes: readonly Node[]): boolean =>
  nodes.some((node) => isGroup(node) && (isSubquery(node) || holdsSubquery(node.nodes)));

function holdsAggregate(nodes: readonly Node[]): boolean {
  for (const { name, over } of callsIn(nodes)) if (isAggregate(name.value) && !over) return true;
  return nodes.some((node) => isGroup(node) && !isSubquery(node) && holdsAggregate(node.nodes));
}

/** What is selected beside aggregates must be grouped by, text for text; two parameters are two texts. */
function checkGrouping({ items, groupBy, having }: Arm, orderBy: readonly (readonly Node[])[]): void {
  for (const nodes of groupBy ?? []) {
    if (holdsSubquery(nodes) || holdsAggregate(nodes)) refuse(`GROUP BY ${canonical(nodes)} (144)`);
    if (!nodes.some((node) => isGroup(node) || isName(node))) {
      refuse(`a constant in GROUP BY: ${canonical(nodes)} (164)`);
    }
  }
  const aliases = items.flatMap(({ alias }) => (alias ? [alias.value.toLowerCase()] : []));
  const selected = items.map(({ expression }) => expression);
  const used = [...selected, having ?? [], ...orderBy.filter((nodes) => !aliases.includes(canonical(nodes)))];
  if (!groupBy && !used.some(holdsAggregate)) return;
  for (const nodes of used) {
    const column = ungrouped(nodes, groupBy ?? []);
    if (column) refuse(`${column} is neither grouped by nor in an aggregate (8120)`);
  }
}

/** The first column that is not grouped by. Columns inside subqueries are not looked at. */
function ungrouped(nodes: readonly Node[], groupBy: readonly (readonly Node[])[]): string | null {
  for (let at = 0; at < nodes.length; at += 1) {
    const group = groupBy.find((grouped) => canonical(nodes.slice(at, at + grouped.length)) === canonical(grouped));
    const node = nodes[at]!;
    const args = nodes[at + 1];
    if (group) at += group.length - 1;
    else if (isGroup(node)) {
      const column = isSubquery(node) ? null : ungrouped(node.nodes, groupBy);
      if (column) return column;
    } else if (node.kind === 'word' && isParens(args)) {
      if (isAggregate(node.value)) at += isWord(nodes[at + 2], 'OVER') ? 0 : isWord(nodes[at + 2], 'WITHIN') ? 4 : 1;
      else if (isWord(node, 'CAST', 'TRY_CAST', 'CONVERT') || takesDatePart(node.value)) {
        const asAt = args.nodes.findLastIndex((inner) => isWord(inner, 'AS'));
        const column = ungrouped(asAt < 0 ? args.nodes.slice(2) : args.nodes.slice(0, asAt), groupBy);
        if (column) return column;
        at += 1;
      }
    } else if (isName(node) && !isKeyword(node) && !isWord(node, 'WITHIN', ...windowWords)) {
      let end = at + 1;
      while (isMark(nodes[end], '.')) end += 2;
      const column = nodes.slice(at, end);
      if (!groupBy.some((grouped) => namesSame(grouped, column))) return canonical(column).replaceAll(' ', '');
      at = end - 1;
    } else if (isMark(node, '*') && nodes.length === 1) return '*';
  }
  return null;
}

/** `t.a` and `a`. */
function namesSame(a: readonly Node[], b: readonly Node[]): boolean {
  if (!isColumn(a) || !isColumn(b) || canonical(a.slice(-1)) !== canonical(b.slice(-1))) return false;
  return a.length === 1 || b.length === 1 || canonical(a) === canonical(b);
}

/** WHERE, GROUP BY and HAVING do not know the names the SELECT gives; ORDER BY knows them, standing alone. */
function checkAliases(
  { items, where, groupBy, having }: Arm,
  from: readonly Node[],
  orderBy: readonly (readonly Node[])[],
  schema: Schema,
): void {
  const sources = sourcesOf(from);
  if (!sources.every(({ table }) => table !== null && schema.has(table))) return;
  const isReal = (name: string) => sources.some(({ table }) => findColumn(schema, table!, name));
  const invented = items.flatMap(({ alias }) => (alias && !isReal(alias.value) ? [alias.value] : []));
  for (const nodes of [where ?? [], having ?? [], ...(groupBy ?? []), ...orderBy.filter(({ length }) => length > 1)]) {
    for (const name of bareNames(nodes)) {
      if (invented.some((alias) => same(alias, name))) {
        refuse(`${name} is a name of the SELECT: only ORDER BY knows it, and only alone (207)`);
      }
    }
  }
}

function* bareNames(nodes: readonly Node[]): Generator<string> {
  for (const [at, node] of nodes.entries()) {
    if (isGroup(node)) {
      if (!isSubquery(node)) yield* bareNames(node.nodes);
    } else if (
      isName(node) &&
      !isKeyword(node) &&
      !isMark(nodes[at - 1], '.') &&
      !isMark(nodes[at + 1], '.') &&
      !isParens(nodes[at + 1])
    ) {
      yield node.value;
    }
  }
}
