import type { Db } from './database';
import { allOf, anyOf, empty, inList, likeLiteral, limitRows, perDialect, raw, sql, type Sql } from './sql';

/**
 * Finds substrings of documents fast on both engines, with the same results. SQLite has FTS5 with trigrams. SQL Server
 * has nothing of the kind (its full-text search starts at the start of a word), so there the trigrams of a document
 * are rows: a query seeks the rows of its own trigrams and checks the few documents that have them all.
 *
 * Tables: `<name>_fts` on SQLite, `<name>_search` and `<name>_gram` on SQL Server, all by the record's `rowKey`.
 */
export interface SearchIndex {
  /** Replaces the record's document; null takes it out. */
  write(db: Db, rowKey: number, document: string | null): Promise<void>;
  /**
   * Condition "the document holds, of every list of alternatives, at least one"; null when nothing is asked for.
   * @param terms from searchTerms(); every alternative has three characters or more
   * @param most only so many, the oldest: a fragment that a fifth of a large base holds is then not gathered whole to
   *   be sorted. For callers who add no condition of their own, or they would find fewer than there are.
   */
  matches(terms: readonly (readonly string[])[], rowKey: Sql, most?: number): Sql | null;
}

export function searchIndex(name: string): SearchIndex {
  const fts = raw(`${name}_fts`);
  const documents = raw(`${name}_search`);
  const grams = raw(`${name}_gram`);

  const writeSqlite = async (db: Db, rowKey: number, document: string | null) => {
    await db.run(sql`delete from ${fts} where rowid = ${rowKey}`);
    if (document !== null) await db.run(sql`insert into ${fts} (rowid, document) values (${rowKey}, ${document})`);
  };
  const writeSqlServer = async (db: Db, rowKey: number, document: string | null) => {
    const before = await db.row<{ document: string }>(sql`select document from ${documents} where rowKey = ${rowKey}`);
    if (before?.document === document) return;
    const old = new Set(before ? gramsOf(before.document) : []);
    const now = new Set(document === null ? [] : gramsOf(document));
    const gone = [...old].filter((gram) => !now.has(gram));
    const come = [...now].filter((gram) => !old.has(gram));
    for (const chunk of chunks(gone, 1000))
      await db.run(sql`delete from ${grams} where rowKey = ${rowKey} and ${inList(raw('gram'), chunk)}`);
    // Grams are numbers of ours, so they are written into the statement: a thousand rows in one go.
    for (const chunk of chunks(come, 1000))
      await db.run(
        sql`insert into ${grams} (gram, rowKey) values ${raw(chunk.map((gram) => `(${gram}, ${rowKey})`).join(', '))}`,
      );
    if (document === null) await db.run(sql`delete from ${documents} where rowKey = ${rowKey}`);
    else if (before) await db.run(sql`update ${documents} set document = ${document} where rowKey = ${rowKey}`);
    else await db.run(sql`insert into ${documents} (rowKey, document) values (${rowKey}, ${document})`);
  };

  const matchSqlite = (terms: readonly (readonly string[])[], rowKey: Sql, most?: number) => {
    const query = terms
      .map((alternatives) => `(${alternatives.map((text) => `"${text.replaceAll('"', '""')}"`).join(' OR ')})`)
      .join(' AND ');
    // In the order of the index itself, so that it stops at the last one wanted.
    const oldest = most ? sql` order by rowid ${limitRows(most)}` : empty;
    return sql`${rowKey} in (select rowid from ${fts} where ${fts} match ${query}${oldest})`;
  };
  const matchSqlServer = (terms: readonly (readonly string[])[], rowKey: Sql) =>
    allOf(
      terms.map((alternatives) =>
        anyOf(
          alternatives.map((text) => {
            const [first, ...others] = telling(gramsOf(text));
            const held = others.map(
              (gram, index) =>
                sql`exists (select 1 from ${grams} ${raw(`g${index}`)} where ${raw(`g${index}`)}.gram = ${gram} and ${raw(`g${index}`)}.rowKey = g.rowKey)`,
            );
            return sql`${rowKey} in (select g.rowKey from ${grams} g join ${documents} d on d.rowKey = g.rowKey
              where ${allOf([sql`g.gram = ${first}`, ...held, sql`d.document like ${`%${likeLiteral(text)}%`} escape '\\'`])})`;
          }),
        ),
      ),
    );

  const firstOnSqlServer = (terms: readonly (readonly string[])[], rowKey: Sql, most: number) =>
    sql`${rowKey} in (select s.rowKey from ${documents} s where ${matchSqlServer(terms, raw('s.rowKey'))}
      order by s.rowKey ${limitRows(most)})`;

  return {
    write: (db, rowKey, document) => (db.dialect === 'mssql' ? writeSqlServer : writeSqlite)(db, rowKey, document),
    matches: (terms, rowKey, most) =>
      terms.length === 0
        ? null
        : perDialect({
            sqlite: matchSqlite(terms, rowKey, most),
            mssql: most ? firstOnSqlServer(terms, rowKey, most) : matchSqlServer(terms, rowKey),
          }),
  };
}

/** The distinct trigrams of a text, each packed into 30 bits. */
export function gramsOf(text: string): number[] {
  const codes = Array.from(text, code);
  const found = new Set<number>();
  for (let i = 0; i + 2 < codes.length; i += 1) found.add((codes[i]! << 20) | (codes[i + 1]! << 10) | codes[i + 2]!);
  return [...found];
}

/** Ten bits a character: Latin and Cyrillic apart, the rest may share, since the document itself is checked in the end. */
function code(character: string): number {
  const point = character.codePointAt(0)!;
  if (point < 128) return point;
  return point >= 0x400 && point < 0x600 ? 512 + (point - 0x400) : 128 + (point % 384);
}

/** A long text is told by a few of its trigrams, spread over it; each more costs a seek. */
const telling = (grams: number[]) =>
  grams.length <= 6 ? grams : grams.filter((_, index) => index % Math.ceil(grams.length / 6) === 0);

function chunks<T>(list: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let i = 0; i < list.length; i += size) parts.push(list.slice(i, i + size));
  return parts;
}
