import { parseBirthday } from './parse-birthday';

describe('a birthday', () => {
  it.each([
    '15.04.1980',
    '15.4.80',
    '15-04-1980',
    '1980-04-15',
    '1980/04/15',
    '19800415',
    '1980-04-15T00:00:00Z',
    '15.04.1980 0:00:00',
    '4/15/1980',
    '4/15/80',
    '15/4/1980',
    '15 апреля 1980',
    '15 апреля 1980 г.',
    '15 апр. 1980',
    'April 15, 1980',
    '15 April 1980',
  ])('with a year: %s', (text) => {
    expect(parseBirthday(text)).toEqual({ day: 15, month: 4, year: 1980 });
  });

  it.each(['--04-15', '--0415', '15 апреля', '15.04', '15.04.', '4/15', 'Apr 15', '1604-04-15'])(
    'without a year: %s',
    (text) => {
      expect(parseBirthday(text)).toEqual({ day: 15, month: 4, year: null });
    },
  );

  it('has a short year of somebody old enough to do business', () => {
    expect(parseBirthday('1.2.03')).toEqual({ day: 1, month: 2, year: 2003 });
    expect(parseBirthday('1.2.45')).toEqual({ day: 1, month: 2, year: 1945 });
  });

  it('may be a leap day, in a leap year or without a year', () => {
    expect(parseBirthday('29.02.1980')).toEqual({ day: 29, month: 2, year: 1980 });
    expect(parseBirthday('--02-29')).toEqual({ day: 29, month: 2, year: null });
    expect(parseBirthday('29.02.1981')).toBeNull();
  });

  it.each(['', 'скоро', '31.04.1980', '15.13.1980', '0.0.00', '1980', '1980-04', 'весной 1980', '45 мая'])(
    'is none: %s',
    (text) => {
      expect(parseBirthday(text)).toBeNull();
    },
  );
});
