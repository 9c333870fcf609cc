import { outlookCalendar, startOf, type OutlookCalendar } from '../../../playground/test/outlook-calendar';
import { buildCompany, type Person } from '../../test/builders';
import { logActivity, updateActivity } from '../activities/activities.contract';
import { getCompany } from '../companies/companies.contract';

let world: OutlookCalendar;
let anna: Person;
beforeEach(async () => {
  world = await outlookCalendar();
  anna = await world.person({ name: 'Анна' });
});
afterEach(() => world.close());

const plan = async (at: string, more: object = {}) => {
  const company = await buildCompany(world.app, { name: 'ООО «Ромашка»', ownerId: anna.id });
  const answer = await world.app.call(
    logActivity,
    { companyId: company.id, kind: 'call', status: 'planned', at, note: 'Обсудить цену', ...more },
    anna.token,
  );
  expect(answer.status).toBe(200);
  await world.settle();
  return { company, activity: answer.body.activity };
};

test('a planned call stands in its manager’s calendar, free, with a reminder, and nobody is invited', async () => {
  await plan('2026-03-16T11:00:00Z');
  const [event, ...others] = world.ours(anna);
  expect(others).toEqual([]);
  expect(event).toMatchObject({
    subject: 'Звонок: ООО «Ромашка»',
    span: { at: new Date('2026-03-16T11:00:00Z'), minutes: 15 },
    originalZone: 'Russian Standard Time',
    showAs: 'free',
    reminder: 15,
    attendees: [],
  });
  expect(event!.body).toContain('Обсудить цену');
  expect(event!.body).toContain('https://crm.example/companies/');
});

test('dragged in Outlook, the next contact follows, counted as put off; and the other way round', async () => {
  const { company, activity } = await plan('2026-03-16T11:00:00Z');
  const [event] = world.ours(anna);
  world.graph.store.change(world.mailboxOf(anna), event!, {
    start: { dateTime: '2026-03-17T15:30:00', timeZone: 'Russian Standard Time' },
    end: { dateTime: '2026-03-17T16:00:00', timeZone: 'Russian Standard Time' },
  });
  await world.settle();
  const card = (await world.app.call(getCompany, { id: company.id }, anna.token)).body;
  expect(card.nextContact).toMatchObject({ at: '2026-03-17T12:30:00.000Z', postponed: 1 });

  const [planned] = card.planned;
  await world.app.call(
    updateActivity,
    { id: activity.id, version: planned!.version, at: '2026-03-18T08:00:00Z' },
    anna.token,
  );
  await world.settle();
  expect(world.ours(anna).map(startOf)).toEqual(['2026-03-18T08:00:00.000Z']);
  // He had made it longer.
  expect(world.ours(anna)[0]!.span).toMatchObject({ minutes: 30 });
});
