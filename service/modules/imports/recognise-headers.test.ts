import type { ImportField } from './imports.contract';
import { recognise } from './recognise-headers';

/** What each header became, by its name. */
function mapped(headers: string[], rows: string[][] = []) {
  const { mapping, ...rest } = recognise(headers, rows);
  return {
    ...rest,
    fields: Object.fromEntries(Object.entries(mapping).map(([column, field]) => [headers[Number(column)], field])),
  };
}
const fieldsOf = (headers: string, rows: string[][] = []): Record<string, ImportField> =>
  mapped(headers.split(';'), rows).fields;

describe('the headers of a known program', () => {
  it('amoCRM: the work phone is the company’s, the others are the person’s', () => {
    const { recognisedAs, confident, fields } = mapped(
      'ID;Название сделки;Бюджет;Ответственный;Дата создания сделки;Теги;Примечание;Примечание 2;Этап сделки;Воронка;Полное имя контакта;Компания контакта;Ответственный за контакт;Компания;Рабочий телефон;Рабочий прямой телефон;Мобильный телефон;Факс;Рабочий email;Личный email;Город;Источник'.split(
        ';',
      ),
    );
    expect({ recognisedAs, confident }).toEqual({ recognisedAs: 'amoCRM', confident: true });
    expect(fields).toEqual({
      Ответственный: 'owner',
      Примечание: 'notes',
      'Примечание 2': 'notes',
      'Полное имя контакта': 'contactName',
      Компания: 'name',
      'Рабочий телефон': 'phone',
      'Рабочий прямой телефон': 'contactPhone',
      'Мобильный телефон': 'contactPhone',
      'Рабочий email': 'email',
      'Личный email': 'contactEmail',
      Город: 'city',
      Источник: 'source',
    });
  });

  it('Bitrix24: the person of the requisites is no contact', () => {
    const { recognisedAs, fields } = mapped([
      'Название компании',
      'Рабочий e-mail',
      'Реквизит (Россия): ИНН',
      'Реквизит (Россия): Полное наименование организации',
      'Реквизит (Россия): Ген. директор',
      'Реквизит (Россия): Фамилия',
      'Реквизит (Россия): Имя',
      'Банковский реквизит (Россия): Наименование банка',
      'Банковский реквизит (Россия): БИК',
      'Банковский реквизит (Россия): Расчётный счёт',
      'Банковский реквизит (Россия): Кор. счёт',
    ]);
    expect(recognisedAs).toBe('Bitrix24');
    expect(fields).toEqual({
      'Название компании': 'name',
      'Рабочий e-mail': 'email',
      'Реквизит (Россия): ИНН': 'inn',
      'Реквизит (Россия): Полное наименование организации': 'fullName',
      'Реквизит (Россия): Ген. директор': 'director',
      'Банковский реквизит (Россия): БИК': 'bik',
      'Банковский реквизит (Россия): Расчётный счёт': 'account',
    });
  });

  it('Dynamics 365: its service columns and its own status are left alone', () => {
    const headers = [
      '(Do Not Modify) Account',
      '(Do Not Modify) Modified On',
      'Account Name',
      'Main Phone',
      'Address 1: City',
      'Address 1: Street 1',
      'Primary Contact',
      'Email (Primary Contact) (Contact)',
      'Email',
      'Website',
      'Status',
    ];
    const row = [
      'id',
      '1/3/2026',
      'Alpha',
      '+7 495 123-45-67',
      'Москва',
      'Тверская, 1',
      'Анна',
      'a@a.example',
      'b@a.example',
      'a.example',
      'Active',
    ];
    const { recognisedAs, fields } = mapped(headers, [row]);
    expect(recognisedAs).toBe('Dynamics 365');
    expect(fields).toEqual({
      'Account Name': 'name',
      'Main Phone': 'phone',
      'Address 1: City': 'city',
      'Address 1: Street 1': 'address',
      'Primary Contact': 'contactName',
      'Email (Primary Contact) (Contact)': 'contactEmail',
      Email: 'email',
      Website: 'site',
    });
  });

  it('Outlook, in Russian and in English: what does not say whose it is is the person’s', () => {
    const russian = mapped(
      'Обращение;Имя;Отчество;Фамилия;Организация;Отдел;Должность;Улица (раб. адрес);Город (раб. адрес);Город (дом. адрес);Телефон помощника;Рабочий факс;Рабочий телефон;Основной телефон организации;Телефон переносной;Основной телефон;Веб-страница;День рождения;Заметки;Адрес эл. почты;Тип эл. почты;Краткое имя эл. почты'.split(
        ';',
      ),
    );
    expect(russian.recognisedAs).toBe('Outlook');
    expect(russian.fields).toEqual({
      Имя: 'contactFirstName',
      Отчество: 'contactMiddleName',
      Фамилия: 'contactLastName',
      Организация: 'name',
      Должность: 'contactPosition',
      'Улица (раб. адрес)': 'address',
      'Город (раб. адрес)': 'city',
      'Рабочий телефон': 'phone',
      'Основной телефон организации': 'phone',
      'Телефон переносной': 'contactPhone',
      'Основной телефон': 'contactPhone',
      'Веб-страница': 'site',
      'День рождения': 'contactBirthday',
      Заметки: 'contactNote',
      'Адрес эл. почты': 'contactEmail',
    });
    const english = mapped(
      'Title;First Name;Last Name;Company;Job Title;Business City;Home City;Business Fax;Business Phone;Mobile Phone;E-mail Address;E-mail Type;E-mail 2 Address;Birthday;Notes;Web Page'.split(
        ';',
      ),
    );
    expect(english.recognisedAs).toBe('Outlook');
    expect(english.fields).toEqual({
      'First Name': 'contactFirstName',
      'Last Name': 'contactLastName',
      Company: 'name',
      'Job Title': 'contactPosition',
      'Business City': 'city',
      'Business Phone': 'phone',
      'Mobile Phone': 'contactPhone',
      'E-mail Address': 'contactEmail',
      'E-mail 2 Address': 'contactEmail',
      Birthday: 'contactBirthday',
      Notes: 'contactNote',
      'Web Page': 'site',
    });
  });

  it('HubSpot: an opt-out is no e-mail, a list of ids no company', () => {
    const headers = [
      'Record ID',
      'First Name',
      'Last Name',
      'Email',
      'Phone Number',
      'Lifecycle Stage',
      'Contact owner',
      'Associated Company',
      'Associated Company IDs',
      'Unsubscribed from all email',
      'Create Date (GMT+3)',
    ];
    const { recognisedAs, fields } = mapped(headers, [
      [
        '1',
        'Anna',
        'Sample',
        'a@a.example',
        '+7 495 123-45-67',
        'Customer',
        'One',
        'Alpha',
        '9',
        'false',
        '2026-01-01',
      ],
    ]);
    expect(recognisedAs).toBe('HubSpot');
    expect(fields).toEqual({
      'First Name': 'contactFirstName',
      'Last Name': 'contactLastName',
      Email: 'contactEmail',
      'Phone Number': 'contactPhone',
      'Lifecycle Stage': 'status',
      'Contact owner': 'owner',
      'Associated Company': 'name',
    });
  });

  it.each([
    [
      'Google Contacts',
      'First Name;Last Name;Organization Name;Organization Title;E-mail 1 - Label;E-mail 1 - Value;Phone 1 - Value;Address 1 - City',
      {
        'Organization Name': 'name',
        'E-mail 1 - Value': 'contactEmail',
        'Phone 1 - Value': 'contactPhone',
        'Address 1 - City': 'city',
      },
    ],
    [
      'Salesforce',
      'Account Name;Account Owner;Billing Street;Billing City;Phone;Website',
      {
        'Account Name': 'name',
        'Account Owner': 'owner',
        'Billing Street': 'address',
        'Billing City': 'city',
        Phone: 'phone',
        Website: 'site',
      },
    ],
    [
      'EspoCRM',
      'Name;Website;Email;Phone;Billing Address Street;Billing Address City;Assigned User Name',
      {
        Name: 'name',
        'Billing Address Street': 'address',
        'Billing Address City': 'city',
        'Assigned User Name': 'owner',
      },
    ],
    [
      'Odoo',
      'Name;Phone;Email;Salesperson;City;Country;Tax ID',
      { Name: 'name', Salesperson: 'owner', 'Tax ID': 'inn' },
    ],
    [
      'data.mos.ru',
      'ID;Полное наименование;Краткое наименование;INN;OGRN;KPP;Учредитель;Юридический адрес;Телефон;Адрес электронной почты',
      {
        'Краткое наименование': 'name',
        'Полное наименование': 'fullName',
        INN: 'inn',
        OGRN: 'ogrn',
        KPP: 'kpp',
        'Юридический адрес': 'address',
        'Адрес электронной почты': 'email',
      },
    ],
    [
      'data.mos.ru',
      'global_id;FullName;ShortName;INN;ChiefName;PublicPhone',
      { FullName: 'fullName', ShortName: 'name', INN: 'inn', PublicPhone: 'phone' },
    ],
    ['ФНС МСП', 'ИНН;Наименование;ОКВЭД;КатегорияМСП;Регион', { ИНН: 'inn', Наименование: 'name', Регион: 'region' }],
  ])('%s: %s', (program, headers, expected) => {
    const { recognisedAs, confident, fields } = mapped(headers.split(';'));
    expect({ recognisedAs, confident }).toEqual({ recognisedAs: program, confident: true });
    expect(fields).toMatchObject(expected);
  });
});

