import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crmIdProperty } from '../../service/adapters/calendar/graph-event';
import { outlookCalendar, type OutlookCalendar } from '../test/outlook-calendar';
import { noFaults } from './graph-faults';

/** The stand-in beside what Microsoft's documentation shows: where they differ, the tests of the sync would prove nothing. */
const documented = (name: string) =>
  JSON.parse(readFileSync(join(__dirname, '../../service/modules/calendar/fixtures/graph', name), 'utf8')) as Record<
    string,
    never
  > & { value: Record<string, unknown>[] };
const keys = (value: object) => Object.keys(value).sort();

let world: OutlookCalendar;
let url: string;
const address = 'anna@ryadom.example';
beforeEach(async () => {
  world = await outlookCalendar();
  url = world.graphUrl;
  world.graph.store.add({ address, name: 'Анна' });
});
afterEach(() => world.close());

const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const answer = await fetch(path.startsWith('http') ? path : `${url}/v1.0/${path}`, {
    method,
    headers: { authorization: 'Bearer token', 'content-type': 'application/json', ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    body: (text ? JSON.parse(text) : null) as Record<string, never> & { value: Record<string, unknown>[]; id: string },
  };
};
const at = (hour: string, timeZone = 'Russian Standard Time') => ({ dateTime: `2026-03-16T${hour}:00`, timeZone });
const create = (more: object = {}) =>
  ask('POST', `users/${address}/events`, { subject: 'Звонок', start: at('14:00'), end: at('14:15'), ...more });

test('an event has every property that the documentation’s has, and times as it writes them', async () => {
  const { status, body } = await create();
  expect(status).toBe(201);
  const [shown] = documented('calendarview_delta_page2_deltalink_removed.json').value;
  expect(keys(body).filter((key) => key !== 'singleValueExtendedProperties')).toEqual(keys(shown!));
  expect(body).toMatchObject({
    start: { dateTime: '2026-03-16T11:00:00.0000000', timeZone: 'UTC' },
    originalStartTimeZone: 'Russian Standard Time',
    type: 'singleInstance',
  });
  const own = await ask('GET', `users/${address}/events/${body.id}`, undefined, {
    prefer: 'outlook.timezone="Ekaterinburg Standard Time"',
  });
  expect(own.body.start).toEqual({ dateTime: '2026-03-16T16:00:00.0000000', timeZone: 'Ekaterinburg Standard Time' });
});

test('what Exchange would not take, it does not take', async () => {
  for (const wrong of [
    { start: undefined },
    { start: at('14:00', 'Nowhere Standard Time') },
    { start: { dateTime: '2026-03-16T14:00:00Z', timeZone: 'UTC' } },
    { isAllDay: true },
    { singleValueExtendedProperties: [{ id: 'RyadomId', value: 'x' }] },
  ])
    expect((await create(wrong)).status).toBe(400);
  expect((await ask('GET', 'me/events')).status).toBe(400);
  expect((await ask('GET', 'users/nobody@ryadom.example/events')).body).toMatchObject({
    error: { code: 'ErrorInvalidUser' },
  });
  expect((await ask('GET', `users/${address}/events`, undefined, { authorization: '' })).status).toBe(401);
});

test('created twice with one transaction id, it is one event', async () => {
  const { body: first } = await create({ transactionId: 'once' });
  for (let again = 0; again < 10; again += 1) {
    const { status, body } = await create({ transactionId: 'once' });
    if (status === 201) expect(body.id).toBe(first.id);
    else expect([status, body.error]).toMatchObject([409, { code: 'ErrorDuplicateTransactionId' }]);
  }
  expect(world.graph.store.find(address)!.events.size).toBe(1);
});

test('a change with an old etag is refused with 412; a removed event is not found', async () => {
  const { body } = await create();
  const path = `users/${address}/events/${body.id}`;
  const etag = body['@odata.etag'] as unknown as string;
  expect((await ask('PATCH', path, { subject: 'Другое' }, { 'if-match': etag })).status).toBe(200);
  expect((await ask('PATCH', path, { subject: 'Третье' }, { 'if-match': etag })).body).toMatchObject({
    error: { code: 'ErrorIrresolvableConflict' },
  });
  expect((await ask('DELETE', path)).status).toBe(204);
  expect((await ask('GET', path)).body).toMatchObject({ error: { code: 'ErrorItemNotFound' } });
});

test('changes: pages, then only what changed; what left the window or ended is removed; 410 when forgotten', async () => {
  const window = 'startDateTime=2026-03-01T00:00:00Z&endDateTime=2026-04-01T00:00:00Z';
  const ids: string[] = [];
  for (let count = 0; count < 5; count += 1) ids.push((await create()).body.id);
  const paging = { prefer: 'odata.maxpagesize=2' };
  const seen: unknown[] = [];
  let page = await ask('GET', `users/${address}/calendarView/delta?${window}`, undefined, paging);
  expect(keys(page.body)).toEqual(keys(documented('calendarview_delta_page1_nextlink.json')));
  for (;;) {
    seen.push(...page.body.value.map(({ id }) => id));
    const next = page.body['@odata.nextLink'] as unknown as string | undefined;
    if (!next) break;
    expect(next).toContain('$skiptoken=');
    page = await ask('GET', next, undefined, paging);
  }
  expect(seen).toEqual(ids);
  const link = page.body['@odata.deltaLink'] as unknown as string;
  expect(link).toContain('$deltatoken=');

  await ask('PATCH', `users/${address}/events/${ids[0]}`, { subject: 'Другое' });
  const may = (hour: string) => ({ dateTime: `2026-05-16T${hour}:00`, timeZone: 'UTC' });
  await ask('PATCH', `users/${address}/events/${ids[1]}`, { start: may('10:00'), end: may('11:00') });
  await ask('DELETE', `users/${address}/events/${ids[2]}`);
  const { body } = await ask('GET', link);
  expect(body.value).toMatchObject([
    { id: ids[0], subject: 'Другое' },
    { id: ids[1], '@removed': { reason: 'deleted' } },
    { id: ids[2], '@removed': { reason: 'deleted' } },
  ]);
  expect(keys(body.value[1]!)).toEqual(
    keys(documented('calendarview_delta_page2_deltalink_removed.json').value.find((one) => '@removed' in one)!),
  );
  expect((await ask('GET', `users/${address}/calendarView/delta?${window}&$select=id`)).status).toBe(400);
  world.graph.forgetChanges();
  const lost = await ask('GET', link);
  const { status, body: said } = documented('delta_410_sync_state_not_found.json') as unknown as {
    status: number;
    body: { error: { code: string } };
  };
  expect([lost.status, (lost.body.error as unknown as { code: string }).code]).toEqual([status, said.error.code]);
  expect(keys(lost.body.error as unknown as object)).toEqual(keys(said.error));
});

test('ours are found by the extended property; nothing else shows it', async () => {
  const { body } = await create({ singleValueExtendedProperties: [{ id: crmIdProperty, value: 'crm' }] });
  await create();
  expect(body).not.toHaveProperty('singleValueExtendedProperties');
  const filter = encodeURIComponent(
    `singleValueExtendedProperties/Any(ep: ep/id eq '${crmIdProperty}' and ep/value ne null)`,
  );
  const expand = encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${crmIdProperty}')`);
  const found = await ask('GET', `users/${address}/events?$filter=${filter}&$expand=${expand}`);
  expect(found.body.value).toMatchObject([{ id: body.id, singleValueExtendedProperties: [{ value: 'crm' }] }]);
  const view = await ask('GET', `users/${address}/calendarView?startDateTime=2026-03-16&endDateTime=2026-03-17`);
  expect(view.body.value).toHaveLength(2);
});

test('a batch of more than four for one mailbox throttles itself; of more than twenty it is none', async () => {
  const requests = (count: number) =>
    Array.from({ length: count }, (_, id) => ({
      id: String(id),
      method: 'POST',
      url: `/users/${address}/events`,
      headers: { 'Content-Type': 'application/json' },
      body: { subject: 'Звонок', start: at('14:00'), end: at('14:15') },
    }));
  expect((await ask('POST', '$batch', { requests: requests(21) })).status).toBe(400);
  const { body } = await ask('POST', '$batch', { requests: requests(6) });
  const answers = body.responses as unknown as { id: string; status: number; headers: Record<string, string> }[];
  expect(answers.map(({ id }) => id).sort()).toEqual(['0', '1', '2', '3', '4', '5']);
  expect(answers.filter(({ status }) => status === 429).every(({ headers }) => headers['retry-after'])).toBe(true);
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(4);
});

test('notifications and lifecycle events have the documented shape; a receiver that does not echo is not subscribed', async () => {
  const received: unknown[] = [];
  const { createServer } = await import('node:http');
  const listener = createServer((request, response) => {
    const token = new URL(request.url!, 'http://x').searchParams.get('validationToken');
    let text = '';
    request.on('data', (piece: Buffer) => (text += piece.toString()));
    request.on('end', () => {
      if (text) received.push(JSON.parse(text));
      response.writeHead(token ? 200 : 202, { 'content-type': 'text/plain' }).end(token ?? '');
    });
  });
  await new Promise<void>((listening) => listener.listen(0, '127.0.0.1', listening));
  const here = `http://127.0.0.1:${(listener.address() as { port: number }).port}`;
  const subscription = (notificationUrl: string, days = 6) => ({
    changeType: 'created,updated,deleted',
    notificationUrl,
    lifecycleNotificationUrl: notificationUrl,
    resource: `/users/${address}/events`,
    expirationDateTime: new Date(world.app.clock.now().getTime() + days * 86_400_000).toISOString(),
    clientState: 'secret',
  });
  expect((await ask('POST', 'subscriptions', subscription(`${url}/nobody`))).status).toBe(400);
  expect((await ask('POST', 'subscriptions', subscription(here, 8))).status).toBe(400);
  const made = await ask('POST', 'subscriptions', subscription(here));
  expect(made.status).toBe(201);
  expect(JSON.stringify(made.body)).not.toContain('secret');
  await create();
  await world.graph.subscriptions.told();
  await world.graph.subscriptions.lifecycle(made.body.id, 'missed');
  const [notified, lifecycle] = received as { value: object[] }[];
  const [documentedNote] = documented('notification_event_created_updated_deleted.json').value;
  expect(keys(notified!.value[0]!)).toEqual(keys(documentedNote!));
  expect(keys((notified!.value[0] as { resourceData: object }).resourceData)).toEqual(
    keys(documentedNote!.resourceData as object),
  );
  const [documentedLife] = documented('lifecycle_reauthorization_missed_removed.json').value;
  expect(keys(lifecycle!.value[0]!)).toEqual(keys(documentedLife!));
  expect((await ask('DELETE', `subscriptions/${made.body.id}`)).status).toBe(204);
  listener.closeAllConnections();
  await new Promise((done) => listener.close(done));
});

test('its faults: nothing done, or everything done and nobody told', async () => {
  world.graph.faults = { ...noFaults, throttled: 1 };
  const refused = await create();
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3']);
  world.graph.faults = { ...noFaults, lostAfter: 1 };
  expect((await create()).status).toBe(504);
  world.graph.faults = { ...noFaults, skew: 600_000 };
  const { headers } = await ask('GET', `users/${address}/events`);
  expect(Date.parse(headers.get('date')!)).toBe(world.app.clock.now().getTime() + 600_000);
  expect(world.graph.store.find(address)!.events.size).toBe(1);
});

test('people, letters: whoever invites somebody makes Exchange write, and it is counted', async () => {
  expect((await ask('GET', `users/${address}`)).body).toMatchObject({ mail: address, displayName: 'Анна' });
  expect((await ask('POST', `users/${address}/sendMail`, { message: { subject: 'Привет' } })).status).toBe(202);
  const attendees = [{ emailAddress: { address: 'client@example.com' }, type: 'required' }];
  const { body } = await create({ attendees });
  await ask('DELETE', `users/${address}/events/${body.id}`);
  expect(world.graph.letters.map(({ why }) => why)).toEqual(['sendMail', 'invitation', 'cancellation']);
});
