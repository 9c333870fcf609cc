import { checkInn, checkOgrn } from '../companies/companies.public';
import { headerPatterns, headerWords, normaliseHeader } from './header-words';
import type { ColumnMapping, ImportField } from './imports.contract';
import { recogniseProgram } from './recognise-program';
import { isNothing, purchasingPowerOf, statusOf } from './value-words';

export type Recognition = {
  /** The program the file comes from, null for an unknown one. */
  recognisedAs: string | null;
  mapping: ColumnMapping;
  /** False when nothing but a name was found: the file may be any list of named things. */
  confident: boolean;
};

type Column = { index: number; header: string; values: string[] };
/** A column that may become a field; the lower the rank the surer. */
type Claim = { column: Column; field: ImportField; rank: number };

/** Fields that take several columns; every other takes the best one. */
const listFields: ReadonlySet<ImportField> = new Set(['phone', 'email', 'notes', 'contactPhone', 'contactEmail']);
/** Any of these beside a name tells that the file is about companies or people. */
const telling: readonly ImportField[] = [
  'inn',
  'kpp',
  'ogrn',
  'phone',
  'email',
  'site',
  'address',
  'city',
  'account',
  'director',
  'contactName',
  'contactLastName',
  'contactPhone',
  'contactEmail',
];

/**
 * Proposes what the columns of a file are.
 *
 * Headers decide, as known words or by words in them, if the sample values do not contradict; a column whose header
 * says nothing is judged by its values. `sampleRows` are cells of the first rows: fifty are plenty.
 */
export function recognise(headers: readonly string[], sampleRows: readonly (readonly string[])[]): Recognition {
  const columns = headers.map((header, index) => ({
    index,
    header: normaliseHeader(header),
    values: sampleRows.map((row) => row[index]?.trim() ?? '').filter((value) => !isNothing(value)),
  }));
  const recognisedAs = recogniseProgram(columns.map(({ header }) => header));

  const claims: Claim[] = [];
  const silent: Column[] = [];
  for (const column of columns) {
    const claim = claimByHeader(column);
    if (claim === 'silent') silent.push(column);
    else if (claim && isPlausible(claim.field, column.values)) claims.push(claim);
  }
  const chosen = choose(claims);
  for (const column of silent) {
    const field = fieldByValues(column.values);
    if (field && (listFields.has(field) || !has(chosen, field))) chosen.push({ column, field, rank: 0 });
  }
  settlePeople(chosen, claims);

  const mapping = Object.fromEntries(
    chosen.sort((a, b) => a.column.index - b.column.index).map(({ column, field }) => [String(column.index), field]),
  );
  const named = (['name', 'contactName', 'contactLastName', 'contactFirstName'] as const).filter((field) =>
    has(chosen, field),
  );
  const confident =
    named.length > 0 && telling.some((field) => has(chosen, field) && named.some((name) => name !== field));
  return { recognisedAs, mapping, confident };
}

const has = (claims: readonly Claim[], field: ImportField) => claims.some((claim) => claim.field === field);

// By header --------------------------------------------------------------------------------------------------------

const wordRanks = new Map<string, { field: ImportField; rank: number }>();
for (const [field, words] of Object.entries(headerWords) as [ImportField, string][]) {
  words.split(',').forEach((word, rank) => {
    const header = word.trim().replace(/\s+/g, ' ');
    if (!wordRanks.has(header)) wordRanks.set(header, { field, rank });
  });
}
const patternRank = 1000;
/** An empty column yields to any that has values. */
const emptyRank = 100;

/** Null for a column known to be none of ours, `silent` for a header that says nothing. */
function claimByHeader(column: Column): Claim | null | 'silent' {
  // Bitrix24 puts the kind of the requisites before each: `Реквизит (Россия): ИНН`.
  const header = column.header.replace(
    /^(банковский )?реквизит (россия|казахстан|беларусь) (?!фамилия|имя|отчество)/,
    '',
  );
  const penalty = column.values.length === 0 ? emptyRank : 0;
  const word = wordRanks.get(header);
  if (word) return { column, field: word.field, rank: word.rank + penalty };
  const at = headerPatterns.findIndex(([pattern]) => pattern.test(header));
  if (at < 0) return 'silent';
  const field = headerPatterns[at]![1];
  return field && { column, field, rank: patternRank + at + penalty };
}

/** The best column for each single field, all of them for a list field. */
function choose(claims: readonly Claim[]): Claim[] {
  return claims.filter(
    (claim) =>
      listFields.has(claim.field) ||
      !claims.some(
        (other) =>
          other.field === claim.field &&
          (other.rank < claim.rank || (other.rank === claim.rank && other.column.index < claim.column.index)),
      ),
  );
}

// By values --------------------------------------------------------------------------------------------------------

