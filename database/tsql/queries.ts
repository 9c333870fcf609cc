import { cannotTranslate } from './refusal';
import {
  canonical,
  isGroup,
  isMark,
  isName,
  isParens,
  isWord,
  split,
  splitOnCommas,
  type Node,
  type Token,
} from './tokens';
import { isKeyword } from './words';

/** A SELECT cut into its clauses. The expressions in them stay lists of nodes. */
export interface Query {
  readonly ctes: readonly CommonTable[];
  readonly arms: readonly Arm[];
  /** UNION, UNION ALL, EXCEPT or INTERSECT between arm and next arm. */
  readonly between: readonly string[];
  readonly orderBy: readonly OrderItem[];
  readonly offset: readonly Node[] | null;
  readonly fetch: readonly Node[] | null;
}

/** `name (columns) as (query)` of a WITH. */
export interface CommonTable {
  readonly name: Token;
  readonly columns: readonly Node[][] | null;
  readonly query: readonly Node[];
}

/** One SELECT of a union; `nested` is an arm in parentheses. */
export interface Arm {
  readonly nested: readonly Node[] | null;
  readonly distinct: boolean;
  readonly top: readonly Node[] | null;
  readonly items: readonly Item[];
  readonly from: readonly Node[] | null;
  readonly where: readonly Node[] | null;
  readonly groupBy: readonly Node[][] | null;
  readonly having: readonly Node[] | null;
}

/** A column of the result. */
export interface Item {
  readonly expression: readonly Node[];
  /** After AS, or behind the expression. */
  readonly alias: Token | null;
  /** What the result calls it; empty for a computed column nobody named. */
  readonly name: string;
}

export interface OrderItem {
  readonly expression: readonly Node[];
  readonly direction: '' | ' DESC';
}

/** A parenthesis holding a SELECT. */
export const isSubquery = (node: Node | undefined): boolean => isParens(node) && startsQuery(node.nodes);

export const startsQuery = (nodes: readonly Node[]): boolean =>
  isWord(nodes[0], 'SELECT', 'WITH') || (nodes.length > 0 && isSubquery(nodes[0]) && isSetOperator(nodes[1]));

const isSetOperator = (node: Node | undefined) => isWord(node, 'UNION', 'EXCEPT', 'INTERSECT');

/** Takes the CTEs off the front of a statement. */
export function takeCommonTables(nodes: readonly Node[]): { ctes: CommonTable[]; rest: readonly Node[] } {
  const ctes: CommonTable[] = [];
  if (!isWord(nodes[0], 'WITH')) return { ctes, rest: nodes };
  let at = 0;
  do {
    const name = nodes[at + 1];
    const columns = nodes[at + 2];
    at += isParens(columns) ? 3 : 2;
    const body = nodes[at + 1];
    if (!isName(name) || !isWord(nodes[at], 'AS') || !isParens(body)) {
      return cannotTranslate(`WITH ${canonical(nodes)}`);
    }
    ctes.push({ name, columns: isParens(columns) ? splitOnCommas(columns.nodes) : null, query: body.nodes });
    at += 2;
  } while (isMark(nodes[at], ','));
  return { ctes, rest: nodes.slice(at) };
}

export function parseQuery(nodes: readonly Node[]): Query {
  const { ctes, rest } = takeCommonTables(nodes);
  const orderAt = rest.findIndex((node, index) => isWord(node, 'ORDER') && isWord(rest[index + 1], 'BY'));
  const body = orderAt < 0 ? rest : rest.slice(0, orderAt);
  const arms: Arm[] = [];
  const between: string[] = [];
  for (let start = 0, at = 0; at <= body.length; at += 1) {
    if (at < body.length && !isSetOperator(body[at])) continue;
    arms.push(parseArm(body.slice(start, at)));
    if (at === body.length) break;
    const all = isWord(body[at + 1], 'ALL');
    between.push((body[at] as Token).text.toUpperCase() + (all ? ' ALL' : ''));
    start = at + (all ? 2 : 1);
  }
  return { ctes, arms, between, ...parseOrder(orderAt < 0 ? [] : rest.slice(orderAt + 2)) };
}

