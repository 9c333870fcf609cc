import { refuse } from './refusal';

/** The smallest meaningful piece of a statement. */
export interface Token {
  readonly kind: 'word' | 'quoted' | 'string' | 'number' | 'parameter' | 'mark';
  /** As written, except that `[x]` is given as `"x"`. */
  readonly text: string;
  /** What it says: a name without its quotes, a string's content, a parameter's name without `@`. */
  readonly value: string;
  /** A string written `N'…'`. */
  readonly national?: boolean;
}

/** Parentheses with what is between them, or `CASE … END`. */
export interface Group {
  readonly kind: 'group';
  readonly open: '(' | 'case';
  readonly nodes: readonly Node[];
}

export type Node = Token | Group;

const shapes = new RegExp(
  [
    /(?<blank>\s+|--[^\n]*|\/\*[^]*?\*\/)/,
    /(?<string>[nN]?'(?:[^']|'')*')/,
    /(?<quoted>"(?:[^"]|"")*"|\[(?:[^\]]|\]\])*\])/,
    /(?<parameter>@@?[\w$#]+)/,
    /(?<number>\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)/,
    /(?<word>[\p{L}_#][\p{L}\p{N}_$#]*)/u,
    /(?<mark><=|>=|<>|!=|!<|!>|\|\||::|==|[-+*/%&|^]=|[-+*/%&|^~=<>!(),.;?:`])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'uy',
);

/** Cuts a text into tokens; comments and blanks go. */
export function tokenize(sql: string): Token[] {
  const tokens: Token[] = [];
  shapes.lastIndex = 0;
  for (let at = 0; at < sql.length; at = shapes.lastIndex) {
    const groups = shapes.exec(sql)?.groups;
    if (!groups) return refuse(`the character ${sql[at]} at ${at} of ${sql}`);
    for (const kind of kinds) if (groups[kind] !== undefined) tokens.push(tokenOf(kind, groups[kind]));
  }
  return tokens;
}

const kinds = ['string', 'quoted', 'parameter', 'number', 'word', 'mark'] as const;

function tokenOf(kind: Token['kind'], text: string): Token {
  if (kind === 'string') {
    const national = !text.startsWith("'");
    return { kind, text, national, value: text.slice(national ? 2 : 1, -1).replaceAll("''", "'") };
  }
  if (kind === 'quoted') {
    const value = text.startsWith('[')
      ? text.slice(1, -1).replaceAll(']]', ']')
      : text.slice(1, -1).replaceAll('""', '"');
    return { kind, text: quoteName(value), value };
  }
  return { kind, text, value: kind === 'parameter' ? text.slice(1) : text };
}

/** Puts parentheses and CASE … END around what they enclose. */
export function nest(tokens: readonly Token[]): Node[] {
  const levels: { closedBy: string; open: Group['open']; nodes: Node[] }[] = [{ closedBy: '', open: '(', nodes: [] }];
  for (const token of tokens) {
    const level = levels.at(-1)!;
    const sign = token.kind === 'word' || token.kind === 'mark' ? token.text.toUpperCase() : '';
    if (sign === '(') levels.push({ closedBy: ')', open: '(', nodes: [] });
    else if (sign === 'CASE') levels.push({ closedBy: 'END', open: 'case', nodes: [] });
    else if (sign === ')' || (sign === 'END' && level.closedBy === 'END')) {
      if (level.closedBy !== sign) refuse(`an unexpected ${token.text}`);
      levels.pop();
      levels.at(-1)!.nodes.push({ kind: 'group', open: level.open, nodes: level.nodes });
    } else level.nodes.push(token);
  }
  if (levels.length > 1) refuse(`${levels.at(-1)!.closedBy} is missing`);
  return levels[0]!.nodes;
}

export const quoteName = (name: string) => `"${name.replaceAll('"', '""')}"`;

export const isGroup = (node: Node | undefined): node is Group => node?.kind === 'group';
export const isParens = (node: Node | undefined): node is Group & { open: '(' } => isGroup(node) && node.open === '(';
/** A word of the language, whatever its case. */
export const isWord = (node: Node | undefined, ...words: string[]): node is Token & { kind: 'word' } =>
  node?.kind === 'word' && words.includes(node.text.toUpperCase());
export const isMark = (node: Node | undefined, ...marks: string[]): node is Token & { kind: 'mark' } =>
  node?.kind === 'mark' && marks.includes(node.text);
/** Something that can name a table or a column. */
export const isName = (node: Node | undefined): node is Token & { kind: 'word' | 'quoted' } =>
  node?.kind === 'word' || node?.kind === 'quoted';

/** Between separators, on this level only. */
export function split(nodes: readonly Node[], isSeparator: (node: Node) => boolean): Node[][] {
  const parts: Node[][] = [[]];
  for (const node of nodes) {
    if (isSeparator(node)) parts.push([]);
    else parts.at(-1)!.push(node);
  }
  return parts;
}

export const splitOnCommas = (nodes: readonly Node[]) =>
  nodes.length ? split(nodes, (node) => isMark(node, ',')) : [];

/** One spelling for equal pieces: words in lower case, names bare, single blanks. */
export const canonical = (nodes: readonly Node[]): string =>
  nodes
    .map((node) => {
      if (isGroup(node)) {
        return node.open === '(' ? `( ${canonical(node.nodes)} )` : `case ${canonical(node.nodes)} end`;
      }
      if (node.kind === 'string') return `'${node.value.replaceAll("'", "''")}'`;
      return isName(node) ? node.value.toLowerCase() : node.text.toLowerCase();
    })
    .join(' ');

/** Every list of nodes there is: this one and those inside its groups. */
export function* levelsOf(nodes: readonly Node[]): Generator<readonly Node[]> {
  yield nodes;
  for (const node of nodes) if (isGroup(node)) yield* levelsOf(node.nodes);
}
