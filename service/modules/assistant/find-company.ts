import { signedIn, type Ctx } from '../../kernel/context';
import { foldedWords } from '../../kernel/search-text';
import type { CompanyRow } from '../companies/companies.contract';
import { findCompanies } from '../companies/companies.public';
import { nameStems, sameStem, stem } from './russian-stem';

export type Named = { one: CompanyRow } | { several: CompanyRow[] };

const most = 20;

/**
 * The company a person means, called in any case and by any part of its name: the only one there is, else the only one
 * of those called just so, else the only one of one's own. Otherwise all that may be meant, one's own first.
 */
export async function findNamed(ctx: Ctx, called: string): Promise<Named> {
  const me = signedIn(ctx).id;
  const words = foldedWords(called).length ? nameStems(called) : [];
  const found = await firstFound(ctx, called, words);
  const mine = (row: CompanyRow) => row.owner?.id === me;
  const exact = found.filter((row) => {
    const stems = nameStems(row.name);
    return stems.length === words.length && stems.every((one, index) => one === words[index]);
  });
  const beginning = found.filter((row) => nameStems(row.name)[0]?.startsWith(words[0] ?? '\0'));
  for (const group of [found, exact, exact.filter(mine), beginning.filter(mine), found.filter(mine), beginning])
    if (group.length === 1) return { one: group[0]! };
  return { several: ownFirst(found, me) };
}

/** All that may be meant, one's own first. */
export async function findAll(ctx: Ctx, called: string): Promise<CompanyRow[]> {
  const words = foldedWords(called).length ? nameStems(called) : [];
  return ownFirst(await firstFound(ctx, called, words), signedIn(ctx).id);
}

const ownFirst = (rows: readonly CompanyRow[], me: string) =>
  [...rows].sort((a, b) => Number(b.owner?.id === me) - Number(a.owner?.id === me) || a.name.length - b.name.length);

async function firstFound(ctx: Ctx, called: string, words: string[]): Promise<CompanyRow[]> {
  const search = async (text: string) =>
    text.trim().length < 2 ? [] : (await findCompanies(ctx, { search: text, sort: 'name', limit: most })).rows;
  const attempts = [
    words.join(' '),
    called,
    // A vowel that comes and goes («Кубанец», «Кубанцем»), a slip at the end.
    words.map((word) => (word.length > 5 ? word.slice(0, -1) : word)).join(' '),
    words.map((word) => word.slice(0, 5)).join(' '),
    words[0] ?? '',
    words.at(-1) ?? '',
    (words[0] ?? '').slice(0, 4),
  ];
  for (const attempt of new Set(attempts)) {
    const rows = await search(attempt);
    if (rows.length) return rows;
  }
  return [];
}

/** The contact a person means by a first or last name in any case; null when none or several are called so. */
export function contactNamed<T extends { name: string }>(contacts: readonly T[], called: string): T | null {
  const wanted = foldedWords(called).map(stem);
  const found = contacts.filter(({ name }) => {
    const has = foldedWords(name).map(stem);
    return wanted.every((word) => has.some((other) => other.startsWith(word) || word.startsWith(other)));
  });
  return found.length === 1 ? found[0]! : null;
}

/**
 * The company called among the words of a sentence. Each word is looked for; of what is found that company is meant of
 * whose name the most is said, one's own before others'. When no name is met as a word, what grammar took for the name is
 * looked for as any search would.
 */
export async function findMentioned(
  ctx: Ctx,
  { mention, company }: { mention: string; company: string | null },
): Promise<Named> {
  const me = signedIn(ctx).id;
  const stems = nameStems(mention).filter((word) => word.length >= 3 && !/^\d{1,2}$/.test(word));
  const met = new Map<string, CompanyRow>();
  for (const word of [...new Set(stems)].slice(0, 12))
    for (const row of (await findCompanies(ctx, { search: word, sort: 'name', limit: most })).rows)
      met.set(row.id, row);
  const scored = [...met.values()]
    .map((row) => {
      const own = nameStems(row.name);
      const said = own.filter((one) => stems.some((word) => sameStem(one, word)));
      const first = own[0] !== undefined && said.includes(own[0]);
      return { row, said: said.length, share: said.length / own.length, first, mine: row.owner?.id === me };
    })
    .filter(({ said, first, share }) => said > 0 && (first || share > 0.5))
    .sort((a, b) => b.said - a.said || b.share - a.share || Number(b.mine) - Number(a.mine));
  const best = scored[0];
  if (!best) return company ? findNamed(ctx, company) : { several: [] };
  const rivals = scored.filter(
    ({ said, share, mine }) => said === best.said && share === best.share && mine === best.mine,
  );
  return rivals.length === 1 ? { one: best.row } : { several: rivals.map(({ row }) => row) };
}
