import type Koa from 'koa';

/**
 * The pages that app stores ask for, public and without sign-in: privacy, terms, support (Teams store validation
 * guidelines, «Privacy policy», «Terms of use», «Support links»). Whoever runs the server answers for the data on it.
 */
interface Page {
  ru: { title: string; paragraphs: string[] };
  en: { title: string; paragraphs: string[] };
}

const pages: Record<string, Page> = {
  '/privacy': {
    ru: {
      title: 'Конфиденциальность',
      paragraphs: [
        '«Рядом» работает на сервере вашей организации. Данные клиентов, письма и файлы, которые вы записываете, хранятся в её базе и никуда больше не передаются.',
        'Из Microsoft 365 программа читает только то, что открыто перед вами: адреса, тему и текст письма или встречи, когда вы нажали «Записать»; ваши имя и адрес — чтобы узнать вас при входе. Содержимое почтового ящика не просматривается и не копируется.',
        'Каждое изменение записывается: кто, когда, что. Выгрузка данных доступна только тем, кому её разрешил администратор, и тоже записывается. Снятое с компании письмо удаляется вместе с текстом и файлами.',
        'Чтобы узнать, какие сведения о вас хранятся, исправить или удалить их, обратитесь к администратору вашей организации.',
      ],
    },
    en: {
      title: 'Privacy',
      paragraphs: [
        'Ryadom runs on your organisation’s own server. Customer data, and the letters and files you log, stay in its database and go nowhere else.',
        'From Microsoft 365 it reads only what is open in front of you: the addresses, subject and text of a letter or meeting once you press “Log”; your name and address, to know you when you sign in. The mailbox is neither searched nor copied.',
        'Every change is recorded: who, when, what. Exports are for those the administrator allows them to, and are recorded as well. A letter taken off a company is deleted with its text and files.',
        'To learn what is kept about you, to correct or delete it, turn to your organisation’s administrator.',
      ],
    },
  },
  '/terms': {
    ru: {
      title: 'Условия использования',
      paragraphs: [
        'Пользоваться «Рядом» могут сотрудники организации, которая установила программу, под своими учётными записями.',
        'Записывайте в программу только сведения, нужные для работы с клиентами, и соблюдайте закон о персональных данных вашей страны.',
        'Доступ может быть прекращён администратором организации.',
      ],
    },
    en: {
      title: 'Terms of use',
      paragraphs: [
        'Ryadom is for the people of the organisation that installed it, each with an account of their own.',
        'Enter only what the work with customers needs, and keep to your country’s law on personal data.',
        'The organisation’s administrator may end access.',
      ],
    },
  },
  '/support': {
    ru: {
      title: 'Помощь',
      paragraphs: [
        'Не входит, не видно компании, не хватает прав — напишите администратору вашей организации и приложите сведения из «Настройки → Диагностика → Скопировать».',
      ],
    },
    en: {
      title: 'Support',
      paragraphs: [
        'Cannot sign in, a company is missing, a right is lacking: write to your organisation’s administrator and attach what “Settings → Diagnostics → Copy” gives.',
      ],
    },
  },
};

/** `contact` is whom to write to, as the settings name it; null when they do not. */
export function legalPages(contact: string | null): Koa.Middleware {
  return async (http, next) => {
    const page = http.method === 'GET' || http.method === 'HEAD' ? pages[http.path] : undefined;
    if (!page) return next();
    const locale = http.acceptsLanguages('ru', 'en') === 'en' ? 'en' : 'ru';
    http.type = 'html';
    http.set('vary', 'accept-language');
    http.body = html(page, locale, contact);
  };
}

function html(page: Page, locale: 'ru' | 'en', contact: string | null): string {
  const { title, paragraphs } = page[locale];
  const whom = contact && `${locale === 'ru' ? 'Кому писать' : 'Whom to write to'}: ${contact}`;
  const body = [...paragraphs, ...(whom ? [whom] : [])].map((text) => `<p>${escaped(text)}</p>`).join('\n');
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${locale === 'ru' ? 'Рядом' : 'Ryadom'}</title>
<style>body{font:16px/1.5 'Segoe UI',system-ui,sans-serif;max-width:42rem;margin:0 auto;padding:2rem 1rem}h1{font-size:1.5rem}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
