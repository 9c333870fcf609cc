import { datePart, functionRule, takesDatePart } from './functions';
import { isColumn, isSubquery } from './queries';
import { cannotTranslate, refuse } from './refusal';
import type { Schema } from './schema';
import {
  canonical,
  isMark,
  isName,
  isParens,
  isWord,
  quoteName,
  split,
  splitOnCommas,
  type Group,
  type Node,
  type Token,
} from './tokens';
import { ofType, takeType } from './types';
import { isKeyword, isReservedName, windowWords } from './words';

/** How to write: into what is run, or into its twin that only tells the types of the result. */
export interface Writing {
  readonly schema: Schema;
  /**
   * Write for the types alone: instead of `max(at)` the column `at`, instead of a count any column of type int.
   * SQLite knows the declared type of a plain column wherever it comes from, so it does the resolving.
   */
  readonly typesOnly: boolean;
  readonly subquery: (nodes: readonly Node[]) => string;
}

const comparisons = ['=', '<>', '!=', '<', '>', '<=', '>='];
const isOperator = (node: Node) =>
  isWord(node, 'LIKE', 'ESCAPE', 'BETWEEN', 'AND', 'IS', 'IN', 'NOT') || isMark(node, ...comparisons);

/** Writes what has a value. T-SQL has no truth values, so a comparison has none. */
export function expression(nodes: readonly Node[], writing: Writing): string {
  if (nodes.some((node) => isOperator(node) || isWord(node, 'OR', 'EXISTS'))) {
    refuse(`a condition where a value must stand: ${canonical(nodes)}`);
  }
  return arithmetic(nodes, writing);
}

/** Writes what WHERE, HAVING, ON and CASE WHEN ask. */
export function condition(nodes: readonly Node[], writing: Writing): string {
  const written: string[] = [];
  let predicateNodes: Node[] = [];
  let inBetween = false;
  for (const node of nodes) {
    if (isWord(node, 'OR') || (isWord(node, 'AND') && !inBetween)) {
      written.push(predicate(predicateNodes, writing), node.text.toUpperCase());
      predicateNodes = [];
    } else {
      if (isWord(node, 'BETWEEN', 'AND')) inBetween = isWord(node, 'BETWEEN');
      predicateNodes.push(node);
    }
  }
  return [...written, predicate(predicateNodes, writing)].join(' ');
}

function predicate(nodes: readonly Node[], writing: Writing): string {
  const [first, second] = nodes;
  if (isWord(first, 'NOT')) return `NOT ${predicate(nodes.slice(1), writing)}`;
  if (isWord(first, 'EXISTS') && isParens(second)) return `EXISTS (${writing.subquery(second.nodes)})`;
  if (nodes.length === 1 && isParens(first) && !isSubquery(first)) return `(${condition(first.nodes, writing)})`;
  if (!nodes.some(isOperator)) refuse(`a value where a condition must stand (4145): ${canonical(nodes)}`);

  const written: string[] = [];
  let value: Node[] = [];
  const flush = () => {
    if (value.length) written.push(arithmetic(value, writing));
    value = [];
  };
  nodes.forEach((node, index) => {
    if (isWord(nodes[index - 1], 'IN') && isParens(node) && !isSubquery(node)) {
      written.push(`(${list(node.nodes, writing)})`);
    } else if (isOperator(node)) {
      flush();
      written.push((node as Token).text.toUpperCase());
    } else value.push(node);
  });
  flush();
  return written.join(' ');
}

export const list = (nodes: readonly Node[], writing: Writing) =>
  splitOnCommas(nodes)
    .map((part) => expression(part, writing))
    .join(', ');

/** A name as SQLite takes it, whatever SQLite thinks of the word. */
export function writeName(name: Token): string {
  if (isReservedName(name) || isKeyword(name)) refuse(`${name.text} is reserved: as a name it must be quoted`);
  return quoteName(name.value);
}

interface Operand {
  readonly nodes: readonly Node[];
  readonly sql: string;
}

/**
 * `a + b - c * d`. In T-SQL `+ - & |` bind alike, from the left, in SQLite not: so every step gets parentheses. `+`
 * also joins text, which only the values tell.
 */
