/**
 * The program a file comes from, by headers (normalised) that stand together nowhere else; null for an unknown one.
 * A name is listed before those whose signs it shares.
 */
export function recogniseProgram(headers: readonly string[]): string | null {
  const has = (...wanted: string[]) => wanted.every((header) => headers.includes(header));
  const some = (pattern: RegExp) => headers.some((header) => pattern.test(header));

  const signs: [string, boolean][] = [
    ['vCard', has('fn', 'n last', 'bday')],
    ['amoCRM', has('название сделки', 'этап сделки') || has('полное имя контакта', 'рабочий прямой телефон')],
    ['Bitrix24', some(/^(банковский )?реквизит /) || (some(/^название (компании|лида)$/) && some(/^рабочий e mail$/))],
    ['Dynamics 365', some(/^do not modify/)],
    [
      'HubSpot',
      has('record id') &&
        some(/^(associated company|company domain name|lifecycle stage|lead status|(contact|company) owner)$/),
    ],
    [
      'Salesforce',
      some(/^account name$/) && some(/^(account owner|billing (street|city|state province)|mailing city)$/),
    ],
    ['Google Contacts', some(/^e mail value$/) || has('phonetic first name', 'file as')],
    [
      'Outlook',
      has('обращение', 'адрес эл почты') ||
        has('имя', 'фамилия', 'адрес эл почты') ||
        (has('first name', 'e mail address') && some(/^(business phone|job title)$/)),
    ],
    [
      'Odoo',
      some(/^(is a company|company type|complete name|related company|salesperson)$/) &&
        some(/^(tax id|name|display name|complete name)$/),
    ],
    ['EspoCRM', has('name') && some(/^billing address (city|street)$/)],
    ['ФНС МСП', some(/(^| )мсп( |$)|^категория субъекта$/)],
    [
      'data.mos.ru',
      (has('inn', 'ogrn') && some(/наименование/)) ||
        (has('global id') && some(/^(common name|short name|full name)$/)),
    ],
  ];
  return signs.find(([, met]) => met)?.[0] ?? null;
}
