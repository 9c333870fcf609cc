import { Company, Contact } from '../modules/companies/companies.entity';
import { Department, User } from '../modules/users/users.entity';
import { buildCompany, buildUser } from '../test/builders';
import { testApp, type TestApp } from '../test/test-app';
import { AuditEntry } from './audit';
import { findRecord, insertRecord, removeRecord, requireVersion, updateRecord } from './records';
import { findRow, findRows } from './rows';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
beforeEach(() => app.clock.set('2026-03-12T09:00:00.000Z'));
afterAll(() => app.close());

const history = async (recordId: string) =>
  (await findRows(app.deps.database.read, AuditEntry, { recordId })).map(({ action, fields }) => [action, fields]);
const department = (name: string) => app.write((ctx) => insertRecord(ctx, Department, { name }));

describe('a record is written together with its history', () => {
  test('from its creation to its end', async () => {
    const made = await department('Продажи');
    expect(made).toMatchObject({ name: 'Продажи', version: 1 });
    const changed = await app.write((ctx) => updateRecord(ctx, Department, made, { name: 'Сбыт' }));
    expect(changed).toEqual({ ...made, name: 'Сбыт', version: 2 });
    await app.write((ctx) => removeRecord(ctx, Department, changed));
    expect(await findRow(app.deps.database.read, Department, { id: made.id })).toBeNull();
    expect(await history(made.id)).toEqual([
      ['create', { name: [null, 'Продажи'] }],
      ['update', { name: ['Продажи', 'Сбыт'] }],
      ['delete', { name: ['Сбыт', null] }],
    ]);
  });

  test('all of one call under one change, by who did it, at the clock’s time', async () => {
    const ids = await app.write(async (ctx) => [
      (await insertRecord(ctx, Department, { name: 'Раз' })).id,
      (await insertRecord(ctx, Department, { name: 'Два' })).id,
    ]);
    const entries = await Promise.all(ids.map((id) => findRow(app.deps.database.read, AuditEntry, { recordId: id })));
    expect(entries[0]!.changeId).toBe(entries[1]!.changeId);
    for (const entry of entries)
      expect(entry).toMatchObject({ userId: null, at: new Date('2026-03-12T09:00:00Z'), entity: 'department' });
  });

  test('or not at all: what fails at the end takes the row and its history with it', async () => {
    let id = '';
    const attempt = app.write(async (ctx) => {
      ({ id } = await insertRecord(ctx, Department, { name: 'Напрасно' }));
      throw new Error('too late');
    });
    await expect(attempt).rejects.toThrow('too late');
    expect(await findRow(app.deps.database.read, Department, { id })).toBeNull();
    expect(await history(id)).toEqual([]);
  });

  test('the same values again write nothing', async () => {
    const made = await department('Тот же');
    expect(await app.write((ctx) => updateRecord(ctx, Department, made, { name: 'Тот же' }))).toBe(made);
    expect(await history(made.id)).toHaveLength(1);
  });

  test('a marked one counts as gone, but its row stays', async () => {
    const company = await buildCompany(app, { contacts: [{ name: 'Пётр' }] });
    const contact = (await findRow(app.deps.database.read, Contact, { companyId: company.id }))!;
    await app.write((ctx) => removeRecord(ctx, Contact, contact));
    expect(await app.write((ctx) => findRecord(ctx, Contact, { id: contact.id }))).toBeNull();
    expect(await findRow(app.deps.database.read, Contact, { id: contact.id })).toMatchObject({
      name: 'Пётр',
      version: 2,
      deletedAt: new Date('2026-03-12T09:00:00Z'),
    });
  });
});

describe('the history tells what people did, not what follows from it', () => {
  test('secrets are changed, without values; derived columns are not mentioned and leave the version alone', async () => {
    const user = await buildUser(app);
    await app.write((ctx) => updateRecord(ctx, User, user, { passwordHash: 'another', lastSeenAt: ctx.clock.now() }));
    expect((await history(user.id)).at(-1)).toEqual(['update', { passwordHash: ['•', '•'] }]);

    const company = await buildCompany(app);
    const seen = await app.write((ctx) => updateRecord(ctx, Company, company, { lastNote: 'Из действий' }));
    expect(seen.version).toBe(1);
    expect(await history(company.id)).toHaveLength(1);
  });
});

describe('nobody writes over a change that he has not seen', () => {
  test('whoever comes second with the same version is refused', async () => {
    const made = await department('Спорный');
    await app.write((ctx) => updateRecord(ctx, Department, made, { name: 'Первый' }));
    const late = app.write((ctx) => updateRecord(ctx, Department, made, { name: 'Второй' }));
    await expect(late).rejects.toMatchObject({ status: 409, code: 'stale' });
    expect(() => requireVersion({ id: made.id, version: 2 }, 1)).toThrow('stale');
    expect(() => requireVersion({ id: made.id, version: 2 }, 2)).not.toThrow();
  });

  test('of many at once exactly one gets through', async () => {
    const made = await department('Гонка');
    const attempts = Array.from({ length: 10 }, (_, number) =>
      app.write((ctx) => updateRecord(ctx, Department, made, { name: `Победитель ${number}` })),
    );
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await history(made.id)).toHaveLength(2);
  });
});
