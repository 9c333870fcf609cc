import { z } from 'zod';

/** What the forms accept: an import must not write what nobody could save again. */
const address = z.email().max(200);

/**
 * The e-mails in one cell, divided by commas, semicolons, slashes, spaces or line ends, lower case, each once.
 * Names beside an address («Иван <ivan@mail.ru>») are not kept; `invalid` is what was written and is no address.
 */
export function splitEmails(cell: string): { valid: string[]; invalid: string[] } {
  const valid = new Set<string>();
  const invalid: string[] = [];
  for (const piece of cell.split(/[,;/|\n\r]+/)) {
    const candidates = piece.split(/[\s<>()"'«»]+/).filter((word) => word.includes('@'));
    const addresses = candidates.map((word) => word.toLowerCase().replace(/^mailto:|[.:]+$/g, ''));
    const right = addresses.filter((text) => address.safeParse(text).success);
    for (const text of right) valid.add(text);
    if (piece.trim() !== '' && (addresses.length === 0 || right.length < addresses.length)) invalid.push(piece.trim());
  }
  return { valid: [...valid], invalid };
}

/** What stands after the @, lower case; null when nothing does. */
export function mailDomain(email: string): string | null {
  return /@([^@\s]+)$/.exec(email.trim())?.[1]?.toLowerCase() ?? null;
}

/** A public mail service: two companies with addresses there have nothing in common. */
export function isFreeMail(domain: string): boolean {
  return freeMail.has(domain.trim().toLowerCase());
}

const freeMail = new Set(
  [
    'mail.ru bk.ru list.ru inbox.ru internet.ru xmail.ru vk.com',
    'yandex.ru ya.ru yandex.com yandex.by yandex.kz yandex.ua narod.ru',
    'rambler.ru lenta.ru autorambler.ru myrambler.ru ro.ru rambler.ua',
    'pochta.ru qip.ru nm.ru hotbox.ru land.ru newmail.ru mail15.com mail333.com front.ru pisem.net km.ru e-mail.ru',
    'gmail.com googlemail.com outlook.com hotmail.com live.com live.ru msn.com icloud.com me.com mac.com',
    'yahoo.com ymail.com aol.com proton.me protonmail.com pm.me tutanota.com tuta.io gmx.com gmx.de gmx.net web.de zoho.com mail.com',
    'tut.by mail.by mail.kz nur.kz ukr.net i.ua meta.ua bigmir.net',
    'sibmail.com ngs.ru e1.ru 74.ru',
  ].flatMap((line) => line.split(' ')),
);