const hasDigits = (least: number) => (value: string) => value.replace(/\D/g, '').length >= least;

/** Whether the values may be what the header says; without values it is believed. */
function isPlausible(field: ImportField, values: readonly string[]): boolean {
  const some = (test: (value: string) => unknown) => values.length === 0 || values.some(test);
  switch (field) {
    case 'inn':
    case 'ogrn':
    case 'kpp':
    case 'bik':
    case 'account':
      return some(hasDigits(7));
    case 'phone':
    case 'contactPhone':
      return some(hasDigits(5));
    case 'email':
    case 'contactEmail':
      return some((value) => value.includes('@'));
    case 'name':
    case 'fullName':
    case 'contactName':
      return some((value) => /\p{L}{2}/u.test(value));
    // These words are common in any table, so here the values must say that it is ours.
    case 'status':
      return values.some((value) => statusOf(value) !== null);
    case 'purchasingPower':
      return values.some((value) => purchasingPowerOf(value) !== null);
    default:
      return true;
  }
}

const looks: readonly [ImportField, (value: string) => boolean][] = [
  ['email', (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)],
  ['inn', (value) => /^(\d{10}|\d{12})$/.test(value) && checkInn(value) === null],
  ['ogrn', (value) => /^(\d{13}|\d{15})$/.test(value) && checkOgrn(value) === null],
  ['account', (value) => /^(40[5-8]|30[0-9])\d{17}$/.test(value)],
  ['phone', (value) => /^'?(\+|8|7|\()[\d\s()+-]{9,}(\s*(доб|ext|вн)\S*\s*\d+)?$/i.test(value) && hasDigits(10)(value)],
  ['site', (value) => /^(https?:\/\/|www\.)\S+$/i.test(value)],
  [
    'name',
    (value) => /^["«]?(ООО|ОАО|ЗАО|ПАО|АО|НАО|ИП|ТОО|ЧП|ГУП|МУП|ФГУП|Общество с ограниченной)[\s"«]/i.test(value),
  ],
  ['address', (value) => /^\d{6},|(^|[\s,])(г|ул|обл)\.? ?\p{Lu}/u.test(value)],
];

function fieldByValues(values: readonly string[]): ImportField | null {
  if (values.length < 2) return null;
  const look = looks.find(([, test]) => values.filter(test).length >= values.length * 0.7);
  return look?.[0] ?? null;
}

// Companies and people ---------------------------------------------------------------------------------------------

/** Of two columns that say less about whose they are, `Phone` beside `First name` is the person's. */
const generalPhones = new Set([
  'телефон',
  'основной телефон',
  'контактный телефон',
  'контактные телефоны',
  'телефоны',
  'номер телефона',
  'тел',
  'phone',
  'phone number',
  'phone value',
  'primary phone',
  'telephone',
  'tel',
]);

/** Decides whose the phones, mail addresses and notes are, and which name is a person's. Changes `chosen`. */
function settlePeople(chosen: Claim[], claims: readonly Claim[]): void {
  const turn = (from: ImportField, to: ImportField, when: (claim: Claim) => boolean = () => true) => {
    for (const claim of chosen) if (claim.field === from && when(claim)) claim.field = to;
  };
  const drop = (...fields: ImportField[]) => {
    for (let at = chosen.length - 1; at >= 0; at--) if (fields.includes(chosen[at]!.field)) chosen.splice(at, 1);
  };

  // `FullName` beside `ShortName` is an organisation's; `Name` beside `Company` is a person's.
  const registry = claims.some(({ column }) => ['short name', 'common name'].includes(column.header));
  if (registry && !has(chosen, 'fullName'))
    turn('contactName', 'fullName', ({ column }) => column.header === 'full name');
  const spareName = claims.find(
    (claim) => claim.field === 'name' && claim.column.header === 'name' && !chosen.includes(claim),
  );
  const hasPerson = () =>
    (['contactName', 'contactLastName', 'contactFirstName'] as const).some((field) => has(chosen, field));
  if (spareName && !hasPerson() && !registry) chosen.push({ ...spareName, field: 'contactName' });
  if (!has(chosen, 'name')) turn('fullName', 'name');

  if (has(chosen, 'contactLastName') || has(chosen, 'contactFirstName')) {
    turn('phone', 'contactPhone', ({ column }) => generalPhones.has(column.header));
    turn('email', 'contactEmail');
    const firstNote = chosen.find(({ field }) => field === 'notes');
    if (!has(chosen, 'contactNote')) turn('notes', 'contactNote', (claim) => claim === firstNote);
  } else if (!hasPerson()) {
    turn('contactPhone', 'phone');
    turn('contactEmail', 'email');
    turn('contactNote', 'notes');
    drop('contactPosition', 'contactBirthday', 'contactMiddleName');
  }
}
