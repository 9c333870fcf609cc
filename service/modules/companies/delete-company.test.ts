import { makeInn } from '../../../database/seeds/generate';
import { buildActivity, buildCompany, buildUser, type Person } from '../../test/builders';
import { testApp, type TestApp } from '../../test/test-app';
import { callCounts, callList, companyTimeline, listPlanned, logActivity } from '../activities/activities.contract';
import { undoChange } from '../system/system.contract';
import {
  companyChanges,
  createCompany,
  deleteCompany,
  findLookalikes,
  getCompany,
  listBirthdays,
  listCompanies,
  updateContact,
} from './companies.contract';
import type { Company } from './companies.entity';

let app: TestApp;
let chief: Person;
beforeAll(async () => {
  app = await testApp();
  chief = await buildUser(app, { role: 'administrator' });
});
beforeEach(() => app.clock.set('2026-03-12T09:00:00.000Z'));
afterAll(() => app.close());

let serial = 0;
async function fullCompany(): Promise<Company> {
  serial += 1;
  const company = await buildCompany(app, {
    name: `ООО «Исчезающая ${serial}»`,
    ownerId: chief.id,
    phones: [`+7 495 700-00-0${serial}`],
    inn: makeInn(77, 700 + serial),
    kpp: '770001001',
    contacts: [{ name: 'Именинник', birthday: { day: 13, month: 3, year: null } }],
  });
  await buildActivity(app, company, { at: new Date('2026-03-12T10:00:00Z') });
  return company;
}

const remove = (id: string, version = 1) => app.call(deleteCompany, { id, version }, chief.token);

/** Every place that a company is met in → whether this one is there. */
async function places({ id, name, phones }: Company): Promise<Record<string, boolean>> {
  const has = (rows: { id?: string; company?: { id: string } }[]) =>
    rows.some((row) => row.id === id || row.company?.id === id);
  const { token } = chief;
  return {
    card: (await app.call(getCompany, { id }, token)).status === 200,
    timeline: (await app.call(companyTimeline, { companyId: id }, token)).status === 200,
    changes: (await app.call(companyChanges, { id }, token)).status === 200,
    list: has((await app.call(listCompanies, { owner: chief.id }, token)).body.rows),
    search: has((await app.call(listCompanies, { search: name }, token)).body.rows),
    calls: has((await app.call(callList, {}, token)).body.rows),
    counts: (await app.call(callCounts, { search: name }, token)).body.today.value === 1,
    plan: has((await app.call(listPlanned, {}, token)).body.rows),
    birthdays: has((await app.call(listBirthdays, {}, token)).body.rows),
    byName: has((await app.call(findLookalikes, { name }, token)).body.rows),
    byPhone: has((await app.call(findLookalikes, { phone: phones[0]!.text }, token)).body.rows),
  };
}
const everywhere = (there: boolean) => Object.fromEntries(placesNames.map((name) => [name, there]));
const placesNames = 'card timeline changes list search calls counts plan birthdays byName byPhone'.split(' ');

describe('a deleted company', () => {
  test('is nowhere, and undo brings it back everywhere', async () => {
    const company = await fullCompany();
    expect(await places(company)).toEqual(everywhere(true));
    const before = (await app.call(getCompany, { id: company.id }, chief.token)).body;
    const { changeId } = await remove(company.id);
    expect(await places(company)).toEqual(everywhere(false));

    app.clock.advance({ minutes: 9 });
    expect((await app.call(undoChange, { changeId }, chief.token)).status).toBe(200);
    expect(await places(company)).toEqual(everywhere(true));
    const after = (await app.call(getCompany, { id: company.id }, chief.token)).body;
    expect({ ...after, version: 0, callWindow: null }).toMatchObject({
      name: before.name,
      contacts: before.contacts,
      planned: before.planned,
      nextContact: before.nextContact,
      assignments: before.assignments,
    });
    expect(after.legalEntities.map(({ inn, kpp }) => [inn, kpp])).toEqual(
      before.legalEntities.map(({ inn, kpp }) => [inn, kpp]),
    );
    const { rows } = (await app.call(companyChanges, { id: company.id }, chief.token)).body;
    expect(rows.filter(({ entity }) => entity === 'company').map(({ action }) => action)).toEqual([
      'restore',
      'delete',
      'create',
    ]);
  });

  test('takes no more writes, on itself or on what hangs on it', async () => {
    const company = await fullCompany();
    const [contact] = (await app.call(getCompany, { id: company.id }, chief.token)).body.contacts;
    await remove(company.id);
    expect((await remove(company.id, 2)).status).toBe(404);
    const rename = { id: contact!.id, version: 1, name: 'Никто' };
    expect((await app.call(updateContact, rename, chief.token)).status).toBe(404);
    const call = { companyId: company.id, kind: 'call' as const, note: 'В пустоту' };
    expect((await app.call(logActivity, call, chief.token)).status).toBe(404);
  });

  test('gives its INN and KPP free: the same customer may be written down again', async () => {
    const company = await fullCompany();
    const again = { name: 'Та же самая', inn: makeInn(77, 700 + serial), kpp: '770001001' };
    expect((await app.call(createCompany, again, chief.token)).status).toBe(409);
    const { changeId } = await remove(company.id);
    expect((await app.call(createCompany, again, chief.token)).status).toBe(200);
    // Both at once cannot be: bringing the first one back is refused, whole.
    expect((await app.call(undoChange, { changeId }, chief.token)).status).toBe(409);
    expect((await app.call(getCompany, { id: company.id }, chief.token)).status).toBe(404);
  });

  test('is not deleted over somebody else’s change', async () => {
    const company = await fullCompany();
    expect(await remove(company.id, 2)).toMatchObject({
      status: 409,
      body: { code: 'stale', current: { version: 1 } },
    });
    expect((await app.call(getCompany, { id: company.id }, chief.token)).status).toBe(200);
  });
});
