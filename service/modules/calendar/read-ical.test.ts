import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NotIcal, readIcal, type IcalEvent } from './read-ical';

const fixtures = join(__dirname, 'fixtures/ics');
const samples = resolve(process.env.SAMPLES_DIR ?? '../shared/samples', 'calendar');
const all = { from: new Date('2000-01-01'), to: new Date('2031-01-01') };
/** Read by somebody in Yekaterinburg: a time of no zone is his. */
const read = (name: string, zone = 'Asia/Yekaterinburg') =>
  readIcal(readFileSync(join(fixtures, name), 'utf8'), { zone, ...all }).events;
const start = ({ span }: IcalEvent) => ('date' in span ? span.date : span.at.toISOString());

test('a whole day is its dates, a time of no zone is the reader’s', () => {
  const [exhibition, floating] = read('ru_allday_multi_and_floating.ics');
  expect(exhibition).toMatchObject({ subject: 'Выставка', span: { date: '2026-05-18', days: 3 } });
  expect(floating!.span).toEqual({ at: new Date('2026-06-01T04:00:00Z'), minutes: 45 });
  expect(start(read('ru_allday_multi_and_floating.ics', 'Europe/Moscow')[1]!)).toBe('2026-06-01T06:00:00.000Z');
});

test('a zone by its Windows name, without its rules in the file', () => {
  expect(read('ru_ekaterinburg_no_vtimezone.ics', 'Europe/Moscow')).toMatchObject([
    { span: { at: new Date('2026-04-15T04:00:00Z'), minutes: 90 }, location: 'г. Екатеринбург, ул. Малышева, 51' },
  ]);
});

test('an invitation: who invites, who is invited, when it rings', () => {
  expect(read('ru_request_attendees.ics')).toMatchObject([
    {
      subject: 'Демонстрация продукта',
      description: 'Повестка:\n1) показ; 2) вопросы',
      span: { at: new Date('2026-03-20T11:00:00Z'), minutes: 60 },
      organizer: { name: "Отдел продаж, ООО ''Ромашка''", address: 'sales@example.org' },
      attendees: [{ name: 'Тестов Иван', address: 'ivan.testov@example.org' }],
      reminder: 15,
      cancelled: false,
    },
  ]);
});

test('a series: one day left out, one moved, to the last one', () => {
  const events = read('ru_weekly_exdate_moved.ics');
  const starts = events.map(start);
  expect(starts).toHaveLength(25);
  expect(starts[0]).toBe('2026-01-05T08:00:00.000Z');
  expect(starts).not.toContain('2026-02-23T08:00:00.000Z');
  expect(starts).not.toContain('2026-03-09T08:00:00.000Z');
  expect(events.find((event) => start(event) === '2026-03-10T12:00:00.000Z')).toMatchObject({
    subject: 'Созвон (перенос на вторник)',
    span: { minutes: 60 },
  });
  expect(starts.at(-1)).toBe('2026-06-29T08:00:00.000Z');
});

test('a cancellation of one time of a series', () => {
  expect(read('ru_cancel.ics')).toMatchObject([{ cancelled: true, span: { at: new Date('2026-03-16T08:00:00Z') } }]);
});

test('zones as old Exchange writes them: a title, a lost quote, rules of the file’s own', () => {
  expect(read('node-ical_Office-2012-owa.ics').slice(0, 2).map(start)).toEqual([
    '2020-10-28T02:30:00.000Z',
    '2020-10-28T17:30:00.000Z',
  ]);
  expect(start(read('node-ical_bad_ms_tz.ics')[0]!)).toBe('2020-08-25T14:35:00.000Z');
  expect(read('node-ical_ms_timezones.ics').length).toBeGreaterThan(100);
});

test('the later version of the same event counts', () => {
  expect(read('node-ical_duplicate-uid-sequence.ics').map(({ subject }) => subject)).toEqual([
    'Team Meeting (SEQUENCE 2)',
    'Updated version (SEQUENCE 3) - should win',
  ]);
});

test('nonsense in one place spoils nothing else; what is no calendar says so', () => {
  expect(read('node-ical_bad_custom_ms_tz.ics')).toHaveLength(3);
  expect(start(read('icalendar_issue_722_missing_timezones.ics')[0]!)).toBe('2014-08-29T12:00:00.000Z');
  for (const text of ['', 'Привет', '{"a":1}', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT'])
    expect(() => readIcal(text, { zone: 'Europe/Moscow', ...all })).toThrow(NotIcal);
});

const folders = ['ics-handmade', 'ics-public'].map((name) => join(samples, name)).filter(existsSync);
const files = [fixtures, ...folders].flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
test.each(files)('%s is read to the end', (path) => {
  const { events, unread } = readIcal(readFileSync(path, 'utf8'), { zone: 'Europe/Moscow', ...all });
  // One of them holds no event at all, and one a series of a broken exception.
  if (/blank_line/.test(path)) expect(events).toEqual([]);
  else expect(events.length).toBeGreaterThan(0);
  expect(unread).toBeLessThanOrEqual(/recur_instances/.test(path) ? 1 : 0);
  for (const event of events) expect(Number.isNaN(Date.parse(start(event)))).toBe(false);
});
