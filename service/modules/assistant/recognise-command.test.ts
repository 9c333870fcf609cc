import fc from 'fast-check';
import { commandNames, commandWords, type CommandName } from './command-words';
import { distance, recogniseCommand } from './recognise-command';

/** What each key of the Russian layout types in the English one. */
const keys = new Map(
  Array.from('йцукенгшщзхъфывапролджэячсмитьбюё', (key, place) => [key, "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"[place]!]),
);
const inLatin = (text: string) => Array.from(text, (key) => keys.get(key) ?? key).join('');
const back = new Map([...keys].map(([russian, latin]) => [latin, russian]));
const inCyrillic = (text: string) => Array.from(text, (key) => back.get(key) ?? key).join('');

const examples: [CommandName, string, string?][] = [
  ['callsToday', 'мои звонки сегодня'],
  ['callsToday', 'Мои звонки на сегодня, пожалуйста'],
  ['callsToday', 'кому звонить?'],
  ['callsToday', 'my calls today'],
  ['callsTomorrow', 'звонки завтра'],
  ['callsTomorrow', 'my calls tomorrow'],
  ['overdue', 'просроченные'],
  ['overdue', 'overdue'],
  ['next', 'следующий'],
  ['next', 'next'],
  ['find', 'найти Ромашка', 'Ромашка'],
  ['find', 'найди ООО «Ромашка»', 'ООО «Ромашка»'],
  ['find', 'find Lighthouse', 'Lighthouse'],
  ['company', 'компания Вектор', 'Вектор'],
  ['company', 'company Vector', 'Vector'],
  ['log', 'записать Ромашка, думают', 'Ромашка, думают'],
  ['log', 'log Lighthouse, no answer', 'Lighthouse, no answer'],
  ['move', 'перенести Ромашку на пятницу 15:00', 'Ромашку на пятницу 15:00'],
  ['move', 'move Lighthouse to Friday 3pm', 'Lighthouse to Friday 3pm'],
  ['week', 'моя неделя'],
  ['week', 'my week'],
  ['remind', 'напомни завтра в 10 отправить договор', 'завтра в 10 отправить договор'],
  ['remind', 'remind me tomorrow at 10 to send the contract', 'tomorrow at 10 to send the contract'],
  ['reminders', 'мои напоминания'],
  ['settings', 'настройки'],
  ['settings', 'settings'],
  ['help', 'помощь'],
  ['help', 'Help!'],
  ['signOut', 'выход'],
  ['signOut', 'sign out'],
  ['signIn', 'войти'],
  ['hello', 'Привет'],
  ['hello', 'hi'],
];

describe('commands', () => {
  test.each(examples)('%s: %s', (name, message, rest = '') => {
    expect(recogniseCommand(message)).toEqual({ name, rest });
  });

  const typed: [CommandName, string][] = [
    ['callsToday', 'мои звонкт сегодня'],
    ['callsToday', 'мои звонки сеодня'],
    ['callsToday', 'my clals today'],
    ['callsTomorrow', 'звонки завтар'],
    ['overdue', 'просроченые'],
    ['overdue', 'overdeu'],
    ['next', 'следущий'],
    ['week', 'моя недля'],
    ['settings', 'настойки'],
    ['settings', 'setings'],
    ['help', 'помощ'],
    ['hello', 'превет'],
  ];
  test.each(typed)('%s with a slip: %s', (name, message) => {
    expect(recogniseCommand(message)?.name).toBe(name);
  });

  test('every word of every command is understood typed in the other layout', () => {
    for (const name of commandNames) {
      const { whole = [], before = [] } = commandWords[name];
      for (const phrase of [...whole, ...before]) {
        const other = /[а-я]/.test(phrase) ? inLatin(phrase) : inCyrillic(phrase);
        expect([phrase, recogniseCommand(other)?.name]).toEqual([phrase, name]);
      }
    }
  });

  test('every command has words in both languages', () => {
    for (const name of commandNames) {
      const words = [...(commandWords[name].whole ?? []), ...(commandWords[name].before ?? [])];
      expect(words.some((word) => /[а-я]/.test(word))).toBe(true);
      expect(words.some((word) => /[a-z]/.test(word))).toBe(true);
    }
  });

  test('the name of a company is no command', () => {
    for (const name of ['ООО Ромашка', 'Вектор', 'Звонов и сыновья', 'Lighthouse', '7701234567'])
      expect(recogniseCommand(name)).toBeNull();
  });

  test('a swap, a drop or a double letter inside a long word is forgiven', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('просроченные', 'напоминания', 'настройки', 'settings', 'reminders'),
        fc.nat(),
        fc.constantFrom('swap', 'drop', 'double'),
        (word, place, slip) => {
          const at = 1 + (place % (word.length - 2));
          const wrong =
            slip === 'swap'
              ? word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2)
              : slip === 'drop'
                ? word.slice(0, at) + word.slice(at + 1)
                : word.slice(0, at) + word[at]! + word.slice(at);
          expect(distance(word, wrong)).toBeLessThanOrEqual(1);
          expect(recogniseCommand(wrong)?.name).toBe(recogniseCommand(word)!.name);
        },
      ),
    );
  });
});
