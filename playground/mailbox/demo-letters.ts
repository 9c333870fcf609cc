import { makeInn } from '../../database/seeds/generate';
import type { Cast, CastCompany } from './cast';
import { drawing, logo, requisites, specification, type DemoFile } from './demo-files';
import type { ItemClass, Letter, Person } from './letter';

/** A letter as it is thought up; what mail programs add is added by `demo-mailboxes.ts`. */
export interface DemoLetter {
  /** Its name for ever, so that what is logged of it today is known tomorrow. */
  slug: string;
  sent?: boolean;
  from: Person;
  to: Person[];
  cc?: Person[];
  subject: string;
  minutesAgo: number;
  text: string;
  /** The letter it answers. */
  thread?: string;
  files?: DemoFile[];
  headers?: Record<string, string>;
  itemClass?: ItemClass;
  encrypted?: boolean;
  unread?: boolean;
  invitation?: Letter['invitation'];
  /** Whose letter it is when it is not of the mailbox’s owner: then it lies in both mailboxes. */
  of?: string;
}

type Speaker = CastCompany['people'][number];

/** What a manager finds on coming to work: each letter is a case the pane must get right. */
export async function demoLetters(
  { account, companies, colleague, owns }: Cast,
  meetingStart: Date,
): Promise<DemoLetter[]> {
  const [buyer, plant, site, partner, quiet] = companies as [
    CastCompany,
    CastCompany,
    CastCompany,
    CastCompany,
    CastCompany,
  ];
  const me: Person = { address: account.address, name: account.name };
  const mate: Person = { address: colleague.account.address, name: colleague.account.name };
  const chief = (company: CastCompany): Speaker => company.people[0]!;
  const first = firstName(account.name);
  const sharedLetter = (): DemoLetter => ({
    slug: 'shared',
    of: colleague.account.login,
    from: chief(colleague.company),
    to: [mate],
    cc: [me],
    subject: `Перенос отгрузки: ${colleague.company.name}`,
    minutesAgo: 200,
    text: `Добрый день!\n\nУ нас ремонт рампы, принять машину на этой неделе не сможем. Можно ли перенести на вторник? Копию ставлю на вашего коллегу, он просил держать в курсе.\n\n${signature(chief(colleague.company), colleague.company)}`,
  });
  return [
    {
      slug: 'price',
      from: chief(buyer),
      to: [me],
      subject: 'Запрос цены: насосы и задвижки',
      minutesAgo: 25 * 60,
      text: `${first}, добрый день!\n\nПросим дать цену и срок с доставкой до ${genitive(buyer)}:\n\nНасос ЦНС 38-110 — 2 шт.\nНасос Гном 25-20 — 8 шт.\nЗадвижка DN100 — 8 шт.\n\nПредложение нужно до пятницы, смотрим троих поставщиков.\n\n${signature(chief(buyer), buyer)}`,
    },
    {
      slug: 'price-answer',
      sent: true,
      from: me,
      to: [chief(buyer)],
      subject: 'RE: Запрос цены: насосы и задвижки',
      minutesAgo: 23 * 60,
      thread: 'price',
      text: `Добрый день!\n\nНасосы на складе, задвижки через 10 рабочих дней. Предложение пришлю завтра до обеда.\n\nС уважением,\n${account.name}\nменеджер по продажам`,
    },
    {
      slug: 'price-again',
      from: chief(buyer),
      to: [me],
      subject: 'RE: RE: Запрос цены: насосы и задвижки',
      minutesAgo: 42,
      thread: 'price',
      unread: true,
      text: `Спасибо, ждём. Добавьте, пожалуйста, отдельной строкой доставку и шефмонтаж.\n\n${signature(chief(buyer), buyer)}\n\nОт кого: ${account.name} <${account.address}>\nТема: RE: Запрос цены: насосы и задвижки\n\n> Насосы на складе, задвижки через 10 рабочих дней.\n> Предложение пришлю завтра до обеда.\n>\n> ${account.name}\n> менеджер по продажам, +7 495 000-00-00`,
    },
    {
      slug: 'new-person',
      from: { address: `orlova.t@${plant.domain}`, name: 'Орлова Тамара' },
      to: [me],
      subject: 'Акт сверки за квартал',
      minutesAgo: 65,
      unread: true,
      text: `Здравствуйте!\n\nНаправляю акт сверки, подпишите, пожалуйста, со своей стороны.\n\n--\nОрлова Тамара Викторовна\nбухгалтер по расчётам с поставщиками\n${plant.name}\nтел. ${plant.phone} доб. 214\n${plant.domain}`,
    },
    {
      slug: 'new-company',
      from: { address: 'r.ermakov@severyanka.example', name: 'Роман Ермаков' },
      to: [me],
      subject: 'Ищем поставщика запорной арматуры',
      minutesAgo: 110,
      unread: true,
      text: `Добрый день!\n\nНам вас рекомендовали на выставке. Строим котельную в Сызрани, нужны задвижки и клапаны DN50–DN200, всего около 140 позиций. С кем можно обсудить условия и отсрочку?\n\nС уважением,\nЕрмаков Роман Олегович\nначальник отдела снабжения\nООО «Северянка»\nИНН ${makeInn(63, 904417)}\nг. Самара, ул. Заводская, д. 18\nтел.: +7 (846) 201-40-32, доб. 115\nмоб.: +7 927 330-18-54\nwww.severyanka.example`,
    },
    {
      slug: 'several',
      from: chief(plant),
      to: [me, chief(site)],
      cc: [{ address: 'nadzor@stroykontrol.example', name: 'Авторский надзор' }, mate],
      subject: 'Согласование поставки на объект',
      minutesAgo: 150,
      text: `Коллеги, добрый день!\n\nПредлагаю отгружать насосы сразу на объект, минуя наш склад. ${chief(site).name}, подтвердите, пожалуйста, что есть разгрузка и пропуск на четверг.\n\n${signature(chief(plant), plant)}`,
    },
    {
      slug: 'colleagues',
      from: mate,
      to: [me],
      subject: 'Планёрка: что взять с собой',
      minutesAgo: 175,
      text: `${first}, привет!\n\nНа планёрке спросят про просроченные звонки за прошлую неделю. Я свои закрываю сегодня, посмотри и ты.\n\n${colleague.account.name}`,
    },
    ...(owns ? [sharedLetter()] : []),
    {
      slug: 'attachments',
      from: chief(site),
      to: [me],
      subject: 'Спецификация, чертёж и карточка предприятия',
      minutesAgo: 26 * 60,
      files: [
        await specification(),
        drawing(),
        requisites([site.name, `ИНН ${site.inn}`, site.city, `Телефон ${site.phone}`]),
        logo(),
      ],
      text: `Добрый день!\n\nВо вложении спецификация, чертёж узла и наша карточка для договора. Посмотрите, пожалуйста, узнаёте ли насос по чертежу.\n\n${signature(chief(site), site)}`,
    },
    {
      slug: 'newsletter',
      from: { address: 'digest@promvestnik.example', name: 'Промышленный вестник' },
      to: [me],
      subject: 'Цены на металл, выставки марта и новые ГОСТы',
      minutesAgo: 29 * 60,
      headers: {
        'list-unsubscribe': '<https://promvestnik.example/unsubscribe>',
        precedence: 'bulk',
      },
      text: 'Главное за неделю\n\n• Арматурный прокат подорожал на 2,4 %\n• «Нефтегаз» открывает регистрацию посетителей\n• Вступил в силу ГОСТ на фланцы\n\nВы получили это письмо, потому что подписаны на рассылку. Отписаться: https://promvestnik.example/unsubscribe',
    },
    {
      slug: 'bounce',
      from: { address: 'postmaster@ryadom.example', name: 'Microsoft Outlook' },
      to: [me],
      subject: 'Не удаётся доставить: Коммерческое предложение',
      minutesAgo: 31 * 60,
      itemClass: 'REPORT.IPM.Note.NDR',
      headers: { 'auto-submitted': 'auto-replied' },
      text: `Не удалось доставить сообщение следующим получателям:\n\nsnab@${quiet.domain}\nАдрес электронной почты не найден.\n\nДиагностические сведения: 550 5.1.1 User unknown`,
    },
    {
      slug: 'encrypted',
      from: chief(partner),
      to: [me],
      subject: 'Условия договора (конфиденциально)',
      minutesAgo: 33 * 60,
      itemClass: 'IPM.Note.SMIME',
      encrypted: true,
      text: 'Это сообщение зашифровано. Его текст показывает только Outlook.',
    },
    {
      slug: 'invitation',
      from: chief(partner),
      to: [me],
      cc: [chief(site)],
      subject: 'Встреча: пусконаладка насосной',
      minutesAgo: 48 * 60,
      itemClass: 'IPM.Schedule.Meeting.Request',
      invitation: {
        start: meetingStart.toISOString(),
        end: new Date(meetingStart.getTime() + 3_600_000).toISOString(),
        location: 'Переговорная 2, второй этаж',
      },
      text: 'Приглашаю обсудить порядок пусконаладки: кто приезжает, что готовит площадка, какие допуски нужны.',
    },
    {
      slug: 'away',
      from: chief(quiet),
      to: [me],
      subject: 'Автоматический ответ: Коммерческое предложение',
      minutesAgo: 50 * 60,
      itemClass: 'IPM.Note.Rules.OofTemplate.Microsoft',
      headers: { 'auto-submitted': 'auto-replied' },
      text: 'Здравствуйте! Я в отпуске, вернусь в понедельник. По срочным вопросам звоните в приёмную.',
    },
    {
      slug: 'from-a-phone',
      from: chief(quiet),
      to: [me],
      subject: '',
      minutesAgo: 54 * 60,
      text: 'Счёт получил, оплатим завтра\n\nОтправлено с iPhone',
    },
    {
      slug: 'long',
      from: quiet.people[1] ?? chief(quiet),
      to: [me],
      subject:
        'Уточнение технического задания на поставку насосного оборудования, запорной и регулирующей арматуры и выполнение шефмонтажных работ на объекте реконструкции водозаборных сооружений второго подъёма',
      minutesAgo: 74 * 60,
      text: `Добрый день!\n\nПрошу учесть в предложении требования раздела 4 технического задания: температура среды до +95 °C, исполнение УХЛ4, паспорта на русском языке.\n\n${signature(quiet.people[1] ?? chief(quiet), quiet)}`,
    },
  ];
}

function signature(person: Speaker, company: CastCompany): string {
  return [
    'С уважением,',
    person.name,
    person.position,
    company.name,
    person.phone && `моб. ${person.phone}`,
    company.domain,
  ]
    .filter(Boolean)
    .join('\n');
}

/** A city’s name is declined wrongly more easily than not: the firm’s warehouse does as well. */
const genitive = ({ city }: CastCompany) => (city ? `склада (${city})` : 'склада');

const firstName = (name: string) => name.split(' ')[0] ?? name;
