import { buildCompany, buildUser, type Person } from '../../test/builders';
import { testApp, testClock, type TestApp } from '../../test/test-app';
import { inTransaction } from '../../kernel/context';
import { identityOf } from '../users/users.public';
import { companies, sentences } from './fixtures/sentences';
import { findMentioned } from './find-company';
import { readSentence } from './read-sentence';

/**
 * How well a sentence is understood: every sentence of the corpus is read and its company looked for, as the chat does.
 * The floor keeps what was reached; the figures stand in docs/performance.md.
 */
const floor = { whole: 0.9, company: 0.95, what: 0.95, next: 0.95, note: 0.9 };

let app: TestApp;
let manager: Person;
beforeAll(async () => {
  app = await testApp({ clock: testClock() });
  manager = await buildUser(app);
  for (const name of companies) await buildCompany(app, { name, ownerId: manager.id });
});
afterAll(() => app.close());

const local = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Moscow', dateStyle: 'short', timeStyle: 'short' });

test('the corpus of sentences', async () => {
  const rows = sentences
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()) as [string, string, string, string, string]);
  expect(rows.length).toBeGreaterThanOrEqual(150);
  const user = await identityOf(app.deps, manager.id);
  const right = { whole: 0, company: 0, what: 0, next: 0, note: 0 };
  const wrong: string[] = [];
  await inTransaction(app.deps, { user, locale: 'ru' }, async (ctx) => {
    for (const [text, company, what, next, note] of rows) {
      const read = readSentence(text, { now: ctx.clock.now(), timeZone: 'Europe/Moscow', locale: 'ru' });
      const named = read ? await findMentioned(ctx, read) : { several: [] };
      const found = 'one' in named ? named.one.name : null;
      const kind =
        read && `${read.status === 'planned' ? 'plan:' : ''}${read.kind}${read.none ? '0' : read.reached ? '' : '-'}`;
      const said = read?.noteWithout(found) ?? null;
      const at = read?.next ? local.format(read.next.at) : '';
      const checks = {
        // «-»: no company of that name is ours.
        company: company === '-' ? found === null : (found?.includes(company) ?? false),
        what: kind === what,
        next: next ? at.startsWith(next) : read?.next === null,
        note: !note || Boolean(said?.toLowerCase().includes(note.toLowerCase())),
      };
      for (const part of Object.keys(checks) as (keyof typeof checks)[]) if (checks[part]) right[part] += 1;
      const missed = Object.entries(checks).filter(([, fine]) => !fine);
      if (missed.length === 0) right.whole += 1;
      else
        wrong.push(
          `${missed.map(([part]) => part).join(',')}: ${text} → ${JSON.stringify({ found, called: read?.company, kind, at, note: said })}`,
        );
    }
  });
  const share = Object.fromEntries(
    Object.entries(right).map(([part, count]) => [part, Math.round((count / rows.length) * 1000) / 1000]),
  ) as typeof right;
  if (process.env.SHOW_MISSES) process.stdout.write(`${rows.length} ${JSON.stringify(share)}\n${wrong.join('\n')}\n`);
  for (const part of Object.keys(floor) as (keyof typeof floor)[])
    expect({ part, share: share[part], wrong: wrong.slice(0, 20) }).toEqual({
      part,
      share: expect.any(Number),
      wrong: expect.anything(),
    });
  for (const part of Object.keys(floor) as (keyof typeof floor)[])
    expect(share[part]).toBeGreaterThanOrEqual(floor[part]);
});
