import { untranslatable } from './refusal';
import { same, type Schema } from './schema';
import { ServerError } from './server-error';

interface SqliteError {
  readonly name: string;
  readonly code?: string;
  readonly message: string;
}

/** What SQL Server would have answered where SQLite failed. */
export function serverError(error: unknown, sql: string, schema: () => Schema): Error {
  const { name: kind, code = '', message } = error as SqliteError;
  // better-sqlite3 says RangeError where a parameter is missing.
  if (kind !== 'SqliteError' && kind !== 'RangeError') return error as Error;
  switch (code) {
    case 'SQLITE_CONSTRAINT_PRIMARYKEY':
    case 'SQLITE_CONSTRAINT_ROWID':
      return new ServerError(2627, `Violation of PRIMARY KEY constraint: ${message}`);
    case 'SQLITE_CONSTRAINT_UNIQUE':
      return uniqueViolation(message, schema());
    case 'SQLITE_CONSTRAINT_FOREIGNKEY':
      return new ServerError(547, 'The statement conflicted with a FOREIGN KEY constraint.');
    case 'SQLITE_CONSTRAINT_NOTNULL':
      return new ServerError(515, `Cannot insert the value NULL: ${message}`);
    case 'SQLITE_CONSTRAINT_CHECK': {
      // The checks of types carry their number in their name.
      const [, number, column] = /: (\d+) (.+)$/.exec(message) ?? [];
      return number
        ? new ServerError(Number(number), `The value does not fit column ${column}.`)
        : new ServerError(547, `The statement conflicted with a CHECK constraint: ${message}`);
    }
  }
  const name = /: (\S+)/.exec(message)?.[1];
  if (message.startsWith('no such table')) return new ServerError(208, `Invalid object name '${name}'.`);
  if (/^no such column|has no column named/.test(message)) {
    return new ServerError(207, `Invalid column name: ${message}`);
  }
  if (message.startsWith('ambiguous column name')) return new ServerError(209, `Ambiguous column name '${name}'.`);
  if (message.startsWith('no such index')) return new ServerError(3701, `Cannot drop the index: ${message}`);
  if (message.startsWith('Missing named parameter')) {
    return new ServerError(137, `Must declare the scalar variable: ${message}`);
  }
  return untranslatable(`${message} (SQLite), running ${sql}`);
}

/** 2627 for a constraint, 2601 for an index. SQLite names the columns, or the index where it is over expressions. */
function uniqueViolation(message: string, schema: Schema): ServerError {
  const [, table = '', index] = /index '(.+?)\.(.+?)(?: \(nulls\))?'$/.exec(message) ?? [];
  const columns = index ? [] : message.slice(message.indexOf(': ') + 2).split(', ');
  const owner = index ? table : columns[0]!.slice(0, columns[0]!.indexOf('.'));
  const names = columns.map((column) => column.slice(owner.length + 1));
  const constraint = schema
    .constraints(owner)
    .find(
      ({ kind, name, columns: own }) =>
        (kind === 'UNIQUE' || kind === 'PRIMARY KEY') &&
        (index
          ? same(name, index)
          : own.length === names.length && own.every((column, at) => same(column, names[at]!))),
    );
  return constraint
    ? new ServerError(
        2627,
        `Violation of ${constraint.kind} constraint '${constraint.name}'. Cannot insert duplicate key in object 'dbo.${owner}'.`,
      )
    : new ServerError(
        2601,
        `Cannot insert duplicate key row in object 'dbo.${owner}' with unique index '${index ?? names.join(', ')}'.`,
      );
}