function parseOrder(nodes: readonly Node[]): Pick<Query, 'orderBy' | 'offset' | 'fetch'> {
  const offsetAt = nodes.findIndex((node) => isWord(node, 'OFFSET'));
  const items = splitOnCommas(offsetAt < 0 ? nodes : nodes.slice(0, offsetAt));
  const orderBy = items.map((item): OrderItem => {
    const last = item.at(-1);
    return isWord(last, 'ASC', 'DESC')
      ? { expression: item.slice(0, -1), direction: isWord(last, 'DESC') ? ' DESC' : '' }
      : { expression: item, direction: '' };
  });
  if (offsetAt < 0) return { orderBy, offset: null, fetch: null };
  const [offset, fetch, ...more] = split(nodes.slice(offsetAt), (node) => isWord(node, 'ROWS', 'ROW'));
  if (more.length > (fetch?.length ? 1 : 0)) cannotTranslate(canonical(nodes));
  return { orderBy, offset: offset!.slice(1), fetch: fetch?.length ? fetch.slice(2) : null };
}

const clauseStarts = ['FROM', 'WHERE', 'HAVING'] as const;

function parseArm(nodes: readonly Node[]): Arm {
  const empty = { distinct: false, top: null, items: [], from: null, where: null, groupBy: null, having: null };
  const [first] = nodes;
  if (nodes.length === 1 && isParens(first) && isSubquery(first)) return { ...empty, nested: first.nodes };
  if (!isWord(nodes[0], 'SELECT')) return cannotTranslate(canonical(nodes));

  let at = 1;
  const distinct = isWord(nodes[at], 'DISTINCT');
  if (distinct || isWord(nodes[at], 'ALL')) at += 1;
  let top: readonly Node[] | null = null;
  if (isWord(nodes[at], 'TOP')) {
    const count = nodes[at + 1]!;
    top = isParens(count) ? count.nodes : [count];
    at += 2;
  }

  const clauses: { name: string; nodes: Node[] }[] = [{ name: 'SELECT', nodes: [] }];
  for (; at < nodes.length; at += 1) {
    const node = nodes[at]!;
    if (isWord(node, ...clauseStarts)) clauses.push({ name: node.text.toUpperCase(), nodes: [] });
    else if (isWord(node, 'GROUP') && isWord(nodes[at + 1], 'BY')) {
      clauses.push({ name: 'GROUP', nodes: [] });
      at += 1;
    } else if (isWord(node, 'INTO', 'FOR', 'OPTION')) cannotTranslate(`${node.text} in a SELECT`);
    else clauses.at(-1)!.nodes.push(node);
  }
  const clause = (name: string) => clauses.find((one) => one.name === name)?.nodes ?? null;
  const groupBy = clause('GROUP');
  return {
    nested: null,
    distinct,
    top,
    items: splitOnCommas(clause('SELECT')!).map(parseItem),
    from: clause('FROM'),
    where: clause('WHERE'),
    groupBy: groupBy && splitOnCommas(groupBy),
    having: clause('HAVING'),
  };
}

function parseItem(nodes: readonly Node[]): Item {
  const last = nodes.at(-1);
  const before = nodes.at(-2);
  const named = (expression: readonly Node[], alias: Token): Item => ({ expression, alias, name: alias.value });
  if (isWord(before, 'AS') && last && !isGroup(last)) return named(nodes.slice(0, -2), last);
  // `count(*) n`, `a.b c`: a name behind something that is complete without it.
  if (isName(last) && before && endsOperand(before) && !isKeyword(last)) return named(nodes.slice(0, -1), last);
  return { expression: nodes, alias: null, name: isColumn(nodes) ? (last as Token).value : '' };
}

const endsOperand = (node: Node) =>
  isGroup(node) ||
  (isName(node) && !isKeyword(node)) ||
  ['string', 'number', 'parameter'].includes(node.kind) ||
  isWord(node, 'NULL');

/** `name` or `table.name`. */
export const isColumn = (nodes: readonly Node[]): boolean =>
  nodes.length % 2 === 1 &&
  nodes.every((node, index) => (index % 2 ? isMark(node, '.') : isName(node) && !isKeyword(node)));
