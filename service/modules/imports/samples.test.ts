import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { detectFileFormat } from './detect-format';
import { matchKeys } from './match-key';
import { readCompany } from './read-company';
import { openTable } from './read-table';
import { recognise } from './recognise-headers';

/** Real files are not ours to keep here; where they lie beside the project, everything in them is read. */
const samples = resolve(process.env.SAMPLES_DIR ?? '../shared/samples');
const fixtures = filesIn(join(__dirname, 'fixtures'));
const others = ['companies', 'crm-exports'].flatMap((folder) => filesIn(join(samples, folder)));

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(csv|tsv|txt|xlsx|vcf)$/i.test(name))
    .map((name) => join(folder, name))
    .sort();
}

/** Reads a whole file the way an import does, and counts. */
async function summary(path: string) {
  const table = await openTable(path, await detectFileFormat(path, basename(path)));
  const first: string[][] = [];
  for await (const row of table.rows()) {
    if ('cells' in row) first.push(row.cells);
    if (first.length === 50) break;
  }
  const { recognisedAs, mapping, confident } = recognise(table.headers, first);
  const counts = { rows: 0, read: 0, refused: 0, faults: 0, inn: 0, keys: 0, cities: 0, contacts: 0, persons: 0 };
  let last = 1;
  for await (const row of table.rows()) {
    counts.rows++;
    if (row.row <= last) throw new Error(`row ${row.row} after ${last}`);
    last = row.row;
    if ('fault' in row) {
      counts.faults++;
      continue;
    }
    const result = readCompany(row.cells, mapping, { country: 'RU' });
    if ('refused' in result) {
      counts.refused++;
      continue;
    }
    counts.read++;
    const { company, doubts } = result;
    if (company.name === '' || company.name.length > 250) throw new Error(`row ${row.row} has no good name`);
    if (company.inn !== null) counts.inn++;
    if (matchKeys(company, { country: 'RU' }).requisites !== null) counts.keys++;
    if (company.city !== null) counts.cities++;
    if (company.contact !== null) counts.contacts++;
    if (doubts.some(({ code }) => code === 'imports.personAsCompany')) counts.persons++;
  }
  return { recognisedAs, confident, last, ...counts };
}

/** What is known of the files we have seen; anything else must merely be read to its end. */
const known: Record<string, Partial<Awaited<ReturnType<typeof summary>>>> = {
  'amocrm-leads.csv': { recognisedAs: 'amoCRM', confident: true, rows: 25, read: 25, contacts: 25, cities: 25 },
  'bitrix24-companies.csv': { recognisedAs: 'Bitrix24', confident: true, rows: 3, read: 3, keys: 3 },
  'cards-of-all-kinds.vcf': {
    recognisedAs: 'vCard',
    confident: true,
    rows: 7,
    read: 6,
    faults: 1,
    contacts: 5,
    persons: 1,
  },
  'contacts-ru.vcf': { recognisedAs: 'vCard', confident: true, rows: 20, read: 20, contacts: 20, persons: 0 },
  'dynamics365-accounts.csv': { recognisedAs: 'Dynamics 365', confident: true, rows: 25, read: 25, contacts: 25 },
  'hubspot-contacts.csv': { recognisedAs: 'HubSpot', confident: true, rows: 3, read: 2, refused: 1 },
  'outlook-en-contacts.csv': { recognisedAs: 'Outlook', confident: true, rows: 2, read: 2, persons: 1 },
  'outlook-ru-contacts.csv': { recognisedAs: 'Outlook', confident: true, rows: 25, read: 25, contacts: 25, cities: 25 },

  'moscow_edu_orgs_datamos.csv': {
    recognisedAs: 'data.mos.ru',
    confident: true,
    rows: 3492,
    last: 3493,
    read: 3492,
    inn: 3487,
    keys: 3487,
  },
  'import_companies_500.xlsx': { recognisedAs: 'data.mos.ru', confident: true, rows: 500, read: 500 },
  'moscow_legal_entities_inn_ogrn.csv': { confident: true, rows: 2973, read: 2973, inn: 2973, cities: 2973 },
  'okved2.csv': { recognisedAs: null, confident: false, rows: 2881, inn: 0 },
  'amocrm_export_leads_1000.csv': {
    recognisedAs: 'amoCRM',
    confident: true,
    rows: 1000,
    read: 1000,
    contacts: 1000,
    cities: 1000,
  },
  'dynamics365_export_accounts_1000.csv': { recognisedAs: 'Dynamics 365', confident: true, rows: 1000, read: 1000 },
  'outlook_ru_contacts_300_cp1251.csv': {
    recognisedAs: 'Outlook',
    confident: true,
    rows: 300,
    read: 300,
    contacts: 300,
  },
  'contacts_ru_50_mixed_v21_v30.vcf': {
    recognisedAs: 'vCard',
    confident: true,
    rows: 50,
    read: 50,
    contacts: 50,
    persons: 0,
  },
};

describe('every file we have', () => {
  it.each([...fixtures, ...others].map((path) => [basename(path), path]))('is read: %s', async (name, path) => {
    const result = await summary(path);
    expect(result.read + result.refused + result.faults).toBe(result.rows);
    if (result.recognisedAs === 'vCard') expect(result.confident).toBe(true);
    expect(result).toMatchObject(known[name] ?? {});
  });
});
