import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { OutsideFault } from '../../kernel/outside';
import { graphCalendar } from './calendar.graph';
import { ChangesLost, type NewEvent } from './calendar.port';
import { crmIdProperty } from './graph-event';

const graph = 'https://graph.microsoft.com';
const now = new Date('2026-03-12T09:00:00Z');
const calendar = graphCalendar({
  token: () => Promise.resolve('our-token'),
  notificationUrl: 'https://crm.example/api/calendar/notifications',
  lifecycleUrl: 'https://crm.example/api/calendar/lifecycle',
  now: () => now,
});
const sample = (name: string) =>
  JSON.parse(
    readFileSync(join(__dirname, '../../modules/calendar/fixtures/graph', name), 'utf8').replaceAll(
      '/me/',
      '/users/anna/',
    ),
  ) as Record<string, unknown>;
const event = (sample('calendarview_delta_page2_deltalink_removed.json').value as object[])[0]!;
const newEvent: NewEvent = {
  crmId: 'a-crm-id',
  transactionId: 'a-transaction',
  span: { at: new Date('2026-03-16T11:00:00Z'), minutes: 15 },
  zone: 'Asia/Yekaterinburg',
  subject: 'Звонок',
  html: '<p>Ромашка</p>',
  reminder: 15,
};

beforeAll(() => nock.disableNetConnect());
afterEach(() => {
  expect(nock.pendingMocks()).toEqual([]);
  nock.cleanAll();
});
afterAll(() => nock.enableNetConnect());

/** Takes a batch and answers it; tells what was in it. */
function batch(responses: object[], check: (requests: Record<string, unknown>[]) => void = () => undefined): void {
  nock(graph, { reqheaders: { authorization: 'Bearer our-token' } })
    .post('/v1.0/$batch', (body: { requests: Record<string, unknown>[] }) => {
      check(body.requests);
      return true;
    })
    .reply(200, { responses });
}

test('an event is created by the person’s clock, free, with our id and nobody invited', async () => {
  let sent: Record<string, unknown>[] = [];
  batch([{ id: '0', status: 201, body: event }], (requests) => (sent = requests));
  const [answer] = await calendar.write('anna@ryadom.example', [{ do: 'create', event: newEvent }]);
  expect(answer).toMatchObject({ is: 'done', event: { id: 'AAMkAGI1A1=', span: { date: '2026-05-18', days: 3 } } });
  expect(sent).toMatchObject([
    {
      id: '0',
      method: 'POST',
      url: '/users/anna%40ryadom.example/events',
      body: {
        subject: 'Звонок',
        start: { dateTime: '2026-03-16T16:00:00', timeZone: 'Ekaterinburg Standard Time' },
        end: { dateTime: '2026-03-16T16:15:00', timeZone: 'Ekaterinburg Standard Time' },
        isAllDay: false,
        showAs: 'free',
        isReminderOn: true,
        reminderMinutesBeforeStart: 15,
        transactionId: 'a-transaction',
        singleValueExtendedProperties: [{ id: crmIdProperty, value: 'a-crm-id' }],
      },
    },
  ]);
  expect(JSON.stringify(sent)).not.toMatch(/attendees/i);
});

test('each write of a batch has its own answer, in whatever order they come', async () => {
  batch([
    { id: '3', status: 404, body: { error: { code: 'ErrorItemNotFound', message: 'gone' } } },
    { id: '2', status: 429, headers: { 'Retry-After': '17' }, body: { error: { code: 'ApplicationThrottled' } } },
    { id: '1', status: 412, body: { error: { code: 'ErrorIrresolvableConflict' } } },
    { id: '0', status: 409, body: { error: { code: 'ErrorDuplicateTransactionId' } } },
  ]);
  const answers = await calendar.write('anna', [
    { do: 'create', event: newEvent },
    { do: 'change', eventId: 'one', etag: 'W/"1"', zone: 'Europe/Moscow', set: { subject: 'Другое' } },
    { do: 'remove', eventId: 'two', etag: 'W/"1"' },
    { do: 'disown', eventId: 'three' },
    { do: 'remove', eventId: 'four', etag: null },
  ]);
  expect(answers).toMatchObject([
    { is: 'taken' },
    { is: 'changed' },
    { is: 'busy', retryAfter: 17 },
    { is: 'gone' },
    { is: 'unknown' },
  ]);
});

test('a change says only what changed, and only if nobody was there before', async () => {
  batch([{ id: '0', status: 200, body: event }], ([request]) =>
    expect(request).toMatchObject({
      method: 'PATCH',
      url: '/users/anna/events/AAMk%3D',
      headers: { 'If-Match': 'W/"7"' },
      body: { start: { dateTime: '2026-10-25T01:30:00', timeZone: 'UTC' } },
    }),
  );
  await calendar.write('anna', [
    {
      do: 'change',
      eventId: 'AAMk=',
      etag: 'W/"7"',
      zone: 'Europe/Berlin',
      // The hour that Berlin's clock shows twice.
      set: { span: { at: new Date('2026-10-25T01:30:00Z'), minutes: 15 } },
    },
  ]);
});

