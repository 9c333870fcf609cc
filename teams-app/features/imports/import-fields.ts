import type { ColumnMapping, ImportField } from '../../../service/modules/imports/imports.contract';

/** The fields a column may become, in the order people look for them. */
export const fieldGroups = {
  company: [
    'name',
    'fullName',
    'phone',
    'email',
    'site',
    'city',
    'region',
    'address',
    'status',
    'owner',
    'source',
    'purchasingPower',
    'notes',
  ],
  requisites: ['inn', 'kpp', 'ogrn', 'director', 'bik', 'account'],
  contact: [
    'contactName',
    'contactLastName',
    'contactFirstName',
    'contactMiddleName',
    'contactPosition',
    'contactPhone',
    'contactEmail',
    'contactBirthday',
    'contactNote',
  ],
} as const satisfies Record<string, readonly ImportField[]>;

/** Fields that gather several columns. */
const several = new Set<ImportField>(['phone', 'email', 'notes', 'contactPhone', 'contactEmail', 'address']);
const naming = new Set<ImportField>(['name', 'fullName', 'contactName', 'contactLastName']);

export const namesSomebody = (mapping: ColumnMapping): boolean =>
  Object.values(mapping).some((field) => naming.has(field));

/** The earlier column that has this column's field already, when the field takes one only. */
export function takenBy(mapping: ColumnMapping, column: number): number | null {
  const field = mapping[column];
  if (!field || several.has(field)) return null;
  const first = Object.keys(mapping)
    .map(Number)
    .sort((a, b) => a - b)
    .find((other) => mapping[other] === field);
  return first === undefined || first === column ? null : first;
}

export const hasClash = (mapping: ColumnMapping): boolean =>
  Object.keys(mapping).some((column) => takenBy(mapping, Number(column)) !== null);
