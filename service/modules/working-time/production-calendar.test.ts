import { productionCalendar } from './production-calendar';
import { addDays, isWorkingDay, type Calendar } from './working-time-rules';
import type { Country } from './working-time.contract';

const kinds = new Map(productionCalendar.map(({ country, date, kind }) => [`${country} ${date}`, kind]));
const calendar: Calendar = { kindOf: (country, date) => kinds.get(`${country} ${date}`) ?? null };
const mondayToFriday = 0b0011111;
const weekday = (date: string) => new Date(`${date}T00:00Z`).getUTCDay();
const works = (country: Country) => (date: string) => isWorkingDay(calendar, country, date, mondayToFriday);

const daysOf = (year: number) =>
  Array.from({ length: 366 }, (_, at) => addDays(`${year}-01-01`, at)).filter((date) => date.startsWith(String(year)));

it('has every day once, as a real date, with a title', () => {
  expect(kinds.size).toBe(productionCalendar.length);
  for (const { date, title } of productionCalendar) {
    expect(addDays(date, 0)).toBe(date);
    expect(title).toBeTruthy();
  }
});

it.each([
  // As published for the five-day week.
  ['RU', 2025, 247],
  ['RU', 2026, 247],
  ['KZ', 2025, 246],
] as const)('%s works so many days in %d', (country, year, count) =>
  expect(daysOf(year).filter(works(country))).toHaveLength(count),
);

it.each(['RU', 'KZ', 'BY'] as const)('%s: working days stand on weekends, and each gives a weekday free', (country) => {
  const days = productionCalendar.filter((day) => day.country === country);
  const worked = days.filter(
    ({ kind, date }) => kind === 'working' || (kind === 'short' && [0, 6].includes(weekday(date))),
  );
  for (const { date, title } of worked) {
    expect([0, 6]).toContain(weekday(date));
    expect(title).toMatch(/^Рабоч/);
  }
});

it('has short days only before a free one', () => {
  for (const { country, date, kind } of productionCalendar.filter((day) => day.kind === 'short')) {
    const next = addDays(date, 1);
    const lastOfYears = date === '2027-12-31';
    const transferred = country === 'RU' && date === '2025-11-01'; // before Sunday, and by the decree
    expect([date, kind, lastOfYears || transferred || calendar.kindOf(country, next) === 'holiday']).toEqual([
      date,
      'short',
      true,
    ]);
  }
});

it('knows the days that people ask about', () => {
  expect(works('RU')('2025-11-01')).toBe(true);
  expect(works('RU')('2026-01-09')).toBe(false);
  expect(works('RU')('2026-01-12')).toBe(true);
  expect(works('RU')('2026-12-31')).toBe(false);
  expect(works('KZ')('2026-08-31')).toBe(true);
  expect(works('KZ')('2027-03-15')).toBe(false);
  expect(works('BY')('2026-04-20')).toBe(false);
  expect(works('BY')('2026-04-25')).toBe(true);
});
