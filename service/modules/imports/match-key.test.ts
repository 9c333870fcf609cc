import { matchKeys } from './match-key';
import { readCompany } from './read-company';

const keysOf = (
  name: string,
  inn: string,
  kpp: string,
  email: string,
  phone: string,
  contactEmail = '',
  contactPhone = '',
) => {
  const cells = [name, inn, kpp, email, phone, 'Анна', contactEmail, contactPhone];
  const fields = ['name', 'inn', 'kpp', 'email', 'phone', 'contactName', 'contactEmail', 'contactPhone'] as const;
  const read = readCompany(cells, Object.fromEntries(fields.map((field, column) => [String(column), field])), {
    country: 'RU',
  });
  if ('refused' in read) throw new Error('refused');
  return matchKeys(read.company, { country: 'RU' });
};

describe('a company of a file is known again', () => {
  it('by INN and KPP, by its mail domain and name, by phones', () => {
    expect(
      keysOf(
        'ООО "Три кита"',
        '7707083893',
        '770701001',
        'info@trikita.example; trikita@mail.ru',
        '8 (495) 123-45-67',
        'anna@trikita.example',
        '8 916 123-45-67',
      ),
    ).toEqual({
      requisites: '7707083893|770701001',
      inn: '7707083893',
      nameKey: 'три кита',
      domains: ['trikita.example'],
      phones: ['+74951234567', '+79161234567'],
    });
  });

  it('however its name is written', () => {
    const plain = keysOf('Три кита', '', '', '', '').nameKey;
    expect(keysOf('ООО «ТРИ КИТА»', '', '', '', '').nameKey).toBe(plain);
    expect(keysOf('Общество с ограниченной ответственностью "Три кита"', '', '', '', '').nameKey).toBe(plain);
  });

  it('never by a wrong INN, a public mail service or half a phone', () => {
    expect(keysOf('Три кита', '7707083894', '770701001', 'trikita@mail.ru', '443-66-21')).toMatchObject({
      requisites: null,
      inn: null,
      domains: [],
      phones: [],
    });
  });
});
