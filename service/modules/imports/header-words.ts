import type { ImportField } from './imports.contract';

/**
 * A header as it is compared: lower case, ё→е, words parted where their case parts them (`CompanyName`), punctuation
 * and numbers of their own dropped, so that `E-mail 2 Address`, `Телефон (2)` and `1_Адрес` are their plain selves.
 */
export function normaliseHeader(header: string): string {
  return (
    header
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      // И.Н.Н., Ф.И.О.
      .replace(/(?<!\p{L})(\p{L})\.(?=\p{L}(?!\p{L}))/gu, '$1')
      .toLowerCase()
      .replaceAll('ё', 'е')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .replace(/(^| )\p{N}+(?= |$)/gu, ' ')
      .replace(/ +/g, ' ')
      .trim()
  );
}

/** Headers in full, per field, the most telling first: of two columns that want a single field the earlier word wins. */
export const headerWords: Record<ImportField, string> = {
  name: `краткое наименование, сокращенное наименование, краткое наименование организации,
    сокращенное наименование организации, краткое название, сокращенное название, наименование краткое,
    наименование сокращенное, название компании, компания, наименование компании, организация,
    наименование организации, название организации, контрагент, наименование контрагента, название контрагента,
    клиент, наименование клиента, название клиента, покупатель, заказчик, поставщик, предприятие,
    наименование предприятия, название предприятия, фирма, название фирмы, юридическое лицо, юрлицо,
    наименование юридического лица, наим орг сокр, org short name, наименование, название, наименование объекта, название объекта,
    наименование учреждения, название учреждения, компания контакта,
    account name, company name, company, organization name, organisation name, organization, organisation,
    associated company, account, customer name, customer, client name, client, business name, short name, common name,
    org, related company, name`,
  fullName: `полное наименование, полное наименование организации, наименование полное, полное название,
    полное юридическое наименование, юридическое название, юридическое наименование, официальное наименование,
    полное наименование согласно документам, наименование по уставу, наим орг, org name, legal name, official name,
    registered name, full company name`,
  inn: `инн, инн организации, инн компании, инн контрагента, инн клиента, инн юл, иннюл, инн фл, иннфл, инн кпп,
    inn, бин, бин иин, иин бин, иин, унп, tax id, tin, tax number, vat, vat number`,
  kpp: `кпп, кпп организации, кпп компании, kpp`,
  ogrn: `огрн, огрн организации, огрн огрнип, огрнип, ogrn, ogrnip`,
  city: `город, населенный пункт, город компании, город раб адрес, city, company city, business city, address city,
    work city, billing city, billing address city, mailing city, town, adr city, settlement`,
  region: `регион, субъект рф, субъект федерации, субъект, область, область край, край область, область раб адрес,
    регион компании, region, state, state region, state province, business state, address state province,
    address region, billing state, billing state province, billing address state, province, adr region`,
  address: `адрес, фактический адрес, адрес фактический, адрес организации, адрес компании, адрес офиса,
    местонахождение, место нахождения, почтовый адрес, адрес почтовый, юридический адрес, адрес юридический,
    адрес регистрации, улица раб адрес, адресный ориентир, address, full address, address formatted, street address,
    address street, street, business street, billing street, billing address street, billing address,
    mailing street, adr`,
  phone: `телефон, рабочий телефон, телефон рабочий, телефон раб, телефон организации, телефон компании,
    основной телефон организации, основной телефон, контактный телефон, контактные телефоны, телефоны,
    номер телефона, номера телефонов, тел, телефон факс, тел факс, phone, phone number, telephone, main phone, business phone,
    company phone, company main phone, work phone, office phone, primary phone, phone value, tel, tel work`,
  email: `электронная почта, адрес электронной почты, email, e mail, эл почта, адрес эл почты, почта, имейл,
    рабочий email, рабочий e mail, корпоративный email, email организации, email компании, e mail организации,
    email address, e mail address, work email, company email, e mail value, mail`,
  site: `сайт, сайт организации, сайт компании, сайт учреждения, корпоративный сайт, веб сайт, web сайт,
    интернет сайт, веб страница, адрес сайта, website, web site, website url, website value, site, web page, url,
    company domain name, homepage`,
  status: `статус, статус клиента, статус компании, тип клиента, тип компании, категория клиента, status,
    customer status, lifecycle stage, relationship type, customer type, company type, account type, type, тип`,
  owner: `ответственный, ответственный менеджер, ответственный сотрудник, ответственный за компанию, менеджер,
    менеджер по продажам, основной менеджер, куратор, владелец, owner, company owner, account owner, record owner,
    contact owner, salesperson, assigned user, assigned user name, assigned to, responsible, ответственный за контакт`,
  notes: `примечание, примечания, комментарий, комментарии, заметки, заметка, описание, дополнительная информация,
    дополнительные сведения, доп информация, notes, note, comment, comments, description, internal notes`,
  source: `источник, источник информации, источник клиента, источник контакта, рекламный источник, откуда узнали,
    source, lead source, original source, source of lead`,
  purchasingPower: `покупательная способность, покупательская способность, платежеспособность, потенциал,
    потенциал клиента, purchasing power`,
  contactName: `контактное лицо, полное имя контакта, фио контактного лица, контактное лицо фио, фио контакта,
    имя контакта, основной контакт, контакт, представитель, лпр, фио, primary contact, contact name, contact person,
    full name, contact, person, fn`,
  contactLastName: `фамилия, фамилия контакта, last name, surname, family name, n last`,
  contactFirstName: `имя, first name, given name, n first`,
  contactMiddleName: `отчество, отчество контакта, middle name, additional name, patronymic, n middle`,
  contactPosition: `должность, должность контактного лица, должность контакта, должность лпр, job title, position,
    organization title, title`,
  contactPhone: `мобильный телефон, мобильный, сотовый телефон, сотовый, телефон переносной, моб телефон,
    рабочий прямой телефон, прямой телефон, личный телефон, домашний телефон, другой телефон, телефон дом,
    телефон контактного лица, телефон контакта, телефон лпр, телефон руководителя, радиотелефон, телефон в машине,
    mobile phone, mobile, mobile phone number, cell phone, home phone, other phone, direct phone, contact phone,
    car phone, radio phone, tel cell, tel home, tel other`,
  contactEmail: `личный email, личный e mail, частный e mail, другой email, другой e mail, email контактного лица,
    e mail контактного лица, email контакта, email лпр, email руководителя, электронная почта руководителя,
    адрес электронной почты руководителя, email primary contact contact, email primary contact, contact email,
    personal email, home email, other email`,
  contactBirthday: `день рождения, дата рождения, birthday, birth date, date of birth, birthdate, bday`,
  contactNote: `примечание о контакте, примечание контакта, заметка о контакте, contact note, contact notes`,
  director: `директор, генеральный директор, ген директор, руководитель, фио руководителя, фио директора,
    руководитель организации, руководитель фио, начальник, заведующий, ceo, director, general director`,
  bik: `бик, бик банка, bik`,
  account: `расчетный счет, р с, р счет, расч счет, номер расчетного счета, банковский счет, bank account`,
};