function arithmetic(nodes: readonly Node[], writing: Writing): string {
  const operands: Operand[] = [];
  const operators: string[] = [];
  for (let at = 0; at < nodes.length;) {
    const { sql, next } = operand(nodes, at, writing);
    operands.push({ nodes: nodes.slice(at, next), sql });
    const operator = nodes[next];
    if (operator === undefined) break;
    if (!isMark(operator, '+', '-', '*', '/', '%', '&', '|')) return cannotTranslate(canonical(nodes));
    operators.push(operator.text);
    at = next + 1;
  }
  if (operands.length !== operators.length + 1) return cannotTranslate(canonical(nodes));
  if (operands.length === 1) return operands[0]!.sql;
  if (writing.typesOnly) return wider(operands, writing).sql;

  const terms: string[] = [operands[0]!.sql];
  const signs: string[] = [];
  operators.forEach((operator, index) => {
    const { sql } = operands[index + 1]!;
    if (operator === '*') terms.push(`(${terms.pop()} * ${sql})`);
    else if (operator === '/') terms.push(`tsql_divide(${terms.pop()}, ${sql})`);
    else if (operator === '%') terms.push(`tsql_remainder(${terms.pop()}, ${sql})`);
    else {
      signs.push(operator);
      terms.push(sql);
    }
  });
  return terms.reduce((total, term, index) => {
    const sign = signs[index - 1]!;
    const numeric = sign !== '+' || isNumber(total) || isNumber(term);
    return numeric ? `(${total} ${sign} ${term})` : `tsql_plus(${total}, ${term})`;
  });
}

const isNumber = (sql: string) => /^\d/.test(sql);

/** Of int and bigint the result is bigint; a literal gives way to a column. */
function wider(operands: readonly Operand[], { schema }: Writing): Operand {
  const columns = operands.filter(({ nodes }) => !isLiteral(nodes));
  return (
    columns.find(({ nodes }) => isColumn(nodes) && schema.hasType((nodes.at(-1) as Token).value, 'bigint')) ??
    columns[0] ??
    operands[0]!
  );
}

const isLiteral = (nodes: readonly Node[]) =>
  nodes.length === 1 && (['number', 'string', 'parameter'].includes(nodes[0]!.kind) || isWord(nodes[0], 'NULL'));

/** Writes the operand that begins at `at`; `next` is behind it. */
function operand(nodes: readonly Node[], at: number, writing: Writing): { sql: string; next: number } {
  const node = nodes[at];
  if (node === undefined) return cannotTranslate(canonical(nodes));
  if (isMark(node, '-', '+', '~')) {
    const { sql, next } = operand(nodes, at + 1, writing);
    return { sql: writing.typesOnly ? sql : `${node.text}${sql}`, next };
  }
  if (node.kind === 'group') return { sql: group(node, writing), next: at + 1 };
  if (node.kind === 'string') return { sql: `'${node.value.replaceAll("'", "''")}'`, next: at + 1 };
  if (node.kind === 'parameter') return { sql: variable(node), next: at + 1 };
  if (node.kind === 'number' || isWord(node, 'NULL')) return { sql: node.text, next: at + 1 };
  const following = nodes[at + 1];
  if (isParens(following) && (!isKeyword(node) || isWord(node, 'LEFT', 'RIGHT'))) {
    return functionCall(node, following, nodes, at + 2, writing);
  }
  if (!isName(node)) return cannotTranslate(canonical(nodes));
  if (!isMark(following, '.')) return { sql: writeName(node), next: at + 1 };
  const column = nodes[at + 2];
  if (isMark(nodes[at + 3], '.')) return cannotTranslate(`${canonical(nodes)}: name the table by an alias`);
  if (isMark(column, '*')) return { sql: `${writeName(node)}.*`, next: at + 3 };
  if (!isName(column)) return cannotTranslate(canonical(nodes));
  return { sql: `${writeName(node)}.${writeName(column)}`, next: at + 3 };
}

function variable({ text }: Token): string {
  if (!text.startsWith('@@')) return text;
  return text.toUpperCase() === '@@VERSION' ? "'Microsoft SQL Server (recorder)'" : cannotTranslate(text);
}

function group(node: Group, writing: Writing): string {
  if (node.open === 'case') return caseOf(node, writing);
  if (isSubquery(node)) return `(${writing.subquery(node.nodes)})`;
  if (splitOnCommas(node.nodes).length !== 1) return refuse(`a comparison of rows: (${canonical(node.nodes)})`);
  return `(${expression(node.nodes, writing)})`;
}

function caseOf({ nodes }: Group, writing: Writing): string {
  const parts = split(nodes, (node) => isWord(node, 'WHEN', 'THEN', 'ELSE'));
  const words = nodes.filter((node) => isWord(node, 'WHEN', 'THEN', 'ELSE')).map((node) => (node as Token).text);
  if (writing.typesOnly) {
    const results = parts.slice(1).filter((_, index) => !/when/i.test(words[index]!));
    return typeOf(results, writing);
  }
  const [head, ...rest] = parts;
  const asks = head!.length ? expression : condition;
  const branches = rest.map((part, index) => {
    const word = words[index]!.toUpperCase();
    return `${word} ${(word === 'WHEN' ? asks : expression)(part, writing)}`;
  });
  return ['CASE', ...(head!.length ? [expression(head!, writing)] : []), ...branches, 'END'].join(' ');
}

