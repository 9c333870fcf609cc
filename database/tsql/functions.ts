import { refuse } from './refusal';

/** How a T-SQL function is said in SQLite, and what it gives. */
export interface FunctionRule {
  /** Fewest and most arguments. */
  readonly takes: readonly [number, number];
  readonly write: (args: string[]) => string;
  /** A type, or the positions of the arguments whose type it has. */
  readonly gives?: string | readonly number[];
  /** Folds rows; with OVER it may also stand alone. */
  readonly aggregate?: true;
  /** Its first argument is a word such as `day`. */
  readonly datePart?: true;
}

const call =
  (name: string) =>
  (args: string[]): string =>
    `${name}(${args.join(', ')})`;

const plain = (name: string, min: number, max = min, gives?: FunctionRule['gives']): FunctionRule => ({
  takes: [min, max],
  write: call(name),
  gives,
});
const aggregate = (name: string, gives: FunctionRule['gives'], min = 1, max = min): FunctionRule => ({
  ...plain(name, min, max, gives),
  aggregate: true,
});
const many = Array.from({ length: 30 }, (_, index) => index);
const text = 'nvarchar(max)';
/** Now, in the form instants are stored in. */
export const utcNow = `strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`;

/**
 * Every function our SQL may use. One that is not here is refused: it either does not exist in T-SQL, or nobody has
 * said yet what it is in SQLite (`tsql_…` are in sqlite-functions.ts).
 */
const rules: Readonly<Record<string, FunctionRule>> = {
  // Aggregates and windows
  COUNT: aggregate('count', 'int'),
  COUNT_BIG: aggregate('count', 'bigint'),
  SUM: aggregate('sum', [0]),
  MIN: aggregate('min', [0]),
  MAX: aggregate('max', [0]),
  // An average of integers is an integer.
  AVG: aggregate('tsql_avg', [0]),
  STRING_AGG: aggregate('string_agg', text, 2),
  ROW_NUMBER: plain('row_number', 0, 0, 'bigint'),
  RANK: plain('rank', 0, 0, 'bigint'),
  DENSE_RANK: plain('dense_rank', 0, 0, 'bigint'),
  NTILE: plain('ntile', 1, 1, 'bigint'),
  LAG: plain('lag', 1, 3, [0]),
  LEAD: plain('lead', 1, 3, [0]),
  FIRST_VALUE: plain('first_value', 1, 1, [0]),
  LAST_VALUE: plain('last_value', 1, 1, [0]),

  // Choices
  COALESCE: plain('coalesce', 2, 30, many),
  ISNULL: plain('ifnull', 2, 2, [0]),
  NULLIF: plain('nullif', 2, 2, [0]),
  IIF: plain('iif', 3, 3, [1, 2]),

  // Text
  LEN: { takes: [1, 1], write: ([value]) => `length(rtrim(${value}, ' '))`, gives: 'int' },
  UPPER: plain('upper', 1, 1, text),
  LOWER: plain('lower', 1, 1, text),
  LTRIM: plain('ltrim', 1, 1, text),
  RTRIM: plain('rtrim', 1, 1, text),
  TRIM: plain('trim', 1, 1, text),
  REPLACE: plain('replace', 3, 3, text),
  SUBSTRING: plain('tsql_substring', 3, 3, text),
  LEFT: plain('tsql_left', 2, 2, text),
  RIGHT: plain('tsql_right', 2, 2, text),
  CHARINDEX: plain('tsql_charindex', 2, 3, 'int'),
  STUFF: plain('tsql_stuff', 4, 4, text),
  CONCAT: plain('concat', 2, 254, text),
  CONCAT_WS: plain('concat_ws', 3, 254, text),
  UNICODE: plain('unicode', 1, 1, 'int'),
  NCHAR: plain('char', 1, 1, text),
  JSON_VALUE: plain('tsql_json_value', 2, 2, text),
  ISJSON: plain('json_valid', 1, 1, 'int'),

  // Numbers
  ABS: plain('abs', 1, 1, [0]),
  SIGN: plain('sign', 1, 1, [0]),
  ROUND: plain('round', 2, 2, [0]),
  FLOOR: plain('floor', 1, 1, [0]),
  CEILING: plain('ceil', 1, 1, [0]),

  // Time
  SYSUTCDATETIME: { takes: [0, 0], write: () => utcNow, gives: 'datetime2(7)' },
  DATEADD: { ...plain('tsql_dateadd', 3, 3, 'datetime2(7)'), datePart: true },
  DATEDIFF: { ...plain('tsql_datediff', 3, 3, 'int'), datePart: true },
  DATEPART: { ...plain('tsql_datepart', 2, 2, 'int'), datePart: true },
  YEAR: { takes: [1, 1], write: ([value]) => `tsql_datepart('year', ${value})`, gives: 'int' },
  MONTH: { takes: [1, 1], write: ([value]) => `tsql_datepart('month', ${value})`, gives: 'int' },
  DAY: { takes: [1, 1], write: ([value]) => `tsql_datepart('day', ${value})`, gives: 'int' },

  // The server
  DB_NAME: { takes: [0, 0], write: () => `'recorder'`, gives: text },
  SCHEMA_NAME: { takes: [0, 0], write: () => `'dbo'`, gives: text },
  SERVERPROPERTY: plain('tsql_serverproperty', 1),
  SCOPE_IDENTITY: plain('last_insert_rowid', 0),
};

/** What to know of a function; refuses a name or a count of arguments T-SQL (or the recorder) does not know. */
export function functionRule(name: string, count: number): FunctionRule {
  const rule = rules[name.toUpperCase()];
  if (!rule) return refuse(`the function ${name}() is not in functions.ts: not T-SQL, or not translated yet`);
  const [min, max] = rule.takes;
  if (count < min || count > max) {
    refuse(`${name}() takes ${min === max ? min : `${min} to ${max}`} arguments, not ${count}`);
  }
  return rule;
}

export const isAggregate = (name: string) => rules[name.toUpperCase()]?.aggregate === true;
export const takesDatePart = (name: string) => rules[name.toUpperCase()]?.datePart === true;

const dateParts: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    year: 'year yy yyyy',
    quarter: 'quarter qq q',
    month: 'month mm m',
    day: 'day dd d',
    week: 'week wk ww',
    hour: 'hour hh',
    minute: 'minute mi n',
    second: 'second ss s',
    millisecond: 'millisecond ms',
  }).flatMap(([part, spellings]) => spellings.split(' ').map((spelling) => [spelling, part])),
);

export const datePart = (word: string): string =>
  dateParts[word.toLowerCase()] ?? refuse(`${word} is not a part of a date that the recorder knows`);
