export const texts = {
  ru: {
    'reminders.idTaken': 'Этот номер занят другой записью.',
    'reminders.past': 'этот момент уже прошёл',
    'reminders.howLong': 'на сколько отложить?',
    'reminders.label': 'Напоминание',
    'reminders.done': 'Готово',
    'reminders.inHour': 'Через час',
    'reminders.tomorrow': 'Завтра утром',
  },
  en: {
    'reminders.idTaken': 'This id is taken by another record.',
    'reminders.past': 'this moment has passed',
    'reminders.howLong': 'put off for how long?',
    'reminders.label': 'Reminder',
    'reminders.done': 'Done',
    'reminders.inHour': 'In an hour',
    'reminders.tomorrow': 'Tomorrow morning',
  },
};
