import type { CalendarDay, Country } from './working-time.contract';

/**
 * Days that differ from the plain week, to begin with; the administrator changes them. A `holiday` is nobody's working
 * day, a `working` day is one although a weekend, a `short` day ends an hour earlier.
 *
 * RU: Labour Code art. 112 and 95, transfers by the government's decrees of 2024-10-04 No. 1335 (2025) and of
 * 2025-09-24 No. 1466 (2026). Transfers of 2027 are decreed in the autumn of 2026: the administrator checks them.
 * KZ: Law on Holidays and Labour Code art. 84–85 (a holiday on a weekend moves to the next working day; Christmas and
 * Kurban Ait do not). Constitution Day is 15 March instead of 30 August, first kept in 2027. Kurban Ait follows the
 * moon: 2027 is reckoned, the administrator checks it.
 * BY: presidential decree No. 157 of 1998 and Labour Code art. 116, transfers by the government's decrees for 2025 and
 * No. 397 of 2025-07-22 (2026). Transfers of 2027 the administrator checks.
 */
export const productionCalendar: readonly CalendarDay[] = [
  ...days(
    'RU',
    2025,
    `
    01-01 holiday Новогодние каникулы
    01-02 holiday Новогодние каникулы
    01-03 holiday Новогодние каникулы
    01-04 holiday Новогодние каникулы
    01-05 holiday Новогодние каникулы
    01-06 holiday Новогодние каникулы
    01-07 holiday Рождество Христово
    01-08 holiday Новогодние каникулы
    02-23 holiday День защитника Отечества
    03-07 short Перед Международным женским днём
    03-08 holiday Международный женский день
    04-30 short Перед Праздником Весны и Труда
    05-01 holiday Праздник Весны и Труда
    05-02 holiday Перенос с 4 января
    05-08 holiday Перенос с 23 февраля
    05-09 holiday День Победы
    06-11 short Перед Днём России
    06-12 holiday День России
    06-13 holiday Перенос с 8 марта
    11-01 short Рабочая суббота, перенос на 3 ноября
    11-03 holiday Перенос с 1 ноября
    11-04 holiday День народного единства
    12-31 holiday Перенос с 5 января
  `,
  ),
  ...days(
    'RU',
    2026,
    `
    01-01 holiday Новогодние каникулы
    01-02 holiday Новогодние каникулы
    01-03 holiday Новогодние каникулы
    01-04 holiday Новогодние каникулы
    01-05 holiday Новогодние каникулы
    01-06 holiday Новогодние каникулы
    01-07 holiday Рождество Христово
    01-08 holiday Новогодние каникулы
    01-09 holiday Перенос с 3 января
    02-23 holiday День защитника Отечества
    03-08 holiday Международный женский день
    03-09 holiday Перенос с 8 марта
    04-30 short Перед Праздником Весны и Труда
    05-01 holiday Праздник Весны и Труда
    05-08 short Перед Днём Победы
    05-09 holiday День Победы
    05-11 holiday Перенос с 9 мая
    06-11 short Перед Днём России
    06-12 holiday День России
    11-03 short Перед Днём народного единства
    11-04 holiday День народного единства
    12-31 holiday Перенос с 4 января
  `,
  ),
  // By law alone: 2 and 3 January fall on a weekend, and the decree says where they go.
  ...days(
    'RU',
    2027,
    `
    01-01 holiday Новогодние каникулы
    01-02 holiday Новогодние каникулы
    01-03 holiday Новогодние каникулы
    01-04 holiday Новогодние каникулы
    01-05 holiday Новогодние каникулы
    01-06 holiday Новогодние каникулы
    01-07 holiday Рождество Христово
    01-08 holiday Новогодние каникулы
    02-22 short Перед Днём защитника Отечества
    02-23 holiday День защитника Отечества
    03-08 holiday Международный женский день
    04-30 short Перед Праздником Весны и Труда
    05-01 holiday Праздник Весны и Труда
    05-03 holiday Перенос с 1 мая
    05-09 holiday День Победы
    05-10 holiday Перенос с 9 мая
    06-11 short Перед Днём России
    06-12 holiday День России
    06-14 holiday Перенос с 12 июня
    11-03 short Перед Днём народного единства
    11-04 holiday День народного единства
    12-31 short Перед Новым годом
  `,
  ),

  ...days(
    'KZ',
    2025,
    `
    01-01 holiday Новый год
    01-02 holiday Новый год
    01-03 holiday Перенос с 5 января
    01-05 working Рабочее воскресенье, перенос на 3 января
    01-07 holiday Православное Рождество
    03-08 holiday Международный женский день
    03-10 holiday Перенос с 8 марта
    03-21 holiday Наурыз мейрамы
    03-22 holiday Наурыз мейрамы
    03-23 holiday Наурыз мейрамы
    03-24 holiday Перенос с 22 марта
    03-25 holiday Перенос с 23 марта
    05-01 holiday Праздник единства народа Казахстана
    05-07 holiday День защитника Отечества
    05-09 holiday День Победы
    06-06 holiday Курбан айт
    07-06 holiday День столицы
    07-07 holiday Перенос с 6 июля
    08-30 holiday День Конституции
    09-01 holiday Перенос с 30 августа
    10-25 holiday День Республики
    10-27 holiday Перенос с 25 октября
    12-16 holiday День Независимости
  `,
  ),
  ...days(
    'KZ',
    2026,
    `
    01-01 holiday Новый год
    01-02 holiday Новый год
    01-07 holiday Православное Рождество
    03-08 holiday Международный женский день
    03-09 holiday Перенос с 8 марта
    03-21 holiday Наурыз мейрамы
    03-22 holiday Наурыз мейрамы
    03-23 holiday Наурыз мейрамы
    03-24 holiday Перенос с 21 марта
    03-25 holiday Перенос с 22 марта
    05-01 holiday Праздник единства народа Казахстана
    05-07 holiday День защитника Отечества
    05-09 holiday День Победы
    05-11 holiday Перенос с 9 мая
    05-27 holiday Курбан айт
    07-06 holiday День столицы
    10-25 holiday День Республики
    10-26 holiday Перенос с 25 октября
    12-16 holiday День Независимости
  `,
  ),
  ...days(
    'KZ',
    2027,
    `
    01-01 holiday Новый год
    01-02 holiday Новый год
    01-04 holiday Перенос с 2 января
    01-07 holiday Православное Рождество
    03-08 holiday Международный женский день
    03-15 holiday День Конституции
    03-21 holiday Наурыз мейрамы
    03-22 holiday Наурыз мейрамы
    03-23 holiday Наурыз мейрамы
    03-24 holiday Перенос с 21 марта
    05-01 holiday Праздник единства народа Казахстана
    05-03 holiday Перенос с 1 мая
    05-07 holiday День защитника Отечества
    05-09 holiday День Победы
    05-10 holiday Перенос с 9 мая
    05-16 holiday Курбан айт
    07-06 holiday День столицы
    10-25 holiday День Республики
    12-16 holiday День Независимости
  `,
  ),

  ...days(
    'BY',
    2025,
    `
    01-01 holiday Новый год
    01-02 holiday Новый год
    01-06 holiday Перенос с 11 января
    01-07 holiday Рождество Христово (православное)
    01-11 working Рабочая суббота, перенос на 6 января
    03-07 short Перед Днём женщин
    03-08 holiday День женщин
    04-26 working Рабочая суббота, перенос на 28 апреля
    04-28 holiday Перенос с 26 апреля
    04-29 holiday Радуница
    04-30 short Перед Праздником труда
    05-01 holiday Праздник труда
    05-08 short Перед Днём Победы
    05-09 holiday День Победы
    07-02 short Перед Днём Независимости
    07-03 holiday День Независимости
    07-04 holiday Перенос с 12 июля
    07-12 working Рабочая суббота, перенос на 4 июля
    11-06 short Перед Днём Октябрьской революции
    11-07 holiday День Октябрьской революции
    12-20 working Рабочая суббота, перенос на 26 декабря
    12-24 short Перед Рождеством
    12-25 holiday Рождество Христово (католическое)
    12-26 holiday Перенос с 20 декабря
    12-31 short Перед Новым годом
  `,
  ),
  ...days(
    'BY',
    2026,
    `
    01-01 holiday Новый год
    01-02 holiday Новый год
    01-06 short Перед Рождеством
    01-07 holiday Рождество Христово (православное)
    03-08 holiday День женщин
    04-20 holiday Перенос с 25 апреля
    04-21 holiday Радуница
    04-25 working Рабочая суббота, перенос на 20 апреля
    04-30 short Перед Праздником труда
    05-01 holiday Праздник труда
    05-08 short Перед Днём Победы
    05-09 holiday День Победы
    07-02 short Перед Днём Независимости
    07-03 holiday День Независимости
    11-06 short Перед Днём Октябрьской революции
    11-07 holiday День Октябрьской революции
    12-24 short Перед Рождеством
    12-25 holiday Рождество Христово (католическое)
    12-31 short Перед Новым годом
  `,
  ),
  ...days(
    'BY',
    2027,
    `
    01-01 holiday Новый год
    01-02 holiday Новый год
    01-06 short Перед Рождеством
    01-07 holiday Рождество Христово (православное)
    03-08 holiday День женщин
    04-30 short Перед Праздником труда
    05-01 holiday Праздник труда
    05-09 holiday День Победы
    05-10 short Перед Радуницей
    05-11 holiday Радуница
    07-02 short Перед Днём Независимости
    07-03 holiday День Независимости
    11-07 holiday День Октябрьской революции
    12-24 short Перед Рождеством
    12-25 holiday Рождество Христово (католическое)
    12-31 short Перед Новым годом
  `,
  ),
];

/** Reads `MM-DD kind title`, a day a line. */
function days(country: Country, year: number, lines: string): CalendarDay[] {
  return [...lines.matchAll(/^\s*(\d\d-\d\d) (holiday|working|short) (.+)$/gm)].map(([, date, kind, title]) => ({
    country,
    date: `${year}-${date}`,
    kind: kind as CalendarDay['kind'],
    title: title ?? null,
  }));
}
