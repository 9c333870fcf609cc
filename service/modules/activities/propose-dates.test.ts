import { buildCompany, buildUser } from '../../test/builders';
import { testApp, type TestApp } from '../../test/test-app';
import type { Company } from '../companies/companies.entity';
import { createAbsence } from '../users/users.contract';
import { setCalendarDay } from '../working-time/working-time.contract';
import { nextContactPresets } from './activities.contract';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
/** Thursday, noon in Moscow. */
beforeEach(() => app.clock.set('2026-03-12T09:00:00.000Z'));
afterAll(() => app.close());

async function presets(company: Company, token: string): Promise<Record<string, string>> {
  const { rows } = (await app.call(nextContactPresets, { companyId: company.id }, token)).body;
  return Object.fromEntries(rows.map(({ key, at, moved }) => [key, `${at.slice(0, 16)}${moved ? ` ${moved}` : ''}`]));
}

describe('dates to choose the next contact from', () => {
  test('skip weekends, at this time of day by the company’s clock', async () => {
    const anna = await buildUser(app);
    expect(await presets(await buildCompany(app, { ownerId: anna.id }), anna.token)).toEqual({
      twoHours: '2026-03-12T11:00',
      tomorrow: '2026-03-13T09:00',
      threeDays: '2026-03-16T09:00 weekend',
      week: '2026-03-19T09:00',
      twoWeeks: '2026-03-26T09:00',
      month: '2026-04-13T09:00 weekend',
    });
  });

  test('where it is evening already, the hour is within the company’s day', async () => {
    const anna = await buildUser(app);
    const far = await buildCompany(app, { ownerId: anna.id, city: 'Владивосток' });
    expect(await presets(far, anna.token)).toMatchObject({
      // Closed at 18:00 there: the opening of the next day, and its last quarter of an hour.
      twoHours: '2026-03-12T23:00',
      tomorrow: '2026-03-13T07:45',
    });
  });

  test('skip the holidays of the customer’s country, and those the administrator adds', async () => {
    app.clock.set('2026-04-30T09:00:00.000Z');
    const anna = await buildUser(app);
    const chief = await buildUser(app, { role: 'administrator' });
    const [russian, kazakh] = [
      await buildCompany(app, { ownerId: anna.id }),
      await buildCompany(app, { ownerId: anna.id, city: 'Алматы', country: 'KZ' }),
    ];
    expect((await presets(russian, anna.token)).tomorrow).toBe('2026-05-04T09:00 holiday');
    expect((await presets(kazakh, anna.token)).tomorrow).toMatch(/^2026-05-04T.* holiday$/);
    const holiday = { country: 'RU' as const, date: '2026-05-04', kind: 'holiday' as const };
    await app.call(setCalendarDay, holiday, chief.token);
    expect((await presets(russian, anna.token)).tomorrow).toBe('2026-05-05T09:00 holiday');
    expect((await presets(kazakh, anna.token)).tomorrow).toMatch(/^2026-05-04T/);
  });

  test('skip the absences of the company’s manager, whoever asks', async () => {
    const [anna, chief] = [await buildUser(app), await buildUser(app, { role: 'administrator' })];
    const company = await buildCompany(app, { ownerId: anna.id });
    await app.call(createAbsence, { from: '2026-03-13', to: '2026-03-19', reason: 'отпуск' }, anna.token);
    await app.call(createAbsence, { from: '2026-03-26', to: '2026-03-26' }, chief.token);
    for (const { token } of [anna, chief])
      expect(await presets(company, token)).toMatchObject({
        tomorrow: '2026-03-20T09:00 absence',
        threeDays: '2026-03-20T09:00 weekend',
        week: '2026-03-20T09:00 absence',
        twoWeeks: '2026-03-26T09:00',
      });
  });

  test('are nobody’s business who does not see the company', async () => {
    const company = await buildCompany(app, { ownerId: (await buildUser(app)).id });
    const stranger = await buildUser(app);
    const { status } = await app.call(nextContactPresets, { companyId: company.id }, stranger.token);
    expect(status).toBe(404);
  });
});
