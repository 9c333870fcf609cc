import type { ColumnMapping, ImportField } from './imports.contract';
import { readCompany, type CandidateCompany } from './read-company';
import type { Doubt } from './row-values';

type Row = [field: ImportField, cell: string][];

function read(row: Row) {
  const mapping: ColumnMapping = Object.fromEntries(row.map(([field], column) => [String(column), field]));
  return readCompany(
    row.map(([, cell]) => cell),
    mapping,
    { country: 'RU' },
  );
}
function taken(...row: Row): { company: CandidateCompany; doubts: Doubt[] } {
  const result = read(row);
  if ('refused' in result) throw new Error(JSON.stringify(result.refused));
  return result;
}
function refusal(...row: Row): Doubt[] {
  const result = read(row);
  return 'refused' in result ? result.refused : [];
}
const named: Row[number] = ['name', 'Три кита'];

describe('a row about a company', () => {
  it('becomes a candidate with all it tells', () => {
    expect(
      taken(
        ['name', '  ООО «Три  кита» '],
        ['fullName', 'Общество с ограниченной ответственностью «Три кита»'],
        ['inn', '7707083893'],
        ['kpp', '770701001'],
        ['ogrn', '1027700132195'],
        ['city', 'Москва'],
        ['region', 'Москва'],
        ['address', '107061, г. Москва,\nул. Тестовая, 1'],
        ['phone', '+7 (495) 123-45-67, доб. 12; 8 495 123-45-68'],
        ['phone', "'84951234568"],
        ['email', 'INFO@trikita.example; sale@trikita.example'],
        ['site', 'trikita.example'],
        ['status', 'Клиент'],
        ['owner', 'Менеджер Один'],
        ['notes', 'первая\r\nвторая'],
        ['notes', 'третья'],
        ['source', 'Выставка'],
        ['purchasingPower', 'Высокая'],
        ['director', 'Китов И. П.'],
        ['bik', '44525225'],
        ['account', '40702 810 1 38250123017'],
        ['contactName', 'Анна Образцова'],
        ['contactPosition', 'закупщик'],
        ['contactPhone', '8 (916) 123-45-67'],
        ['contactEmail', 'anna@trikita.example'],
        ['contactBirthday', '15.04.1980'],
        ['contactNote', 'Звонить после обеда'],
      ),
    ).toEqual({
      doubts: [],
      company: {
        name: 'ООО «Три кита»',
        legalName: 'Общество с ограниченной ответственностью «Три кита»',
        inn: '7707083893',
        kpp: '770701001',
        ogrn: '1027700132195',
        city: 'Москва',
        region: 'Москва',
        address: '107061, г. Москва, ул. Тестовая, 1',
        phones: ['+7 (495) 123-45-67, доб. 12', '84951234568'],
        emails: ['info@trikita.example', 'sale@trikita.example'],
        site: 'trikita.example',
        status: 'client',
        ownerName: 'Менеджер Один',
        notes: 'первая\nвторая\nтретья',
        source: 'Выставка',
        purchasingPower: 'high',
        director: 'Китов И. П.',
        bankAccounts: [{ bik: '044525225', account: '40702810138250123017' }],
        contact: {
          name: 'Анна Образцова',
          position: 'закупщик',
          phones: ['8 (916) 123-45-67'],
          emails: ['anna@trikita.example'],
          birthday: { day: 15, month: 4, year: 1980 },
          note: 'Звонить после обеда',
        },
      },
    });
  });

  it('may tell nothing but a name, in words for nothing', () => {
    const { company, doubts } = taken(
      named,
      ['phone', 'нет'],
      ['email', '-'],
      ['site', '#Н/Д'],
      ['inn', '0'],
      ['contactBirthday', '0.0.00'],
      ['city', 'не указан'],
    );
    expect(doubts).toEqual([]);
    expect(company).toMatchObject({
      name: 'Три кита',
      phones: [],
      emails: [],
      site: null,
      inn: null,
      city: null,
      contact: null,
    });
  });

  it('may have its address in several columns', () => {
    expect(
      taken(named, ['address', '107061'], ['address', 'Москва'], ['address', 'ул. Тестовая, 1']).company,
    ).toMatchObject({
      address: '107061, Москва, ул. Тестовая, 1',
      city: 'Москва',
    });
  });

  it('takes its city from the address when there is no column for it', () => {
    expect(taken(named, ['address', '107061, г. Москва, ул. Тестовая, 1']).company.city).toBe('Москва');
    expect(taken(named, ['city', 'Нигдеград']).company.city).toBe('Нигдеград');
  });

  it('takes its name from the full one', () => {
    expect(taken(['fullName', 'ООО «Три кита»'])).toMatchObject({
      company: { name: 'ООО «Три кита»', legalName: 'ООО «Три кита»' },
      doubts: [],
    });
  });
});

