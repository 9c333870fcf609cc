import fc from 'fast-check';
import { DateTime, IANAZone } from 'luxon';
import { readSpan, writeSpan } from '../../adapters/calendar/graph-event';
import { windowsZoneNames } from '../../kernel/windows-zone-names';
import { localDateOf } from '../working-time/working-time.public';
import { asSpan, instantAsDate, meantTime, seenSpan, startKey } from './when';

const russian = [
  'Europe/Kaliningrad',
  'Europe/Moscow',
  'Europe/Samara',
  'Asia/Yekaterinburg',
  'Asia/Omsk',
  'Asia/Krasnoyarsk',
  'Asia/Irkutsk',
  'Asia/Yakutsk',
  'Asia/Vladivostok',
  'Asia/Magadan',
  'Asia/Kamchatka',
];
/** Clocks that are moved, in both halves of the world, by an hour and by half of one, and one at the date line. */
const moving = ['Europe/Berlin', 'America/New_York', 'America/Santiago', 'Australia/Lord_Howe', 'Pacific/Auckland'];
const now = new Date('2026-03-12T09:00:00Z');

describe.each([...russian, ...moving])('%s', (zone) => {
  test('an event goes to Outlook and comes back at the same minute, all year and around every change of the clock', () => {
    const hour = 3_600_000;
    const first = Date.UTC(2026, 0, 1);
    const offset = (at: number) => IANAZone.create(zone).offset(at);
    const changes = Array.from({ length: 365 * 24 }, (_, step) => first + step * hour).filter(
      (at) => offset(at) !== offset(at + hour),
    );
    const halfHours = changes.flatMap((at) => Array.from({ length: 24 }, (_, step) => at + (step - 12) * (hour / 2)));
    const others = Array.from({ length: 365 }, (_, day) => first + day * 25 * hour);
    for (const at of [...halfHours, ...others]) {
      const span = { at: new Date(at), minutes: 15 };
      expect(readSpan(writeSpan(span, zone, now))).toEqual(span);
    }
  });

  test('at noon it is said by the wall clock, without an offset', () => {
    const at = DateTime.fromObject({ year: 2026, month: 7, day: 15, hour: 12 }, { zone }).toJSDate();
    const { start } = writeSpan({ at, minutes: 30 }, zone, now);
    expect(start!.dateTime).toBe('2026-07-15T12:00:00');
    expect(windowsZoneNames[start!.timeZone]).toBeDefined();
  });

  test('a whole day is a date, whatever the zone it is read in', () => {
    for (let day = 0; day < 800; day += 1) {
      const date = DateTime.utc(2026, 1, 1).plus({ days: day }).toISODate()!;
      const span = { date, days: 1 };
      expect(readSpan(writeSpan(span, zone, now))).toEqual(span);
      expect(instantAsDate(seenSpan(span).startsAt)).toBe(date);
    }
  });

  test('dragged among the whole days and back, it keeps its hour', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 600 }),
        (at, days) => {
          const moved = DateTime.fromJSDate(at, { zone }).plus({ days });
          const meant = meantTime({ date: moved.toISODate()!, days: 1 }, at, zone);
          expect(localDateOf(meant, zone)).toBe(moved.toISODate());
          // And stands there again on that date.
          expect(startKey(asSpan(meant, zone, { allDay: true, minutes: 1440 }))).toBe(moved.toISODate());
        },
      ),
      { numRuns: 200 },
    );
  });
});

test('the hour that the clock shows twice is said in UTC', () => {
  const { start } = writeSpan({ at: new Date('2026-10-25T01:30:00Z'), minutes: 15 }, 'Europe/Berlin', now);
  expect(start).toEqual({ dateTime: '2026-10-25T01:30:00', timeZone: 'UTC' });
});
