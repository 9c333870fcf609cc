export const texts = {
  ru: {
    'notices.open': 'Открыть',
    'notices.whyLetter':
      'Это письмо отправила программа «Рядом». Какие уведомления приходят и куда, вы выбираете в своём профиле.',
    'notices.testTitle': 'Проверка уведомлений',
    'notices.testBody': 'Если вы это читаете, уведомления доходят.',
    'notices.assigned': 'Вам передана компания {company}',
    'notices.assignedMany': 'Вам переданы компании: {count}',
    'notices.byWhom': 'Передал(а): {name}',
    'notices.colleague': '{name}: {company}',
  },
  en: {
    'notices.open': 'Open',
    'notices.whyLetter': 'Ryadom sent this letter. Which notices you get, and where, you choose in your profile.',
    'notices.testTitle': 'Trying out notices',
    'notices.testBody': 'If you can read this, notices arrive.',
    'notices.assigned': 'The company {company} is yours now',
    'notices.assignedMany': 'Companies handed over to you: {count}',
    'notices.byWhom': 'Handed over by {name}',
    'notices.colleague': '{name}: {company}',
  },
};
