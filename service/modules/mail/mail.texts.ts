export const texts = {
  ru: {
    'mail.noOutsider': 'В письме только коллеги: такие письма не записываются.',
    'mail.neverLog': 'Адрес в списке «не записывать».',
    'mail.meetingAhead': 'Встреча ещё не началась. Её итог можно записать после начала.',
    'mail.notPending': 'это не письмо, записанное при отправке',
    'mail.ruleForm': 'адрес (ivan@firma.ru) или домен (firma.ru)',
  },
  en: {
    'mail.noOutsider': 'The letter is between colleagues: such letters are not logged.',
    'mail.neverLog': 'The address is on a “do not log” list.',
    'mail.meetingAhead': 'The meeting has not begun. Its outcome can be logged after it begins.',
    'mail.notPending': 'this is no letter logged on sending',
    'mail.ruleForm': 'an address (ivan@firm.com) or a domain (firm.com)',
  },
} as const;
