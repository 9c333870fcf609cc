import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DateTime, IANAZone } from 'luxon';
import { readable, readEvent, readSpan, type GraphEvent } from '../../adapters/calendar/graph-event';
import { ianaZone } from '../../kernel/windows-zones';
import { calendarNotified } from './calendar.contract';

const here = join(__dirname, 'fixtures/graph');
const samples = resolve(process.env.SAMPLES_DIR ?? '../shared/samples');
const folders = [here, join(samples, 'graph')].filter(existsSync);
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as { value?: unknown[]; mocks?: unknown[] };
const filesLike = (pattern: RegExp) =>
  folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => pattern.test(name))
      .map((name) => join(folder, name)),
  );

test.each(filesLike(/^(calendarview|events).*\.json$/))('%s: each event is read at its time', (path) => {
  for (const event of (json(path).value ?? json(path)) as GraphEvent[]) {
    if (event['@removed']) {
      expect(readable(event)).toBe(false);
      continue;
    }
    expect(readable(event)).toBe(true);
    const { span, etag, guests } = readEvent(event, 0);
    expect(etag).toMatch(/^W\//);
    expect(guests).toBe((event.attendees ?? []).length > 0);
    if (event.isAllDay) expect(span).toMatchObject({ date: event.start!.dateTime.slice(0, 10) });
    else {
      const zone = ianaZone(event.start!.timeZone) ?? 'utc';
      const at = DateTime.fromISO(event.start!.dateTime, { zone }).toJSDate();
      expect(span).toMatchObject({ at });
    }
  }
});

test('an all-day event of Yekaterinburg stays on its days', () => {
  const { value } = json(join(here, 'calendarview_delta_page2_deltalink_removed.json'));
  expect(readSpan((value as GraphEvent[])[0]!)).toEqual({ date: '2026-05-18', days: 3 });
});

test.each(filesLike(/^(notification|lifecycle).*\.json$/))('%s is a notification as we take them', (path) => {
  const taken = calendarNotified.input.safeParse(json(path));
  expect(taken.success).toBe(true);
  expect(taken.data!.value!.length).toBe(json(path).value!.length);
});

const zones = join(__dirname, 'fixtures/windows-zones.json');
test('every name of the sample’s table of zones is known, with the same clock', () => {
  const table = json(zones) as unknown as Record<string, { iana: string[] }>;
  for (const [name, { iana }] of Object.entries(table)) {
    const zone = DateTime.utc().setZone(ianaZone(name)!).zone;
    for (const at of [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)])
      expect([name, zone.offset(at)]).toEqual([name, IANAZone.create(iana[0]!).offset(at)]);
  }
});

interface Mock {
  request: { method?: string; url: string };
  response: { statusCode?: number; body?: Record<string, unknown> };
}
// A third of a megabyte that is not ours to keep here: read where it lies beside the project.
for (const mocks of filesLike(/^graph_docs_mocks.*\.json$/))
  test(`${mocks}: every event among the documentation’s own answers is read`, () => {
    const file = JSON.parse(readFileSync(mocks, 'utf8')) as { mocks: Mock[] } | Mock[];
    let events = 0;
    for (const { response } of Array.isArray(file) ? file : file.mocks) {
      const body = response.body ?? {};
      const found = [body, ...(Array.isArray(body.value) ? body.value : [])] as GraphEvent[];
      for (const event of found) {
        if (!event.start?.dateTime || !event.end?.dateTime) continue;
        events += 1;
        const { span } = readEvent(event, 0);
        expect('date' in span ? span.date : span.at.toISOString()).toMatch(/^\d{4}-/);
      }
    }
    expect(events).toBeGreaterThan(5);
  });