test('changes come page by page; occurrences of series pass by, what was removed is told', async () => {
  nock(graph, { reqheaders: { prefer: /outlook\.timezone="UTC".*IdType="ImmutableId".*odata\.maxpagesize=100/ } })
    .get('/v1.0/users/anna/calendarView/delta')
    .query({ startDateTime: '2026-03-01T00:00:00.000Z', endDateTime: '2026-04-01T00:00:00.000Z' })
    .reply(200, sample('calendarview_delta_page1_nextlink.json'));
  const first = await calendar.changes('anna', { from: new Date('2026-03-01'), to: new Date('2026-04-01') });
  expect(first.last).toBe(false);
  expect(first.events.map(({ span }) => span)).toContainEqual({ at: new Date('2026-01-05T08:00:00Z'), minutes: 30 });
  nock(graph)
    .get('/v1.0/users/anna/calendarView/delta')
    .query({ $skiptoken: 'R0usmcCM996atia_s' })
    .reply(200, sample('calendarview_delta_page2_deltalink_removed.json'));
  const second = await calendar.changes('anna', { link: first.next });
  expect(second).toMatchObject({ last: true, removed: ['AAMkAGI1S1='] });
});

test('a link that leads nowhere any more, and one that leads elsewhere', async () => {
  const { status, body } = sample('delta_410_sync_state_not_found.json') as { status: number; body: object };
  nock(graph).get('/v1.0/users/anna/calendarView/delta').query(true).reply(status, body);
  await expect(
    calendar.changes('anna', { link: `${graph}/v1.0/users/anna/calendarView/delta?$deltatoken=old` }),
  ).rejects.toThrow(ChangesLost);
  await expect(calendar.changes('anna', { link: 'https://elsewhere.example/v1.0/users' })).rejects.toThrow('elsewhere');
});

test.each([
  [429, { 'retry-after': '30' }, 'busy', 30],
  [503, {}, 'busy', 10],
  [504, {}, 'unknown', null],
  [500, {}, 'unknown', null],
  [403, {}, 'refused', null],
  [404, {}, 'gone', null],
])('%i is taken for what it is', async (status, headers, answer, retryAfter) => {
  nock(graph)
    .get('/v1.0/users/anna/calendarView/delta')
    .query(true)
    .reply(status, { error: { code: 'Some' } }, headers);
  const fault = await calendar.changes('anna', { from: now, to: now }).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(OutsideFault);
  expect(fault).toMatchObject({ answer, retryAfter });
});

test('a gateway’s page and a broken line are no answers', async () => {
  nock(graph).get('/v1.0/users/anna/events/one').query(true).reply(502, '<html>Bad gateway</html>');
  await expect(calendar.event('anna', 'one')).rejects.toMatchObject({ answer: 'unknown' });
  nock(graph)
    .get('/v1.0/users/anna/events/one')
    .query(true)
    .replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
  await expect(calendar.event('anna', 'one')).rejects.toMatchObject({ answer: 'unknown' });
  nock(graph)
    .get('/v1.0/users/anna/events/one')
    .query(true)
    .reply(404, { error: { code: 'ErrorItemNotFound' } });
  expect(await calendar.event('anna', 'one')).toBeNull();
});

test('times are told by our clock, however wrong Graph’s is', async () => {
  const own = { ...event, lastModifiedDateTime: '2026-03-12T08:40:00Z' };
  nock(graph).get('/v1.0/users/anna/events/one').query(true).reply(200, own, { date: 'Thu, 12 Mar 2026 09:10:00 GMT' });
  expect((await calendar.event('anna', 'one'))!.changedAt).toEqual(new Date('2026-03-12T08:30:00Z'));
});

test('what is ours is found by our property, page by page, and never round in a circle', async () => {
  const property = { singleValueExtendedProperties: [{ id: crmIdProperty, value: 'a-crm-id' }] };
  const next = `${graph}/v1.0/users/anna/events?$skip=100`;
  nock(graph)
    .get('/v1.0/users/anna/events')
    .query((query) => String(query.$filter).includes(`ep/id eq '${crmIdProperty}' and ep/value ne null`))
    .reply(200, { value: [{ ...event, ...property }, event], '@odata.nextLink': next });
  nock(graph).get('/v1.0/users/anna/events').query({ $skip: '100' }).reply(200, { value: [], '@odata.nextLink': next });
  const pages = [];
  for await (const page of calendar.ours('anna')) pages.push(page.map(({ crmId }) => crmId));
  expect(pages).toEqual([['a-crm-id'], []]);
});

test('a subscription is made, renewed, and ended even when it ended already', async () => {
  nock(graph)
    .post('/v1.0/subscriptions', {
      changeType: 'created,updated,deleted',
      notificationUrl: 'https://crm.example/api/calendar/notifications',
      lifecycleNotificationUrl: 'https://crm.example/api/calendar/lifecycle',
      resource: '/users/anna/events',
      expirationDateTime: '2026-03-18T00:00:00.000Z',
      clientState: 'secret',
    })
    .reply(201, { id: 'one', expirationDateTime: '2026-03-18T00:00:00Z' });
  expect(await calendar.subscribe('anna', 'secret', new Date('2026-03-18'))).toEqual({
    id: 'one',
    until: new Date('2026-03-18'),
  });
  nock(graph)
    .patch('/v1.0/subscriptions/one', { expirationDateTime: '2026-03-20T00:00:00.000Z' })
    .reply(404, { error: { code: 'ResourceNotFound' } });
  await expect(calendar.renew('one', new Date('2026-03-20'))).rejects.toMatchObject({ answer: 'gone' });
  nock(graph).delete('/v1.0/subscriptions/one').reply(404);
  await calendar.unsubscribe('one');
});

test('the token itself tells how wide it is', async () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const wide = graphCalendar({
    token: () => Promise.resolve(`${part({ alg: 'none' })}.${part({ roles: ['Mail.Send', 'Calendars.ReadWrite'] })}.x`),
    notificationUrl: null,
    lifecycleUrl: null,
  });
  expect(await wide.grants()).toEqual(['Calendars.ReadWrite', 'Mail.Send']);
  expect(await calendar.grants()).toEqual([]);
  expect(wide.notifies).toBe(false);
});
