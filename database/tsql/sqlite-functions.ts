import type { Database } from 'better-sqlite3';
import { parseInstant } from './instants';
import { ServerError } from './server-error';

type Numeric = bigint | number;
type Value = string | Numeric | Buffer | null;
type Given = Exclude<Value, null>;

/** Gives a connection the functions of T-SQL that SQLite lacks or understands differently (see functions.ts). */
export function addFunctions(connection: Database): void {
  /** Null in, null out. */
  const define = (name: string, count: number | 'any', work: (...args: never[]) => Value) => {
    const guarded = (...args: unknown[]) => (args.includes(null) ? null : work(...(args as never[])));
    // SQLite learns the count of arguments from the function's length.
    if (count !== 'any') Object.defineProperty(guarded, 'length', { value: count });
    connection.function(name, { deterministic: true, safeIntegers: true, varargs: count === 'any' }, guarded);
  };

  define('tsql_plus', 2, plus);
  define('tsql_divide', 2, (a: Numeric, b: Numeric) => divide(a, b, 'quotient'));
  define('tsql_remainder', 2, (a: Numeric, b: Numeric) => divide(a, b, 'remainder'));
  define('tsql_cast', 4, cast);

  define('upper', 1, (text: Given) => String(text).toUpperCase());
  define('lower', 1, (text: Given) => String(text).toLowerCase());
  define('tsql_substring', 3, (text: Given, start: bigint, length: bigint) =>
    // A start before the first character uses up the length.
    String(text).slice(Math.max(0, Number(start) - 1), Math.max(0, Number(start) - 1 + Number(length))),
  );
  define('tsql_left', 2, (text: Given, length: bigint) => String(text).slice(0, Number(length)));
  define('tsql_right', 2, (text: Given, length: bigint) => (length > 0n ? String(text).slice(-Number(length)) : ''));
  define('tsql_charindex', 'any', (what: Given, text: Given, start: bigint = 1n) =>
    BigInt(String(text).indexOf(String(what), Math.max(0, Number(start) - 1)) + 1),
  );
  define('tsql_stuff', 4, (text: string, start: bigint, length: bigint, put: string) => {
    const at = Number(start) - 1;
    return at < 0 || at >= text.length ? null : text.slice(0, at) + put + text.slice(at + Number(length));
  });
  // SQLite's own LIKE knows no [a-f] and folds the case of ASCII only; SQL Server's collation folds all.
  define('like', 2, (pattern: Given, text: Given) => like(String(pattern), String(text), ''));
  define('like', 3, (pattern: Given, text: Given, escape: string) => like(String(pattern), String(text), escape));
  define('tsql_json_value', 2, jsonValue);

  define('tsql_dateadd', 3, dateAdd);
  define('tsql_datediff', 3, dateDiff);
  define('tsql_datepart', 2, (part: string, at: string) => BigInt(partOf(part, moment(at))));

  define('tsql_serverproperty', 1, (name: string) =>
    name === 'IsFullTextInstalled' ? 0n : name === 'ProductVersion' ? '16.0.0.0' : null,
  );

  connection.aggregate<Total>('tsql_avg', {
    deterministic: true,
    safeIntegers: true,
    start: () => ({ sum: 0n, count: 0n }),
    step: (total, value) => moved(total, value, 1n),
    inverse: (total, value) => moved(total, value, -1n),
    result: ({ sum, count }) => (count === 0n ? null : divide(sum, count, 'quotient')),
  });
}

interface Total {
  readonly sum: Numeric;
  readonly count: bigint;
}

/** A row comes into a window of an average, or leaves it. */
function moved({ sum, count }: Total, value: unknown, sign: 1n | -1n): Total {
  if (value === null) return { sum, count };
  const whole = typeof sum === 'bigint' && typeof value === 'bigint';
  return { sum: whole ? sum + sign * value : Number(sum) + Number(sign) * Number(value), count: count + sign };
}

function plus(a: Given, b: Given): Value {
  if (typeof a === 'string' && typeof b === 'string') return a + b;
  const [left, right] = [toNumber(a), toNumber(b)];
  return typeof left === 'bigint' && typeof right === 'bigint' ? left + right : Number(left) + Number(right);
}

/** SQLite gives null where SQL Server fails. */
function divide(a: Numeric, b: Numeric, wanted: 'quotient' | 'remainder'): Value {
  if (Number(b) === 0) throw new ServerError(8134, 'Divide by zero error encountered.');
  if (typeof a === 'bigint' && typeof b === 'bigint') return wanted === 'quotient' ? a / b : a % b;
  return wanted === 'quotient' ? Number(a) / Number(b) : Number(a) % Number(b);
}

/** A number beats a text, so SQL Server converts the text, and fails when it is none. */
function toNumber(value: Given): Numeric {
  if (typeof value === 'bigint' || typeof value === 'number') return value;
  const text = String(value).trim();
  if (/^[+-]?\d+$/.test(text)) return BigInt(text);
  throw new ServerError(245, `Conversion failed when converting the nvarchar value '${text}' to data type int.`);
}

const ranges: Readonly<Record<string, readonly [bigint, bigint]>> = {
  tinyint: [0n, 255n],
  smallint: [-(2n ** 15n), 2n ** 15n - 1n],
  int: [-(2n ** 31n), 2n ** 31n - 1n],
  bigint: [-(2n ** 63n), 2n ** 63n - 1n],
};

