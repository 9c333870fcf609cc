/** What an administrator and a user read of the app before they open it: what it does, no praise (Teams store, 1140). */
export const words = {
  ru: {
    name: 'Рядом',
    fullName: 'Рядом: CRM отдела продаж',
    short: 'Компании, звонки и договорённости отдела продаж рядом с почтой.',
    full: 'Вкладка «Рядом» показывает, кому звонить сегодня, карточку компании и историю общения, записывает звонки, встречи и письма и назначает следующий контакт. Работает с сервером вашей организации: для входа нужна учётная запись, которую заводит администратор. Справка и контакты поддержки — на странице поддержки вашего сервера.',
    outlook: 'Карточка компании рядом с письмом: кто пишет, что было и что дальше; письмо записывается в CRM.',
    tabs: { calls: 'Звонки', companies: 'Компании' },
    group: 'Рядом',
    button: 'Рядом',
    tip: 'Карточка компании рядом с письмом, запись письма и следующий контакт',
    meeting: 'Записать встречу',
    meetingTip: 'Карточка компании и итог встречи',
  },
  en: {
    name: 'Ryadom',
    fullName: 'Ryadom: CRM of a sales department',
    short: 'Companies, calls and agreements of a sales department beside the mail.',
    full: 'The Ryadom tab shows whom to call today, the company card and its history, logs calls, meetings and letters, and sets the next contact. It works with your organisation’s own server: signing in takes an account that the administrator creates. Help and contacts are on the support page of your server.',
    outlook: 'The company card beside a letter: who writes, what was, what is next; the letter is logged in the CRM.',
    tabs: { calls: 'Calls', companies: 'Companies' },
    group: 'Ryadom',
    button: 'Ryadom',
    tip: 'The company card beside the letter, logging it and the next contact',
    meeting: 'Log the meeting',
    meetingTip: 'The company card and the meeting’s outcome',
  },
} as const;
