import { randomFrom } from '../../../database/seeds/generate';
import { sql } from '../../kernel/sql';
import { buildActivity, buildCompany, buildUser, type Person } from '../../test/builders';
import { testApp, type TestApp } from '../../test/test-app';
import { callList } from './activities.contract';

let app: TestApp;
let anna: Person;
beforeAll(async () => {
  app = await testApp();
  anna = await buildUser(app);
});
afterAll(() => app.close());

const moments = ['2026-03-01T09:00:00Z', '2026-03-05T09:00:00Z', '2026-03-05T09:00:00.001Z', '2026-03-20T09:00:00Z'];
const random = randomFrom(7);
let serial = 0;

/** Many share a moment: the id alone tells them apart. */
async function add(at = moments[Math.floor(random() * moments.length)]!): Promise<string> {
  const company = await buildCompany(app, { name: `Компания ${(serial += 1)}`, ownerId: anna.id });
  await buildActivity(app, company, { at: new Date(at) });
  return company.id;
}

const page = async (limit: number, after?: string, filter = {}) =>
  (await app.call(callList, { limit, after, ...filter }, anna.token)).body;

describe('walking the call list page by page', () => {
  test('meets every row exactly once, in order, while rows are added between the pages', async () => {
    const there: string[] = [];
    for (let number = 0; number < 45; number += 1) there.push(await add());
    const walked: { id: string; at: string }[] = [];
    let after: string | undefined;
    let added = 0;
    do {
      const { rows, next } = await page(7, after);
      walked.push(...rows.map(({ id, nextContact }) => ({ id, at: nextContact!.at })));
      after = next ?? undefined;
      // Before the place we stand at, at it, and behind it.
      for (const at of [moments[0]!, moments[1]!, '2026-03-25T09:00:00Z']) {
        if (added < 15) await add(at);
        added += 1;
      }
    } while (after);

    const ids = walked.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(there.filter((id) => !ids.includes(id))).toEqual([]);
    expect(walked.map(({ at }) => at)).toEqual(walked.map(({ at }) => at).sort());
  });

  test('goes on when the very row it stood at is gone', async () => {
    const boris = await buildUser(app);
    const names = ['а', 'б', 'в', 'г', 'д'];
    for (const name of names) await buildCompany(app, { name, ownerId: boris.id });
    const call = async (after?: string) =>
      (await app.call(callList, { bucket: 'none', limit: 2, after }, boris.token)).body;
    const first = await call();
    await app.write((ctx) => ctx.db.run(sql`update company set deletedAt = ${ctx.clock.now()} where name = ${'б'}`));
    const second = await call(first.next!);
    const third = await call(second.next!);
    expect([first, second, third].map(({ rows }) => rows.map(({ name }) => name).join(''))).toEqual(['аб', 'вг', 'д']);
    expect(third.next).toBeNull();
  });

  test('a page that ends with the last row has no next one', async () => {
    const vera = await buildUser(app);
    for (let number = 0; number < 4; number += 1) await buildCompany(app, { ownerId: vera.id });
    const call = async (limit: number) => (await app.call(callList, { bucket: 'none', limit }, vera.token)).body;
    expect((await call(4)).next).toBeNull();
    expect((await call(3)).next).not.toBeNull();
  });

  test('a cursor that is none, or of another list, is refused by its field', async () => {
    const ofNames = Buffer.from(JSON.stringify(['имя', 'id'])).toString('base64url');
    for (const after of ['garbage', '%%%', 'W10', ofNames]) {
      const { status, body } = await app.call(callList, { after }, anna.token);
      expect({ after, status, fields: body.fields }).toEqual({
        after,
        status: 400,
        fields: { after: 'не продолжение этого списка' },
      });
    }
  });
});
