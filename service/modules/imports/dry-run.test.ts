import fc from 'fast-check';
import { makeInn } from '../../../database/seeds/generate';
import { buildUser, type Person } from '../../test/builders';
import { csv, reportOf, run, upload } from '../../test/files';
import { testApp, type TestApp } from '../../test/test-app';

let app: TestApp;
let chief: Person;
beforeAll(async () => {
  app = await testApp();
  chief = await buildUser(app, { role: 'administrator' });
});
afterAll(() => app.close());

/** Few values, so that rows meet in every way: the same name elsewhere, the same INN with another KPP … */
const one = (most: number) => fc.option(fc.nat(most), { nil: null });
const row = fc.record({
  name: fc.nat(3),
  inn: one(2),
  kpp: one(1),
  city: one(1),
  phone: one(2),
  email: one(2),
  person: one(1),
  notes: one(1),
});
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

const headers = ['Название', 'ИНН', 'КПП', 'Город', 'Телефон', 'E-mail', 'Контактное лицо', 'Комментарий'];
let files = 0;
/** Every file speaks of companies of its own. */
function writer() {
  files += 1;
  const mark = files;
  const text = (value: number | null, of: (value: number) => string) => (value === null ? '' : of(value));
  return (rows: Row[]) =>
    csv([
      headers,
      ...rows.map(({ name, inn, kpp, city, phone, email, person, notes }) => [
        `${['ООО «Альфа', 'Бета', 'АО «Гамма', 'Дельта'][name]!}-${mark}`,
        text(inn, (value) => makeInn(10 + value, mark)),
        text(kpp, (value) => `77000100${value + 1}`),
        text(city, (value) => ['Омск', 'Томск'][value]!),
        text(phone, (value) => `8 495 ${String(mark).padStart(3, '0')}-00-0${value}`),
        text(email, (value) => [`a@one${mark}.example`, `b@one${mark}.example`, 'common@mail.ru'][value]!),
        text(person, (value) => ['Иванов Иван', 'Петрова Анна'][value]!),
        text(notes, (value) => ['Просили звонить утром', 'Берут мелкий опт'][value]!),
      ]),
    ]);
}

const results = async (id: string) =>
  (await reportOf(app, chief.token, id)).map(({ row: number, result, reasons }) => [
    number,
    result,
    reasons.map(({ field, message }) => `${field}: ${message}`).join('; '),
  ]);

test('whatever the file, into whatever is there, the dry run says what the run does, row by row', async () => {
  const seen = { created: 0, updated: 0, skipped: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 8 }),
      fc.array(row, { minLength: 2, maxLength: 25 }),
      async (before, rows) => {
        const file = writer();
        // Ids are told apart in order four thousand times a millisecond, and this clock stands still.
        app.clock.advance({ minutes: 1 });
        if (before.length) await run(app, chief.token, (await upload(app, chief.token, 'a.csv', file(before))).body);
        const { body } = await upload(app, chief.token, 'b.csv', file(rows));
        const foretold = await run(app, chief.token, body, { dryRun: true });
        const said = await results(body.id);
        const done = await run(app, chief.token, body);
        expect(await results(body.id)).toEqual(said);
        expect(done.counts).toEqual(foretold.counts);
        const again = await run(app, chief.token, (await upload(app, chief.token, 'b.csv', file(rows))).body);
        expect(again.counts).toMatchObject({ created: 0, refused: 0 });
        for (const key of ['created', 'updated', 'skipped'] as const) seen[key] += done.counts[key];
      },
    ),
    { seed: 20260312, numRuns: 40 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
}, 120_000);
