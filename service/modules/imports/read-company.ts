import type { Birthday, CompanyStatus, purchasingPowers } from '../companies/companies.contract';
import { parsePhone, splitEmails, splitPhones } from '../companies/companies.public';
import { cityInAddress, findCity } from '../working-time/working-time.public';
import type { Country } from '../working-time/working-time.contract';
import type { ColumnMapping, ImportField } from './imports.contract';
import { parseBirthday } from './parse-birthday';
import { readRequisites, type CandidateRequisites } from './read-requisites';
import { longest, RowValues, type Doubt } from './row-values';
import { isNothing, purchasingPowerOf, statusOf } from './value-words';

/** A company as a row of a file tells it; phones as written; what the row does not tell is null or empty. */
export type CandidateCompany = CandidateRequisites & {
  name: string;
  legalName: string | null;
  director: string | null;
  city: string | null;
  region: string | null;
  address: string | null;
  phones: string[];
  emails: string[];
  site: string | null;
  status: CompanyStatus | null;
  ownerName: string | null;
  notes: string | null;
  source: string | null;
  purchasingPower: (typeof purchasingPowers)[number] | null;
  contact: CandidateContact | null;
};

export type CandidateContact = {
  name: string;
  position: string | null;
  phones: string[];
  emails: string[];
  birthday: Birthday | null;
  note: string | null;
};

export type ReadCompany = { company: CandidateCompany; doubts: Doubt[] } | { refused: Doubt[] };

const longestPhone = 80;
const mostOfAList = 20;

/**
 * Reads a row of a file as a company with its contact person.
 *
 * Dirty values are kept or dropped, with a doubt: wrong requisites stay, wrong e-mails, dates and unknown statuses go.
 * A contact without a company is a private customer: the company takes the person's name (`imports.personAsCompany`).
 * Phones, e-mails and the note of a contact without a name are the company's.
 *
 * Refused are a row that names neither company nor person (`imports.noName`) and one with a text longer than its field
 * (`imports.tooLong`).
 */
export function readCompany(
  cells: readonly string[],
  mapping: ColumnMapping,
  { country }: { country: Country },
): ReadCompany {
  const row = new RowValues(cells, mapping);
  const contact = readContact(row, country);
  const person = contact !== null;
  const legalName = row.line('fullName');
  const name = row.line('name') ?? (legalName && row.fitting('name', legalName)) ?? contact?.name;
  if (name === undefined) return { refused: [{ field: 'name', code: 'imports.noName', value: '' }] };
  if (name === contact?.name && !row.has('name')) row.doubt('name', 'imports.personAsCompany', name);

  const address = row.lines('address', ', ');
  const company: CandidateCompany = {
    name,
    ...readRequisites(row, country),
    legalName,
    director: row.line('director'),
    city: readCity(row, address),
    region: row.line('region'),
    address,
    phones: readPhones(row, person ? ['phone'] : ['phone', 'contactPhone'], country),
    emails: readEmails(row, person ? ['email'] : ['email', 'contactEmail']),
    site: readSite(row),
    status: row.term('status', statusOf, 'imports.unknownStatus'),
    ownerName: row.line('owner'),
    notes: joined(row.lines('notes'), person ? null : row.lines('contactNote')),
    source: row.line('source'),
    purchasingPower: row.term('purchasingPower', purchasingPowerOf, 'imports.unknownPurchasingPower'),
    contact,
  };
  return row.faults.length > 0 ? { refused: row.faults } : { company, doubts: row.doubts };
}

function readContact(row: RowValues, country: Country): CandidateContact | null {
  const name = readContactName(row);
  if (name === null) return null;
  return {
    name: row.fitting('contactName', name),
    position: row.line('contactPosition'),
    phones: readPhones(row, ['contactPhone'], country),
    emails: readEmails(row, ['contactEmail']),
    birthday: row.term('contactBirthday', parseBirthday, 'imports.wrongBirthday'),
    note: row.lines('contactNote'),
  };
}

/** A name in parts is put together the way its language does: `Иванов Иван Петрович`, `John Richter Doe`. */
function readContactName(row: RowValues): string | null {
  const last = row.line('contactLastName');
  const first = row.line('contactFirstName');
  const middle = row.line('contactMiddleName');
  const whole = row.line('contactName');
  if (whole !== null && !(last && first)) return whole;
  const parts = /\p{Script=Cyrillic}/u.test(last ?? '') ? [last, first, middle] : [first, middle, last];
  return parts.filter(Boolean).join(' ') || null;
}

const joined = (...texts: (string | null)[]) => texts.filter((text) => text !== null).join('\n') || null;

function readCity(row: RowValues, address: string | null): string | null {
  const written = row.line('city');
  if (written !== null) return findCity(written)?.name ?? written;
  return address === null ? null : (cityInAddress(address)?.name ?? null);
}

/** A cell may list more sites than fit; the first ones stay. */
function readSite(row: RowValues): string | null {
  const [written] = row.all('site');
  if (written === undefined || written.length <= longest.site) return row.line('site');
  row.doubt('site', 'imports.tooLong', written);
  return written.slice(0, longest.site).replace(/[;,\s]+[^;,\s]*$/, '');
}

/** Phones of some columns, each number once; what is no number stays as written, what does not fit goes, with a doubt. */
function readPhones(row: RowValues, fields: readonly ImportField[], country: Country): string[] {
  const phones = new Map<string, string>();
  for (const field of fields) {
    for (const text of row.all(field).flatMap(splitPhones)) {
      if (isNothing(text) || /^0*$/.test(text)) continue;
      const { e164, extension } = parsePhone(text, country);
      const key = `${e164 ?? text} ${extension ?? ''}`;
      if (text.length > longestPhone || (phones.size === mostOfAList && !phones.has(key)))
        row.doubt(field, 'imports.tooLong', text);
      else {
        if (e164 === null) row.doubt(field, 'imports.phoneNotRecognised', text);
        phones.set(key, text);
      }
    }
  }
  return [...phones.values()];
}

function readEmails(row: RowValues, fields: readonly ImportField[]): string[] {
  const emails = new Set<string>();
  for (const field of fields) {
    for (const { valid, invalid } of row.all(field).map(splitEmails)) {
      for (const email of valid) emails.add(email);
      for (const text of invalid) row.doubt(field, 'imports.wrongEmail', text);
    }
  }
  for (const email of [...emails].slice(mostOfAList)) row.doubt(fields[0]!, 'imports.tooLong', email);
  return [...emails].slice(0, mostOfAList);
}
