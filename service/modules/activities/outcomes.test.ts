import { buildActivity, buildCompany, buildUser, type Person } from '../../test/builders';
import { testApp, type TestApp } from '../../test/test-app';
import { ensureBasics } from '../../start-up';
import { companyTimeline, createOutcome, listOutcomes, updateOutcome, type OutcomeView } from './activities.contract';

let app: TestApp;
let chief: Person;
let manager: Person;
beforeAll(async () => {
  app = await testApp();
  chief = await buildUser(app, { role: 'administrator' });
  manager = await buildUser(app);
});
afterAll(() => app.close());

const outcomes = async (archived = false): Promise<OutcomeView[]> =>
  (await app.call(listOutcomes, { archived }, manager.token)).body.rows;
const ofCalls = async () => (await outcomes()).filter(({ kind }) => kind === 'call').map(({ name }) => name);

describe('the dictionary of outcomes', () => {
  test('comes filled, in the order of their places, and is edited by the administrator alone', async () => {
    expect((await ofCalls())[0]).toBe('Поговорили');
    const added = await app.call(createOutcome, { kind: 'call', name: ' Самый первый ', position: 0 }, chief.token);
    expect(added.body).toEqual({
      id: added.body.id,
      version: 1,
      kind: 'call',
      name: 'Самый первый',
      reached: true,
      preset: null,
      position: 0,
      archived: false,
    });
    const last = await app.call(createOutcome, { kind: 'call', name: 'Последний' }, chief.token);
    const names = await ofCalls();
    expect(names.slice(0, 2).sort()).toEqual(['Поговорили', 'Самый первый']);
    expect(names.at(-1)).toBe('Последний');
    const moved = { id: last.body.id, version: 1, name: 'Уже не последний', position: 3, preset: 'week' as const };
    expect((await app.call(updateOutcome, moved, chief.token)).body).toMatchObject({ version: 2, preset: 'week' });
    expect((await ofCalls()).at(-1)).not.toBe('Уже не последний');
    expect((await app.call(updateOutcome, { ...moved, name: 'Опоздавший' }, chief.token)).status).toBe(409);
    expect((await app.call(createOutcome, { kind: 'call', name: 'Своё' }, manager.token)).status).toBe(403);
  });

  test('one that is archived is offered no more, but what was logged with it keeps it', async () => {
    const { id, version, name } = (await outcomes()).find((each) => each.name === 'Думают')!;
    const company = await buildCompany(app, { ownerId: manager.id });
    await buildActivity(app, company, { status: 'done', outcomeId: id });
    await app.call(updateOutcome, { id, version, archived: true }, chief.token);
    expect((await outcomes()).map((each) => each.id)).not.toContain(id);
    expect((await outcomes(true)).map((each) => each.id)).toContain(id);
    const { rows } = (await app.call(companyTimeline, { companyId: company.id }, manager.token)).body;
    expect(rows[0]!.outcome).toEqual({ id, name });
  });

  test('the next start leaves the administrator’s dictionary as it is', async () => {
    const before = await outcomes(true);
    await ensureBasics(app.deps, null);
    expect(await outcomes(true)).toEqual(before);
  });
});
