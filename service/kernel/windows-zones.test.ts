import { DateTime, IANAZone } from 'luxon';
import { ianaZone, windowsZone } from './windows-zones';
import { windowsZoneNames } from './windows-zone-names';

const now = new Date('2026-03-12T09:00:00Z');

test.each([
  ['Europe/Kaliningrad', 'Kaliningrad Standard Time', 2],
  ['Europe/Moscow', 'Russian Standard Time', 3],
  ['Europe/Samara', 'Russia Time Zone 3', 4],
  ['Asia/Yekaterinburg', 'Ekaterinburg Standard Time', 5],
  ['Asia/Omsk', 'Omsk Standard Time', 6],
  ['Asia/Novosibirsk', 'N. Central Asia Standard Time', 7],
  ['Asia/Krasnoyarsk', 'North Asia Standard Time', 7],
  ['Asia/Irkutsk', 'North Asia East Standard Time', 8],
  ['Asia/Yakutsk', 'Yakutsk Standard Time', 9],
  ['Asia/Vladivostok', 'Vladivostok Standard Time', 10],
  ['Asia/Magadan', 'Magadan Standard Time', 11],
  ['Asia/Sakhalin', 'Sakhalin Standard Time', 11],
  ['Asia/Kamchatka', 'Russia Time Zone 11', 12],
  ['Europe/Volgograd', 'Volgograd Standard Time', 3],
  ['Asia/Chita', 'Transbaikal Standard Time', 9],
])('%s is %s, UTC+%i all year', (iana, windows, hours) => {
  expect(windowsZone(iana, now)).toBe(windows);
  expect(ianaZone(windows)).toBe(iana);
  for (const month of [1, 4, 7, 10])
    expect(DateTime.fromObject({ year: 2026, month, day: 15 }, { zone: iana }).offset).toBe(hours * 60);
});

test.each([
  // Places without a Windows name of their own.
  ['Europe/Kirov', 3],
  ['Europe/Ulyanovsk', 4],
  ['Asia/Novokuznetsk', 7],
  ['Asia/Khandyga', 9],
  ['Asia/Ust-Nera', 10],
  ['Asia/Anadyr', 12],
  ['Europe/Simferopol', 3],
  // Kazakhstan has one time since March 2024, Windows' own table may lag behind.
  ['Asia/Almaty', 5],
  ['Europe/Vienna', null],
  ['America/Detroit', null],
])('%s goes by a Windows zone with the same clock', (iana, hours) => {
  const windows = windowsZone(iana, now)!;
  const stands = windowsZoneNames[windows]!;
  for (let day = 0; day < 365; day += 1) {
    const at = DateTime.utc(2026, 1, 1, 12).plus({ days: day }).toMillis();
    expect([iana, day, IANAZone.create(stands).offset(at)]).toEqual([iana, day, IANAZone.create(iana).offset(at)]);
    if (hours !== null) expect(IANAZone.create(stands).offset(at)).toBe(hours * 60);
  }
});

test('every zone that Windows names is one we know, and comes back as its name', () => {
  for (const [windows, iana] of Object.entries(windowsZoneNames)) {
    expect([iana, IANAZone.isValidZone(iana)]).toEqual([iana, true]);
    expect(windowsZoneNames[windowsZone(iana, now)!]).toBe(iana);
    expect(ianaZone(windows)).toBe(iana);
  }
});

test.each([
  ['"(UTC+03:00) Moscow, St. Petersburg"', 'Europe/Moscow'],
  ['(UTC+05:00) Ekaterinburg', 'Asia/Yekaterinburg'],
  ['(UTC+05:00) Екатеринбург', 'UTC+5'],
  ['(UTC-03:30) Newfoundland summer', 'UTC-3:30'],
  ['(GMT+03.00) Moscow', 'UTC+3'],
  ['/freeassociation.sourceforge.net/Europe/Moscow', 'Europe/Moscow'],
  ['UTC', 'Etc/UTC'],
  ['tzone://Microsoft/Utc', null],
  ['tzone://Microsoft/Custom', null],
  ['Customized Time Zone', null],
  ['Где-то', null],
  ['', null],
])('%s is %s', (name, zone) => expect(ianaZone(name)).toBe(zone));
