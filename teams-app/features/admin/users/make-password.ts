/** Without signs that are mistaken for one another: 0 and O, 1, l and I. */
const signs = 'abcdefghijkmnpqrstuvwxyz23456789';
const groups = 3;
const inGroup = 4;

/** «kq7t-mfa3-x9up»: easy to dictate, some 60 bits. */
export function makePassword(): string {
  const random = crypto.getRandomValues(new Uint8Array(groups * inGroup));
  // 256 is a multiple of 32: every sign is as likely.
  const text = [...random].map((value) => signs[value % signs.length]).join('');
  return text.match(new RegExp(`.{${inGroup}}`, 'g'))!.join('-');
}