function cast(value: Given, base: string, size: bigint, tries: bigint): Value {
  try {
    return castStrictly(value, base, Number(size));
  } catch (error) {
    if (tries) return null;
    throw error;
  }
}

function castStrictly(value: Given, base: string, size: number): Value {
  const range = ranges[base];
  if (range) {
    const number = typeof value === 'number' ? BigInt(Math.trunc(value)) : BigInt(toNumber(value));
    if (number < range[0] || number > range[1]) {
      throw new ServerError(8115, `Arithmetic overflow error converting expression to data type ${base}.`);
    }
    return number;
  }
  if (base === 'bit') return Number(toNumber(value)) ? 1n : 0n;
  if (base === 'float') return Number(value);
  if (base === 'datetime2' || base === 'date') {
    const parsed = parseInstant(String(value));
    if (!parsed) {
      throw new ServerError(241, 'Conversion failed when converting date and/or time from character string.');
    }
    return base === 'date' ? parsed.slice(0, 10) : parsed;
  }
  if (base !== 'nvarchar' && base !== 'nchar') return value;
  // An instant turns into text without T and Z.
  const text = String(value).replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d\.\d{3})Z$/, '$1 $2');
  return size < 0 ? text : text.slice(0, size);
}

const patterns = new Map<string, RegExp>();

function like(pattern: string, text: string, escape: string): bigint {
  const key = escape + pattern;
  const known = patterns.get(key) ?? likePattern(pattern, escape);
  if (patterns.size > 1000) patterns.clear();
  patterns.set(key, known);
  return known.test(text) ? 1n : 0n;
}

/** `%`, `_`, `[a-f]`, `[^a-f]`. */
function likePattern(pattern: string, escape: string): RegExp {
  const literal = (character: string) => character.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
  let source = '';
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern[at]!;
    const end = pattern.indexOf(']', at + 1);
    if (escape && character === escape) source += literal(pattern[(at += 1)] ?? '');
    else if (character === '%') source += '[^]*';
    else if (character === '_') source += '[^]';
    else if (character === '[' && end > 0) {
      const inside = pattern.slice(at + 1, end);
      source += inside ? `[${inside.replace(/[\\[\]]/g, '\\$&')}]` : '(?!)';
      at = end;
    } else source += literal(character);
  }
  return new RegExp(`^${source}$`, 'i');
}

/** A scalar out of a JSON text by a path such as `$.phones[0].number`; anything else is null. */
function jsonValue(json: string, path: string): Value {
  let found: unknown;
  try {
    found = JSON.parse(json);
  } catch {
    throw new ServerError(13609, 'JSON text is not properly formatted.');
  }
  for (const [, quoted, name, index] of path.matchAll(/\.(?:"([^"]+)"|(\w+))|\[(\d+)\]/g)) {
    if (typeof found !== 'object' || found === null) return null;
    found = (found as Record<string, unknown>)[(quoted ?? name ?? index)!];
  }
  return found === null || found === undefined || typeof found === 'object' ? null : String(found);
}

function moment(text: string): Date {
  const parsed = parseInstant(text);
  if (!parsed) throw new ServerError(241, 'Conversion failed when converting date and/or time from character string.');
  return new Date(parsed);
}

const milliseconds: Readonly<Record<string, number>> = {
  millisecond: 1,
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
};

function dateAdd(part: string, count: bigint, at: string): string {
  const from = moment(at);
  const unit = milliseconds[part];
  if (unit) return new Date(from.getTime() + Number(count) * unit).toISOString();
  const months = Number(count) * (part === 'year' ? 12 : part === 'quarter' ? 3 : 1);
  const to = new Date(from);
  to.setUTCDate(1);
  to.setUTCMonth(to.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
  to.setUTCDate(Math.min(from.getUTCDate(), lastDay));
  return to.toISOString();
}

/** Counts the borders crossed, not the whole units between. */
function dateDiff(part: string, from: string, to: string): bigint {
  const [start, end] = [moment(from), moment(to)];
  const unit = milliseconds[part];
  // Weeks begin on Sunday, and the first day of the epoch was a Thursday.
  const shift = part === 'week' ? 4 * milliseconds.day! : 0;
  const border = (at: Date) =>
    unit
      ? Math.floor((at.getTime() + shift) / unit)
      : part === 'year'
        ? at.getUTCFullYear()
        : Math.floor((at.getUTCFullYear() * 12 + at.getUTCMonth()) / (part === 'quarter' ? 3 : 1));
  const difference = BigInt(border(end) - border(start));
  if (difference > ranges.int![1] || difference < ranges.int![0]) {
    throw new ServerError(535, 'The datediff function resulted in an overflow.');
  }
  return difference;
}

function partOf(part: string, at: Date): number {
  const parts: Readonly<Record<string, () => number>> = {
    year: () => at.getUTCFullYear(),
    quarter: () => Math.floor(at.getUTCMonth() / 3) + 1,
    month: () => at.getUTCMonth() + 1,
    day: () => at.getUTCDate(),
    hour: () => at.getUTCHours(),
    minute: () => at.getUTCMinutes(),
    second: () => at.getUTCSeconds(),
    millisecond: () => at.getUTCMilliseconds(),
  };
  const read = parts[part];
  if (!read) throw new ServerError(155, `The recorder has no datepart ${part}.`);
  return read();
}
