import { isFreeMail, mailDomain, splitEmails } from './emails';

describe('a cell with e-mails', () => {
  it.each([
    ['Ivan@Mail.ru', ['ivan@mail.ru'], []],
    ['ivan@mail.ru, petr@romashka.ru;anna@romashka.ru', ['ivan@mail.ru', 'petr@romashka.ru', 'anna@romashka.ru'], []],
    ['ivan@mail.ru petr@romashka.ru', ['ivan@mail.ru', 'petr@romashka.ru'], []],
    ['ivan@mail.ru/petr@romashka.ru\nanna@romashka.ru', ['ivan@mail.ru', 'petr@romashka.ru', 'anna@romashka.ru'], []],
    ['Иван Петров <ivan@mail.ru>', ['ivan@mail.ru'], []],
    ['mailto:ivan@mail.ru.', ['ivan@mail.ru'], []],
    ['ivan@mail.ru, IVAN@mail.ru', ['ivan@mail.ru'], []],
    ['ivan@mail.ru, нет', ['ivan@mail.ru'], ['нет']],
    ['ivan@mail', [], ['ivan@mail']],
    ['ivan @mail.ru', [], ['ivan @mail.ru']],
    ['почта@ромашка.рф', [], ['почта@ромашка.рф']],
    ['', [], []],
    [' ; , ', [], []],
  ])('%j gives the addresses and the rest', (cell, valid, invalid) =>
    expect(splitEmails(cell)).toEqual({ valid, invalid }),
  );
});

it('the domain of an e-mail tells whose it is', () => {
  expect(mailDomain('Ivan@Romashka.RU')).toBe('romashka.ru');
  expect(mailDomain('ivan')).toBeNull();
  expect(mailDomain('ivan@')).toBeNull();
});

it('a public mail service tells nothing', () => {
  for (const domain of ['mail.ru', 'yandex.ru', 'GMAIL.com', 'bk.ru', 'rambler.ru', 'tut.by']) {
    expect(isFreeMail(domain)).toBe(true);
  }
  for (const domain of ['romashka.ru', 'mail.romashka.ru', '']) expect(isFreeMail(domain)).toBe(false);
});