describe('the headers of any other file', () => {
  it('are known words in any case, with any punctuation, of two languages', () => {
    expect(
      fieldsOf(
        '№ п/п;НАИМЕНОВАНИЕ  ОРГАНИЗАЦИИ:;И.Н.Н.;1_КПП;Тел./факс;e-mail;Web-сайт;Населённый пункт;Расч. счёт;ФИО руководителя',
      ),
    ).toEqual({
      'НАИМЕНОВАНИЕ  ОРГАНИЗАЦИИ:': 'name',
      '1_КПП': 'kpp',
      'e-mail': 'email',
      'Web-сайт': 'site',
      'Населённый пункт': 'city',
      'Расч. счёт': 'account',
      'ФИО руководителя': 'director',
      'И.Н.Н.': 'inn',
      'Тел./факс': 'phone',
    });
  });

  it('are the parts of an address by what they are', () => {
    expect(
      fieldsOf('Компания;Адрес - Страна;Адрес - Город;Адрес - Улица, дом;Адрес - Тип;Наименование субъекта РФ'),
    ).toEqual({
      Компания: 'name',
      'Адрес - Город': 'city',
      'Адрес - Улица, дом': 'address',
      'Наименование субъекта РФ': 'region',
    });
    expect(fieldsOf('Наименование / ФИО;ИННЮЛ;КатСубМСП')).toEqual({ 'Наименование / ФИО': 'name', ИННЮЛ: 'inn' });
  });

  it('give a single field the column that says it best, or the one that is filled', () => {
    expect(fieldsOf('Полное наименование;Краткое наименование')).toEqual({
      'Полное наименование': 'fullName',
      'Краткое наименование': 'name',
    });
    expect(fieldsOf('Полное наименование;Город')).toEqual({ 'Полное наименование': 'name', Город: 'city' });
    expect(
      fieldsOf('Фактический адрес;Юридический адрес', [
        ['', 'Тула'],
        ['', 'Тверь'],
      ]),
    ).toEqual({ 'Юридический адрес': 'address' });
  });

  it('are not believed against their values', () => {
    const rows = [
      ['Альфа', 'Активен', 'см. сайт', 'да'],
      ['Бета', 'Архив', '', 'нет'],
    ];
    expect(fieldsOf('Компания;Статус;Телефон;Email', rows)).toEqual({ Компания: 'name' });
    expect(
      fieldsOf('Компания;Статус', [
        ['Альфа', 'Клиент'],
        ['Бета', 'Общая база'],
      ]),
    ).toEqual({ Компания: 'name', Статус: 'status' });
  });

  it('say whose a phone is', () => {
    expect(fieldsOf('Компания;Контактное лицо;Телефон;Мобильный')).toMatchObject({
      Телефон: 'phone',
      Мобильный: 'contactPhone',
    });
    expect(fieldsOf('Компания;Телефон;Мобильный;Личный email')).toMatchObject({
      Мобильный: 'phone',
      'Личный email': 'email',
    });
    expect(fieldsOf('Name;Company;Phone')).toMatchObject({ Name: 'contactName', Company: 'name', Phone: 'phone' });
  });

  it('do not make a fax a phone or a bank a company', () => {
    const row = ['Альфа', '+7 495 123-45-67', 'АО БАНК', '30101810400000000225', 'ООО «Мать»'];
    expect(fieldsOf('Компания;Факс;Банк;Корр. счет;Учредитель', [row, row])).toEqual({ Компания: 'name' });
  });
});

describe('headers that say nothing', () => {
  it('leave it to the values', () => {
    const rows = [
      ['ООО «Три кита»', '7707083893', '+7 (495) 123-45-67', 'info@trikita.example', 'https://trikita.example', '12'],
      ['АО «Ёлка»', '7702070139', '8 495 123-45-68', 'info@elka.example', 'www.elka.example', '15'],
    ];
    const { mapping, confident } = recognise(['', '', '', 'F4', 'Поле 5', ''], rows);
    expect(mapping).toEqual({ '0': 'name', '1': 'inn', '2': 'phone', '3': 'email', '4': 'site' });
    expect(confident).toBe(true);
  });
});

describe('a list that is not of companies', () => {
  it('is not taken for one by a name alone', () => {
    const rows = [
      ['A', '01.1', 'Выращивание однолетних культур'],
      ['A', '01.11', 'Выращивание зерновых'],
    ];
    expect(recognise(['group', 'code', 'name'], rows)).toEqual({
      recognisedAs: null,
      mapping: { '2': 'name' },
      confident: false,
    });
    expect(mapped(['Код', 'Наименование', 'Примечание']).confident).toBe(false);
    expect(mapped(['Адрес', 'Телефон']).confident).toBe(false);
  });
});
