import type { ColumnDefinition } from 'better-sqlite3';
import type { Parameter } from 'mssql/lib/base';
import { TYPES } from 'tedious/lib/data-type';
import { readInstant, writeInstant } from './instants';
import { cannotTranslate, refuse } from './refusal';
import { ServerError } from './server-error';
import { baseOf } from './types';

/** What better-sqlite3 takes and, with safe integers, gives. */
export type Stored = string | number | bigint | Buffer | null;

type DriverType = { validate(value: unknown, collation: undefined, options: object): unknown };
/** The driver's own types by their names in lower case: they check a value as they would before sending it. */
const driverTypes = new Map<string, DriverType>(
  Object.entries(TYPES).map(([name, type]) => [name.toLowerCase(), type as unknown as DriverType]),
);

/** Turns a parameter into what is stored, refusing what the driver or the server would refuse. */
export function bind({ name, type, value, length, scale }: Parameter, useUtc: boolean): Stored {
  if (value === null) return null;
  const { declaration } = type;
  if (value instanceof Date && declaration === 'datetime') {
    return refuse(
      `@${name} is a Date without a type, sent as datetime, which rounds to 3.33 ms: bind it as datetime2(3)`,
    );
  }
  const checked = check(name, declaration, value, useUtc);
  switch (declaration) {
    case 'nvarchar':
    case 'nchar':
      // The driver announces the declared length and then sends more: the server breaks off.
      if (length !== undefined && String(checked).length > Number(length)) {
        throw new ServerError(
          8016,
          `Parameter "@${name}": Data type 0xE7 has an invalid data length or metadata length.`,
        );
      }
      return checked as string;
    case 'bit':
    case 'tinyint':
    case 'smallint':
    case 'int':
    case 'bigint':
      return BigInt(checked as number | bigint | boolean);
    case 'float':
      return checked as number;
    case 'datetime2':
      return writeInstant(checked as Date, useUtc, scale ?? 3);
    case 'date':
      return writeInstant(checked as Date, useUtc).slice(0, 10);
    case 'varbinary':
      return checked as Buffer;
    default:
      return cannotTranslate(`a parameter of the type ${declaration}`);
  }
}

function check(name: string, declaration: string, value: unknown, useUTC: boolean): unknown {
  const type = driverTypes.get(declaration) ?? cannotTranslate(`a parameter of the type ${declaration}`);
  try {
    return type.validate(value, undefined, { useUTC });
  } catch (error) {
    throw new TypeError(`Validation failed for parameter '${name}'. ${(error as Error).message}`, {
      cause: error,
    });
  }
}

export type Read = (value: Stored) => unknown;

/** How the driver gives the values of a column, going by its declared type. */
export function reader(type: string | null, useUtc: boolean): Read {
  switch (type && baseOf(type)) {
    case 'bigint':
      return (value) => (value === null ? null : String(value));
    case 'bit':
      return (value) => (value === null ? null : Boolean(value));
    case 'datetime2':
      return (value) => (typeof value === 'string' ? readInstant(value, useUtc) : value);
    case 'date':
      return (value) => (typeof value === 'string' ? new Date(value) : value);
    default:
      return (value) => (typeof value === 'bigint' ? Number(value) : value);
  }
}

/** A row as the driver builds it: a name that comes twice holds a list. */
export function toRow(
  names: readonly string[],
  reads: readonly Read[],
  values: readonly Stored[],
): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  names.forEach((name, index) => {
    const value = reads[index]!(values[index]!);
    const before = row[name];
    if (before === undefined) row[name] = value;
    else if (Array.isArray(before)) before.push(value);
    else row[name] = [before, value];
  });
  return row;
}

export const namesOf = (columns: readonly ColumnDefinition[]) => columns.map(({ name }) => name);
