import { moneyText, parseMoney } from './money';
import { phoneText, telLink } from './phone';

test('money', () => {
  expect(moneyText(125_000_000, 'ru')).toBe('1\u00a0250\u00a0000\u00a0₽');
  expect(moneyText(1050, 'ru')).toBe('10,50\u00a0₽');
  expect(parseMoney('1 250 000,5 ₽')).toBe(125_000_050);
  expect(parseMoney('много')).toBeNull();
});

test('phones', () => {
  const phone = { text: '8 (843) 123-45-67 доб. 12', e164: '+78431234567', extension: '12' };
  expect(phoneText(phone)).toBe('+7\u00a0843\u00a0123‑45‑67\u00a0#12');
  expect(telLink(phone)).toBe('tel:+78431234567;ext=12');
  expect(phoneText({ text: 'спросить Иру', e164: null, extension: null })).toBe('спросить Иру');
  expect(telLink({ text: 'спросить Иру', e164: null, extension: null })).toBeNull();
});
