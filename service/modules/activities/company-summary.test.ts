import fc from 'fast-check';
import { findRow, findRows } from '../../kernel/rows';
import { buildCompany, buildUser, type Person } from '../../test/builders';
import { testApp, type TestApp } from '../../test/test-app';
import { updateCompany } from '../companies/companies.contract';
import { Company } from '../companies/companies.entity';
import { undoChange } from '../system/system.contract';
import { deleteActivity, logActivity, updateActivity } from './activities.contract';
import { Activity, Outcome } from './activities.entity';

let app: TestApp;
let chief: Person;
let outcomes: Outcome[];
beforeAll(async () => {
  app = await testApp();
  chief = await buildUser(app, { role: 'administrator' });
  outcomes = await findRows(app.deps.database.read, Outcome, {});
});
afterAll(() => app.close());

const start = Date.parse('2026-03-12T09:00:00.000Z');
const hour = 3_600_000;

/** What somebody does; `which` picks one of the activities that are there. */
const operation = fc.record({
  does: fc.constantFrom(
    'log',
    'note',
    'plan',
    'complete',
    'move',
    'correct',
    'cancel',
    'pin',
    'delete',
    'undo',
    'edit',
  ),
  which: fc.nat(50),
  hours: fc.integer({ min: -60, max: 60 }),
  next: fc.option(fc.integer({ min: 0, max: 90 })),
  outcome: fc.nat(50),
});
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

async function perform(company: Company, { does, which, hours, next, outcome }: Operation, changes: string[]) {
  const read = app.deps.database.read;
  const living = (await findRows(read, Activity, { companyId: company.id })).filter((row) => !row.deletedAt);
  const chosen =
    does === 'complete' || does === 'cancel' ? living.filter(({ status }) => status === 'planned') : living;
  const { id = 'none', version = 1 } = chosen[which % Math.max(1, chosen.length)] ?? {};
  const calls = outcomes.filter(({ kind }) => kind === 'call');
  const at = new Date(start + hours * hour).toISOString();
  const said = {
    companyId: company.id,
    kind: 'call' as const,
    note: which % 3 ? `Сказано ${which}` : null,
    outcomeId: calls[outcome % calls.length]!.id,
    ...(next === null
      ? {}
      : { next: next ? { at: new Date(start + next * hour).toISOString() } : { none: 'Незачем' } }),
  };
  const { token } = chief;
  switch (does) {
    case 'log':
      return app.call(logActivity, { ...said, at }, token);
    case 'note':
      return app.call(logActivity, { companyId: company.id, kind: 'note', note: `Заметка ${which}`, at }, token);
    case 'plan':
      return app.call(logActivity, { companyId: company.id, kind: 'meeting', status: 'planned', at }, token);
    case 'complete':
      return app.call(logActivity, { ...said, completes: id }, token);
    case 'move':
    case 'correct':
      return app.call(
        updateActivity,
        { id, version, at, ...(does === 'correct' ? { note: `Иначе ${which}` } : {}) },
        token,
      );
    case 'cancel':
      return app.call(updateActivity, { id, version, cancel: 'Отменено' }, token);
    case 'pin':
      return app.call(updateActivity, { id, version, pinned: which % 2 === 0 }, token);
    case 'delete':
      return app.call(deleteActivity, { id, version }, token);
    case 'undo':
      return app.call(undoChange, { changeId: changes[which % Math.max(1, changes.length)] ?? 'none' }, token);
    case 'edit': {
      const now = (await findRow(read, Company, { id: company.id }))!;
      return app.call(updateCompany, { id: company.id, version: now.version, notes: `Правка ${which}` }, token);
    }
  }
}

/** The summary as it follows from the activities alone. */
async function derived(companyId: string) {
  const rows = (await findRows(app.deps.database.read, Activity, { companyId })).filter((row) => !row.deletedAt);
  const inOrder = (status: Activity['status']) =>
    rows
      .filter((row) => row.status === status)
      .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
  const [next] = inOrder('planned');
  const done = inOrder('done');
  const last = done.at(-1);
  const outcome = outcomes.find(({ id }) => id === last?.outcomeId);
  return {
    nextContactAt: next?.at ?? null,
    nextContactId: next?.id ?? null,
    nextContactKind: next?.kind ?? null,
    nextPostponed: next?.postponed ?? 0,
    lastContactAt: done.filter(({ kind }) => kind !== 'note').at(-1)?.at ?? null,
    lastNote: last?.note ?? outcome?.name ?? null,
  };
}

test('whatever is done, in whatever order, the summary on the company is what follows from its activities', async () => {
  const tried = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 40, maxLength: 40 }), async (operations) => {
      app.clock.set(new Date(start).toISOString());
      const company = await buildCompany(app, { ownerId: chief.id });
      const changes: string[] = [];
      for (const each of operations) {
        app.clock.advance({ minutes: 1 });
        const { status, changeId } = await perform(company, each, changes);
        expect(status).not.toBe(500);
        if (status === 200) {
          changes.push(changeId);
          tried.set(each.does, (tried.get(each.does) ?? 0) + 1);
        }
        const kept = (await findRow(app.deps.database.read, Company, { id: company.id }))!;
        expect(kept).toMatchObject(await derived(company.id));
        if (kept.nextContactAt) expect(kept.noNextReason).toBeNull();
      }
    }),
    { seed: 20260312, numRuns: 5, endOnFailure: true },
  );
  // Every kind of operation got through a few times, or the test would say nothing.
  expect([...tried].filter(([, times]) => times < 3)).toEqual([]);
  expect(tried.size).toBe(11);
}, 120_000);