/** What has the type of a choice between these. */
function typeOf(choices: readonly (readonly Node[])[], writing: Writing): string {
  const column = choices.find((choice) => !isLiteral(choice));
  if (['number', 'string'].every((kind) => choices.some(([node, more]) => !more && node?.kind === kind))) {
    refuse(`a choice between text and numbers, which makes numbers of all (245): ${choices.map(canonical).join(', ')}`);
  }
  const literal = choices.find((choice) => isLiteral(choice) && !isWord(choice[0], 'NULL'));
  const ofLiteral = literal && ofType(literal[0]!.kind === 'number' ? 'int' : 'nvarchar');
  if (!column) return ofLiteral ?? 'NULL';
  const isBit = isColumn(column) && writing.schema.hasType((column.at(-1) as Token).value, 'bit');
  return isBit && ofLiteral ? ofLiteral : `(${expression(column, writing)})`;
}

/** Writes a call with what may follow it: OVER (…), WITHIN GROUP (…). */
function functionCall(
  name: Token,
  { nodes: inside }: Group,
  nodes: readonly Node[],
  after: number,
  writing: Writing,
): { sql: string; next: number } {
  if (isWord(name, 'CAST', 'TRY_CAST')) {
    const asAt = inside.findLastIndex((node) => isWord(node, 'AS'));
    return { sql: cast(name, inside.slice(0, asAt), inside.slice(asAt + 1), writing), next: after };
  }
  if (isWord(name, 'CONVERT', 'TRY_CONVERT')) {
    const [type, value, style] = splitOnCommas(inside);
    if (!type || !value || style) return cannotTranslate(`${name.text}(${canonical(inside)})`);
    return { sql: cast(name, value, type, writing), next: after };
  }

  const distinct = isWord(inside[0], 'DISTINCT');
  const args = splitOnCommas(distinct ? inside.slice(1) : inside);
  const rule = functionRule(name.value, args.length);
  const over = isWord(nodes[after], 'OVER') && isParens(nodes[after + 1]) ? (nodes[after + 1] as Group) : null;
  const within =
    isWord(nodes[after], 'WITHIN') && isWord(nodes[after + 1], 'GROUP') && isParens(nodes[after + 2])
      ? (nodes[after + 2] as Group)
      : null;
  const next = after + (over ? 2 : within ? 3 : 0);
  if (writing.typesOnly) {
    const { gives } = rule;
    if (gives === undefined) return { sql: 'NULL', next };
    if (typeof gives === 'string') return { sql: ofType(gives), next };
    const choices = gives.flatMap((at) => (args[at] ? [args[at]] : []));
    return { sql: typeOf(choices, writing), next };
  }
  const written = args.map((arg, index) => {
    if (index === 0 && takesDatePart(name.value)) return `'${datePart(canonical(arg))}'`;
    if (index === 0 && isWord(name, 'IIF')) return condition(arg, writing);
    return isMark(arg[0], '*') ? '*' : expression(arg, writing);
  });
  if (distinct) written[0] = `DISTINCT ${written[0]}`;
  if (within) written.push(`${written.pop()} ${window(within.nodes, writing)}`);
  const sql = rule.write(written);
  return { sql: over ? `${sql} OVER (${window(over.nodes, writing)})` : sql, next };
}

/** `PARTITION BY a ORDER BY b DESC ROWS …` */
function window(nodes: readonly Node[], writing: Writing): string {
  const written: string[] = [];
  let part: Node[] = [];
  const flush = () => {
    if (part.length) written.push(list(part, writing));
    part = [];
  };
  for (const node of nodes) {
    if (isWord(node, ...windowWords) || isMark(node, ',')) {
      flush();
      written.push((node as Token).text.toUpperCase());
    } else part.push(node);
  }
  flush();
  return written.join(' ');
}

function cast(name: Token, value: readonly Node[], typeNodes: readonly Node[], writing: Writing): string {
  const { type, rest } = takeType(typeNodes);
  if (rest.length) cannotTranslate(canonical(typeNodes));
  if (writing.typesOnly) return ofType(type.base);
  const tries = name.text.toUpperCase().startsWith('TRY') ? 1 : 0;
  return `tsql_cast(${expression(value, writing)}, '${type.base}', ${type.size ?? -1}, ${tries})`;
}