/**
 * Words inside a longer header, tried in order when the header as a whole is not known. Null is a column that is known
 * to be none of ours, and whose values must not be taken for what they look like: a fax is not a phone.
 */
export const headerPatterns: readonly [RegExp, ImportField | null][] = [
  [
    /^do not modify|^(global |record |external |object )?(id|guid|uid|код|номер(?! тел| моб| сот)|дата|date|кол во|количество|число)( |$)|( id| ids| guid)$/,
    null,
  ],
  [/факс|fax|пейджер|pager|телекс|telex|телетайп|tty|isdn|callback|обратный вызов|помощник|assistant/, null],
  [/сделк|лид( |а|$)|deal|бюджет|воронк|этап|услуг|товар|продук|маршрут|product|service/, null],
  [/кем |created|modified|updated|изменен|создан|unsubscribed|opt (in|out)|phonetic|отписк|согласие/, null],
  [
    /дом адрес|другой адрес|код дом$|страна|country|адрес тип$|^(home|other) (street|city|state|postal|country)|индекс|postal|zip/,
    null,
  ],
  [/учредител|подчинен|ведомств|супруг|spouse|менеджера|banks?( |$)|банк|кор(р|респондентск\S*)? счет/, null],
  [
    /^(тип|вид|форма|сфера|отрасль|категория|признак|режим|время|график|график работы|размер|стоимость) |( type| label| size| display name)$|имя эл почты/,
    null,
  ],
  [/^реквизит .*(фамилия|имя|отчество)$/, null],
  [/(^| )инн( |$)/, 'inn'],
  [/(^| )кпп( |$)/, 'kpp'],
  [/(^| )огрн(ип)?( |$)/, 'ogrn'],
  [/(^| )бик( |$)/, 'bik'],
  [/(^| )расч\S* сч/, 'account'],
  [
    /(mail|почт[аы]|имейл).*(контакт|руковод|директор|лпр|личн|contact|personal)|(личн|част|contact|personal).*(mail|почт)/,
    'contactEmail',
  ],
  [/(^| )(e mail|email|e почт|эл почт|электронн\S* (почт|адрес))/, 'email'],
  [/(телефон|phone|тел).*(контакт\S* лиц|руковод|директор|лпр)|моб|сотов|mobile|cell/, 'contactPhone'],
  [/телефон|phone|(^| )тел( |$)/, 'phone'],
  [/(^| )(сайт|web|website|веб|url)/, 'site'],
  [/рожден|birth/, 'contactBirthday'],
  [/должност|job title/, 'contactPosition'],
  [/контактн\S* лиц|^(?!.*наимен).*(^| )фио( |$)|contact person|contact name/, 'contactName'],
  [/директор|руководител/, 'director'],
  [/(полное|официальное|юридическое) (наимен|назван)|(наимен|назван)\S* полн/, 'fullName'],
  [/(^| )(город|населенн\S* пункт|city)( |$)/, 'city'],
  [/(^| )(регион|субъект|область|region)( |$)|субъекта (рф|росс|федер)/, 'region'],
  [/адрес|местонахожд|address/, 'address'],
  [/ответствен|менеджер|owner|assigned/, 'owner'],
  [/примечан|коммент|заметк|доп\S* (информ|сведен)|comment|notes/, 'notes'],
  [/источник|(^| )source( |$)/, 'source'],
  [/наимен|назван|компани|организаци|предприяти|контрагент|company|organi[sz]ation/, 'name'],
];
