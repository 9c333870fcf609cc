import { MssqlParameter } from 'typeorm';
import type { Dialect } from './dialect';

/**
 * A piece of SQL with its values, composable and engine-neutral:
 *
 *     sql`select id, name from company where ownerId = ${ownerId} and ${filter} order by name, id ${limitRows(51)}`
 *
 * A value becomes a parameter, a nested piece is spliced in. The text must be valid in both dialects; where they
 * differ, `perDialect` holds the pair.
 */
export class Sql {
  constructor(
    private readonly strings: readonly string[],
    private readonly values: readonly unknown[],
  ) {}

  compile(dialect: Dialect): { text: string; parameters: unknown[] } {
    const parameters: unknown[] = [];
    return { text: this.write(dialect, parameters), parameters };
  }

  private write(dialect: Dialect, parameters: unknown[]): string {
    let text = this.strings[0]!;
    this.values.forEach((value, index) => {
      if (value instanceof Sql) text += value.write(dialect, parameters);
      else if (value instanceof PerDialect) text += value[dialect].write(dialect, parameters);
      else {
        text += dialect === 'mssql' ? `@${parameters.length}` : '?';
        parameters.push(parameter(dialect, value));
      }
      text += this.strings[index + 1]!;
    });
    return text;
  }
}

class PerDialect {
  constructor(
    readonly sqlite: Sql,
    readonly mssql: Sql,
  ) {}
}

function parameter(dialect: Dialect, value: unknown): unknown {
  if (value instanceof Date) {
    // Left to itself the driver would send `datetime`, which rounds to 3.33 ms and misses equal instants.
    return dialect === 'mssql' ? new MssqlParameter(value, 'datetime2', 3) : value.toISOString();
  }
  if (typeof value === 'boolean') return dialect === 'mssql' ? value : Number(value);
  return value;
}

export function sql(strings: TemplateStringsArray, ...values: unknown[]): Sql {
  return new Sql(strings, values);
}

/** Text that is ours, never a user's: a column or table name, a direction. */
export const raw = (text: string) => new Sql([text], []);
export const empty = raw('');
export const always = raw('1 = 1');
export const never = raw('1 = 0');

export const perDialect = (pair: { sqlite: Sql; mssql: Sql }) =>
  new Sql(['', ''], [new PerDialect(pair.sqlite, pair.mssql)]);

/** The first `count` rows; needs an ORDER BY before it. */
export const limitRows = (count: number) =>
  perDialect({ sqlite: raw(`limit ${count}`), mssql: raw(`offset 0 rows fetch next ${count} rows only`) });

export function join(pieces: readonly Sql[], separator: string): Sql {
  if (pieces.length === 0) return empty;
  return new Sql(['', ...pieces.slice(1).map(() => separator), ''], pieces);
}

export const allOf = (pieces: readonly (Sql | null)[]) => {
  const given = pieces.filter((piece) => piece !== null);
  return given.length ? join(given, ' and ') : always;
};
export const anyOf = (pieces: readonly Sql[]) => (pieces.length ? sql`(${join(pieces, ' or ')})` : never);

/** `column in (…)`; an empty list holds for nothing. Lists beyond 1,000 values are the caller's to chunk. */
export const inList = (column: Sql, values: readonly (string | number)[]) =>
  values.length
    ? sql`${column} in (${join(
        values.map((value) => sql`${value}`),
        ', ',
      )})`
    : never;

/** What LIKE looks for when the text is meant literally; write `escape '\'` behind it. */
export const likeLiteral = (text: string) => text.replace(/[\\%_[]/g, (character) => `\\${character}`);
