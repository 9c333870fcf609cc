/** Logged letters and meetings, and what is never logged. */
export const mail = {
  letter: 'Письмо',
  showLetter: 'Открыть письмо',
  from: 'От кого',
  to: 'Кому',
  at: 'Когда',
  noText: 'Текст не записан.',
  noLetter: 'Записано без письма',
  noLetterHint: 'Это действие внесли вручную: самого письма в базе нет.',
  showQuote: 'Показать цитату',
  hideQuote: 'Скрыть цитату',
  files: 'Файлы',
  rules: {
    never: 'Не записывать',
    ours: 'Наши домены',
    hint: {
      never: 'Письма с этими адресами и доменами никогда не предлагаются к записи, и сервер их не примет.',
      ours: 'Люди с этих доменов — коллеги, а не клиенты: внутренние письма не записываются.',
    },
    common: 'для всех',
    value: 'Адрес или домен',
    example: 'bank.ru',
    added: 'Добавлено в список',
    remove: 'Убрать {{value}}',
    removed: 'Убрано из списка',
  },
};