describe('requisites', () => {
  it('get back the zero that a spreadsheet lost', () => {
    expect(taken(named, ['inn', '105037008'], ['kpp', '10501001'])).toMatchObject({
      doubts: [],
      company: { inn: '0105037008', kpp: '010501001' },
    });
  });

  it('may stand together, with spaces and labels', () => {
    expect(taken(named, ['inn', 'ИНН 7707083893 / 770701001']).company).toMatchObject({
      inn: '7707083893',
      kpp: '770701001',
    });
  });

  it('stay with a doubt when they are wrong, and go when they do not fit', () => {
    const { company, doubts } = taken(named, ['inn', '7707083894'], ['kpp', '7719011001'], ['ogrn', '77№012387121']);
    expect(company).toMatchObject({ inn: '7707083894', kpp: null, ogrn: '77№012387121' });
    expect(doubts).toEqual([
      { field: 'inn', code: 'companies.innCheckDigit', value: '7707083894' },
      { field: 'kpp', code: 'companies.kppForm', value: '7719011001' },
      { field: 'ogrn', code: 'companies.ogrnLength', value: '77№012387121' },
    ]);
  });

  it('of a bank need both numbers', () => {
    expect(taken(named, ['account', '40702810138250123017'])).toMatchObject({
      company: { bankAccounts: [] },
      doubts: [{ field: 'bik' }],
    });
    expect(taken(named, ['bik', '044525225'], ['account', '40702810138250123018'])).toMatchObject({
      company: { bankAccounts: [{ account: '40702810138250123018' }] },
      doubts: [{ field: 'account', code: 'companies.accountKey' }],
    });
    expect(taken(named, ['bik', '044525225']).doubts).toEqual([]);
  });

  it('of another country are taken as they are', () => {
    const result = readCompany(['ТОО «Алма»', '990140000123'], { '0': 'name', '1': 'inn' }, { country: 'KZ' });
    expect(result).toMatchObject({ company: { inn: '990140000123' }, doubts: [] });
  });
});

describe('a doubtful value', () => {
  it('goes if it is no e-mail, date or status of ours; a phone stays as written', () => {
    const { company, doubts } = taken(
      named,
      ['email', 'info@a.example, почта@'],
      ['phone', '443-66-21'],
      ['status', 'Поставщик'],
      ['contactName', 'Анна'],
      ['contactBirthday', 'весной'],
    );
    expect(company).toMatchObject({
      emails: ['info@a.example'],
      phones: ['443-66-21'],
      status: null,
      contact: { birthday: null },
    });
    expect(doubts.map(({ field, code, value }) => [field, code, value])).toEqual(
      expect.arrayContaining([
        ['email', 'imports.wrongEmail', 'почта@'],
        ['phone', 'imports.phoneNotRecognised', '443-66-21'],
        ['status', 'imports.unknownStatus', 'Поставщик'],
        ['contactBirthday', 'imports.wrongBirthday', 'весной'],
      ]),
    );
  });

  it('is a list of sites that does not fit: the first ones stay', () => {
    const sites = Array.from({ length: 20 }, (_, i) => `site-number-${i}.example`).join('; ');
    const { company, doubts } = taken(named, ['site', sites]);
    expect(company.site!.length).toBeLessThanOrEqual(250);
    expect(company.site).toMatch(/example$/);
    expect(doubts).toMatchObject([{ field: 'site', code: 'imports.tooLong' }]);
  });
});

describe('a row about a person', () => {
  const person: Row = [
    ['contactLastName', 'Образцова'],
    ['contactFirstName', 'Анна'],
    ['contactMiddleName', 'Петровна'],
    ['contactPhone', '8 916 123-45-67'],
  ];

  it('without a company is a private customer', () => {
    const { company, doubts } = taken(['name', ''], ...person);
    expect(company).toMatchObject({
      name: 'Образцова Анна Петровна',
      contact: { name: 'Образцова Анна Петровна', phones: ['8 916 123-45-67'] },
    });
    expect(doubts).toEqual([{ field: 'name', code: 'imports.personAsCompany', value: 'Образцова Анна Петровна' }]);
  });

  it('is named the way of the language, from the parts if both are there', () => {
    expect(
      taken(
        named,
        ['contactName', 'Ms. Jane Doe'],
        ['contactLastName', 'Doe'],
        ['contactFirstName', 'Jane'],
        ['contactMiddleName', 'R.'],
      ).company.contact!.name,
    ).toBe('Jane R. Doe');
    expect(
      taken(named, ['contactName', 'Ольга Лисицына'], ['contactLastName', ''], ['contactFirstName', 'Ольга']).company
        .contact!.name,
    ).toBe('Ольга Лисицына');
    expect(taken(named, ['contactFirstName', 'Ольга']).company.contact!.name).toBe('Ольга');
  });

  it('without a name leaves phones, e-mails and the note to the company', () => {
    const { company } = taken(
      named,
      ['contactPhone', '8 916 123-45-67'],
      ['contactEmail', 'a@a.example'],
      ['notes', 'раз'],
      ['contactNote', 'два'],
    );
    expect(company).toMatchObject({
      phones: ['8 916 123-45-67'],
      emails: ['a@a.example'],
      notes: 'раз\nдва',
      contact: null,
    });
  });
});

describe('a row is refused', () => {
  it('when it names neither a company nor a person', () => {
    expect(refusal(['name', ' - '], ['phone', '+7 495 123-45-67'])).toEqual([
      { field: 'name', code: 'imports.noName', value: '' },
    ]);
  });

  it('when a text does not fit, with every field that is too long', () => {
    const refused = refusal(['name', 'А'.repeat(251)], ['address', 'Б'.repeat(501)], ['city', 'Тула']);
    expect(refused.map(({ field, code }) => [field, code])).toEqual([
      ['name', 'imports.tooLong'],
      ['address', 'imports.tooLong'],
    ]);
    expect(refusal(['fullName', 'А'.repeat(251)])).toMatchObject([{ field: 'name', code: 'imports.tooLong' }]);
  });
});
