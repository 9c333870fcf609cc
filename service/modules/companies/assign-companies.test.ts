import { buildActivity, buildCompany, buildDepartment, buildUser, type Person } from '../../test/builders';
import { testApp, type TestApp } from '../../test/test-app';
import { listPlanned } from '../activities/activities.contract';
import { undoChange } from '../system/system.contract';
import { assignCompanies, companyChanges, getCompany, listCompanies } from './companies.contract';

let app: TestApp;
let chief: Person;
let head: Person;
let anna: Person;
let boris: Person;
let vera: Person;
beforeAll(async () => {
  app = await testApp();
  const [west, east] = [await buildDepartment(app, 'Запад'), await buildDepartment(app, 'Восток')];
  chief = await buildUser(app, { role: 'administrator' });
  head = await buildUser(app, { role: 'head', departmentId: west.id, name: 'Глеб Озеров' });
  anna = await buildUser(app, { departmentId: west.id, name: 'Анна Светлова' });
  boris = await buildUser(app, { departmentId: west.id, name: 'Борис Лугов' });
  vera = await buildUser(app, { departmentId: east.id, name: 'Вера Северная' });
});
beforeEach(() => app.clock.set('2026-03-12T09:00:00.000Z'));
afterAll(() => app.close());

const assign = (ids: string[], ownerId: string | null, by: Person, why?: string) =>
  app.call(assignCompanies, { ids, ownerId, why }, by.token);
const card = async (id: string, by: Person = chief) => (await app.call(getCompany, { id }, by.token)).body;
const ownerOf = async (id: string) => (await card(id)).owner?.id ?? null;

describe('a company is handed over', () => {
  test('the new manager sees it, the old one no more; the card tells who gave it, when and why', async () => {
    const { id } = await buildCompany(app, { ownerId: anna.id });
    app.clock.advance({ days: 2 });
    const { status, body } = await assign([id], boris.id, head, 'Анна в отпуске');
    expect({ status, body }).toEqual({ status: 200, body: { assigned: 1, unchanged: 0 } });
    expect((await app.call(getCompany, { id }, anna.token)).status).toBe(404);
    expect(await card(id, boris)).toMatchObject({
      owner: { id: boris.id },
      assignedSince: '2026-03-14T09:00:00.000Z',
      assignments: [
        { owner: { name: 'Борис Лугов' }, from: '2026-03-14T09:00:00.000Z', to: null, why: 'Анна в отпуске' },
        { owner: { name: 'Анна Светлова' }, from: '2026-03-12T09:00:00.000Z', to: '2026-03-14T09:00:00.000Z' },
      ],
    });
    const { rows } = (await app.call(companyChanges, { id }, boris.token)).body;
    expect(rows[0]).toMatchObject({ by: { name: 'Глеб Озеров' }, fields: { ownerId: [anna.id, boris.id] } });
  });

  test('what is planned follows, what is done stays with who did it', async () => {
    const company = await buildCompany(app, { ownerId: anna.id });
    const planned = await buildActivity(app, company, { at: new Date('2026-03-20T09:00:00Z') });
    await buildActivity(app, company, { status: 'done', authorId: anna.id, note: 'Поговорили' });
    await assign([company.id], boris.id, head);
    const { planned: coming, activities } = await card(company.id, boris);
    expect(coming).toMatchObject([{ id: planned.id, owner: { id: boris.id }, author: { id: anna.id } }]);
    expect(activities).toMatchObject([{ owner: { id: anna.id }, author: { id: anna.id } }]);
    const plan = await app.call(listPlanned, { owner: boris.id }, boris.token);
    expect(plan.body.rows.map(({ id }) => id)).toEqual([planned.id]);
  });

  test('to the common base, from where only those who see all take it', async () => {
    const { id } = await buildCompany(app, { ownerId: anna.id });
    await assign([id], null, head);
    expect(await card(id)).toMatchObject({
      owner: null,
      assignedSince: null,
      assignments: [{ to: expect.any(String) }],
    });
    expect((await assign([id], anna.id, head)).status).toBe(404);
    expect((await assign([id], anna.id, chief)).body).toEqual({ assigned: 1, unchanged: 0 });
    expect(await ownerOf(id)).toBe(anna.id);
  });

  test('and back again when the giver undoes it', async () => {
    const company = await buildCompany(app, { ownerId: anna.id });
    const planned = await buildActivity(app, company, { at: new Date('2026-03-20T09:00:00Z') });
    const before = await card(company.id);
    app.clock.advance({ minutes: 3 });
    const { changeId } = await assign([company.id], boris.id, head);
    app.clock.advance({ minutes: 3 });
    expect((await app.call(undoChange, { changeId }, head.token)).status).toBe(200);
    expect(await card(company.id)).toMatchObject({
      owner: before.owner,
      assignedSince: before.assignedSince,
      assignments: before.assignments,
      planned: [{ id: planned.id, owner: { id: anna.id } }],
    });
  });
});

describe('many at once', () => {
  const three = () => Promise.all([1, 2, 3].map(() => buildCompany(app, { ownerId: anna.id })));

  test('all of them; one that is there already, or is named twice, changes nothing', async () => {
    const ids = (await three()).map(({ id }) => id);
    await assign([ids[0]!], boris.id, head);
    expect((await assign([...ids, ids[1]!], boris.id, head)).body).toEqual({ assigned: 2, unchanged: 1 });
    expect(await Promise.all(ids.map(ownerOf))).toEqual([boris.id, boris.id, boris.id]);
    expect((await card(ids[0]!)).assignments).toHaveLength(2);
  });

  test('or none: one out of reach among them leaves all where they were', async () => {
    const ids = (await three()).map(({ id }) => id);
    const foreign = await buildCompany(app, { ownerId: vera.id });
    expect((await assign([ids[0]!, foreign.id, ids[1]!], boris.id, head)).status).toBe(404);
    expect((await assign([...ids, 'no-such'], boris.id, chief)).status).toBe(404);
    expect(await Promise.all(ids.map(ownerOf))).toEqual([anna.id, anna.id, anna.id]);
  });
});

describe('who may', () => {
  test('a head only within the department: both the giver’s companies and the taker', async () => {
    const { id } = await buildCompany(app, { ownerId: anna.id });
    expect((await assign([id], vera.id, head)).status).toBe(403);
    const hers = await buildCompany(app, { ownerId: vera.id });
    expect((await assign([hers.id], anna.id, head)).status).toBe(404);
    expect([await ownerOf(id), await ownerOf(hers.id)]).toEqual([anna.id, vera.id]);
    expect((await assign([id, hers.id], boris.id, chief)).body.assigned).toBe(2);
  });

  test('a manager not at all, and nobody to somebody who does not work here', async () => {
    const { id } = await buildCompany(app, { ownerId: anna.id });
    expect((await assign([id], boris.id, anna)).status).toBe(403);
    const blocked = await buildUser(app, { status: 'blocked' });
    for (const ownerId of [blocked.id, 'no-such'])
      expect((await assign([id], ownerId, chief)).body.fields).toEqual({
        ownerId: 'нет такого работающего сотрудника',
      });
    expect((await app.call(listCompanies, { owner: anna.id }, anna.token)).body.rows.map((row) => row.id)).toContain(
      id,
    );
  });
});
