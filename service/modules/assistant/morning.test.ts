import { botInTeams, buttons, wordsOf, type BotInTeams } from '../../../playground/test/bot-in-teams';
import { createJobRunner } from '../../kernel/jobs';
import { insertRecord } from '../../kernel/records';
import { buildDeal, buildOffer } from '../../test/deal-builders';
import { buildActivity, buildCompany, buildDepartment, buildUser, type Person } from '../../test/builders';
import { testClock } from '../../test/test-app';
import { Absence } from '../users/users.entity';

const anna = { address: 'anna@firm.example', name: 'Анна Светлова' };
let teams: BotInTeams;
let manager: Person;
beforeEach(async () => {
  // Thursday, four in the morning in Moscow.
  teams = await botInTeams({ clock: testClock('2026-03-12T01:00:00.000Z') });
  const department = await buildDepartment(teams.app);
  manager = await buildUser(teams.app, { email: anna.address, name: anna.name, departmentId: department.id });
  await teams.channel.install(anna);
});
afterEach(() => teams.close());

/** The clock strikes: every process of the service hears it. */
async function strike(iso: string): Promise<void> {
  teams.app.clock.set(iso);
  for (const runner of [createJobRunner(teams.app.deps), createJobRunner(teams.app.deps)])
    await runner.fire('assistant.clocks', new Date(iso));
  await teams.app.drainJobs();
}
const said = () =>
  teams.channel
    .chatOf(anna)
    .messages.filter(({ from }) => from === 'bot')
    .slice(1);

test('good morning at one’s own hour, once, with what is due and whose birthday it is', async () => {
  const company = await buildCompany(teams.app, {
    name: 'ООО «Ромашка»',
    ownerId: manager.id,
    contacts: [{ name: 'Иванова Анна', birthday: { day: 14, month: 3, year: 1980 } }],
  });
  await buildActivity(teams.app, company, { at: new Date('2026-03-11T09:00:00Z') });
  await strike('2026-03-12T05:25:00.000Z');
  expect(said()).toHaveLength(0);
  await strike('2026-03-12T05:30:00.000Z');
  await strike('2026-03-12T05:35:00.000Z');
  expect(said()).toHaveLength(1);
  expect(wordsOf(said()[0]!)).toMatch(/Доброе утро! Сегодня 1 компания[\s\S]*Ромашка[\s\S]*Иванова Анна/);
  expect(buttons(said()[0]!).filter(({ type }) => type === 'Action.Execute').length).toBeGreaterThan(2);
});

test('not on a day off, not on an absence, not when there is nothing to say', async () => {
  const company = await buildCompany(teams.app, { ownerId: manager.id });
  await strike('2026-03-12T05:30:00.000Z');
  expect(said()).toHaveLength(0);
  await buildActivity(teams.app, company, { at: new Date('2026-03-11T09:00:00Z') });
  await strike('2026-03-14T05:30:00.000Z');
  await teams.app.write((ctx) =>
    insertRecord(ctx, Absence, { userId: manager.id, fromDay: '2026-03-16', toDay: '2026-03-17', reason: 'отпуск' }),
  );
  await strike('2026-03-16T05:30:00.000Z');
  expect(said()).toHaveLength(0);
  await strike('2026-03-18T05:30:00.000Z');
  expect(said()).toHaveLength(1);
});

test('offers whose term ran out stand in it, and get another week by one press', async () => {
  const company = await buildCompany(teams.app, { name: 'ООО «Ромашка»', ownerId: manager.id });
  const offer = await buildOffer(teams.app, await buildDeal(teams.app, company), { validUntil: '2026-03-11' });
  await strike('2026-03-12T05:30:00.000Z');
  const digest = structuredClone(said().at(-1)!);
  expect(wordsOf(digest)).toContain(`${offer.number} · ООО «Ромашка»`);
  // The store's rule: a bot says no sums.
  expect(wordsOf(digest)).not.toMatch(/1[\s\u00a0]?000|₽/);
  const redated = await teams.press(anna, 'offer.redate', {}, digest);
  expect(wordsOf(redated.message)).toContain(`${offer.number}: срок продлён до 19 марта`);
  // Pressed again on the old card, nothing moves further.
  const again = await teams.press(anna, 'offer.redate', {}, digest);
  expect(wordsOf(again.message)).toContain('до 19 марта');
});

test('on Wednesday what the week lacks, and one press gives that many to call', async () => {
  for (let number = 0; number < 8; number += 1) {
    const company = await buildCompany(teams.app, { name: `ООО «Фирма ${number}»`, ownerId: manager.id });
    if (number < 3) await buildActivity(teams.app, company, { at: new Date('2026-03-17T09:00:00Z') });
  }
  await buildActivity(teams.app, await buildCompany(teams.app, { ownerId: manager.id }), {
    status: 'done',
    at: new Date('2026-03-17T09:00:00Z'),
    talkSeconds: 60,
  });
  await strike('2026-03-18T11:55:00.000Z');
  expect(said()).toHaveLength(0);
  await strike('2026-03-18T12:00:00.000Z');
  expect(wordsOf(said().at(-1)!)).toContain('До нормы недели: 69 звонков, 5 встреч, 20 предложений');
  const { message } = await teams.press(anna, 'shortfall.give', {}, said().at(-1)!);
  expect(wordsOf(message)).toContain('Кому можно звонить');
  // Five a page, those due first.
  expect(
    buttons(message)
      .filter(({ verb }) => verb === 'company.show')
      .map(({ title }) => title)
      .slice(0, 3)
      .every((title) => title!.startsWith('ООО «Фирма')),
  ).toBe(true);
  expect(buttons(message).some(({ verb }) => verb === 'shortfall.give')).toBe(true);
});

test('on Monday the heads hear how the week went', async () => {
  const gleb = { address: 'gleb@firm.example', name: 'Глеб Озеров' };
  const head = await buildUser(teams.app, { role: 'head', email: gleb.address, departmentId: manager.departmentId });
  await teams.channel.install(gleb);
  const company = await buildCompany(teams.app, { ownerId: manager.id });
  for (let number = 0; number < 4; number += 1)
    await buildActivity(teams.app, company, {
      status: 'done',
      at: new Date(`2026-03-1${number}T09:00:00Z`),
      talkSeconds: 60,
    });
  // Three times is an accident, four are a habit.
  for (const postponed of [3, 4])
    await buildActivity(teams.app, await buildCompany(teams.app, { ownerId: manager.id }), {
      at: new Date('2026-03-20T09:00:00Z'),
      postponed,
    });
  await strike('2026-03-16T05:30:00.000Z');
  const words = wordsOf(teams.last(gleb));
  expect(words).toContain('норма звонков не выполнена у 1 из 1');
  expect(words).toContain('звонки 4/56, встречи 0/4, КП 0/16, база 0 %');
  expect(words).toContain('перенесено больше трёх раз: 1');
  expect(head.id).toBeTruthy();
});

test('no card speaks of money', async () => {
  const company = await buildCompany(teams.app, { ownerId: manager.id, purchasingPower: 'high' } as never);
  await buildActivity(teams.app, company, { at: new Date('2026-03-11T09:00:00Z') });
  await strike('2026-03-12T05:30:00.000Z');
  for (const text of ['мои звонки', 'моя неделя', 'помощь', 'настройки']) await teams.ask(anna, text);
  for (const message of teams.channel.chatOf(anna).messages)
    expect(wordsOf(message)).not.toMatch(/₽|руб|счёт №|зарплат/i);
});
