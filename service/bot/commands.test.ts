import { botInTeams, buttons, wordsOf, type BotInTeams } from '../../playground/test/bot-in-teams';
import { mostActions } from '../kernel/cards';
import { sql } from '../kernel/sql';
import { buildActivity, buildCompany, buildUser, type Person } from '../test/builders';
import { testClock } from '../test/test-app';

const anna = { address: 'anna@firm.example', name: 'Анна Светлова' };
const john = { address: 'john@firm.example', name: 'John', locale: 'en-US' as const };
let teams: BotInTeams;
let manager: Person;
let english: Person;
beforeAll(async () => {
  teams = await botInTeams({ clock: testClock() });
  manager = await buildUser(teams.app, { email: anna.address, name: anna.name });
  english = await buildUser(teams.app, { email: john.address, name: john.name, locale: 'en' });
  for (const owner of [manager, english]) {
    const company = await buildCompany(teams.app, {
      name: owner === manager ? 'ООО «Ромашка»' : 'ООО «Lighthouse»',
      ownerId: owner.id,
    });
    await buildActivity(teams.app, company, { at: new Date('2026-03-11T09:00:00Z') });
    await buildActivity(
      teams.app,
      await buildCompany(teams.app, { name: `ООО «Завтра ${owner.login}»`, ownerId: owner.id }),
      { at: new Date('2026-03-13T09:00:00Z') },
    );
  }
  await buildCompany(teams.app, { name: 'ООО «Вектор»', ownerId: manager.id });
  await buildCompany(teams.app, { name: 'ООО «Вектор Плюс»', ownerId: manager.id });
  await teams.channel.install(anna);
  await teams.channel.install(john);
});
afterAll(() => teams.close());

const russian: [string, RegExp][] = [
  ['мои звонки сегодня', /Звонки на сегодня — 1 компания[\s\S]*Ромашка/],
  ['vjb pdjyrb ctujlyz', /Звонки на сегодня/],
  ['мои звнки сегодня', /Звонки на сегодня/],
  ['звонки завтра', /Звонки на завтра — 1 компания/],
  ['просроченные', /Просроченные звонки — 1 компания/],
  ['следующий', /Ромашка[\s\S]*Записать звонок/],
  ['найти вектор', /Какая[\s\S]*Вектор Плюс/],
  ['найти hjvfirf', /Ромашка/],
  ['компания Ромашка', /Ромашка[\s\S]*Записать звонок/],
  ['Ромашка', /Ромашка[\s\S]*Записать звонок/],
  ['записать Ромашка, думают над ценой и сроками, завтра в 10', /Звонок записан[\s\S]*думают[\s\S]*завтра 10:00/],
  ['перенести Ромашку на пятницу 15:00', /Перенесено[\s\S]*завтра 15:00/],
  ['моя неделя', /Моя неделя[\s\S]*1 \/ 56/],
  [
    'напомни завтра в 10 отправить договор Ромашке',
    /Напомню[\s\S]*Отправить договор Ромашке[\s\S]*завтра 10:00[\s\S]*Ромашка/,
  ],
  ['напомни каждый понедельник в 9 отчёт', /Напомню[\s\S]*каждую неделю/],
  ['мои напоминания', /Мои напоминания[\s\S]*Отправить договор/],
  ['настройки', /Утренняя сводка/],
  ['помощь', /Что мне можно сказать/],
  ['привет', /Здравствуйте/],
  ['абракадабра', /Не понимаю/],
];
const inEnglish: [string, RegExp][] = [
  ['my calls today', /Calls for today — 1 company[\s\S]*Lighthouse/],
  ['my clals today', /Calls for today/],
  ['ьн сфдды ещвфн', /Calls for today/],
  ['calls tomorrow', /Calls for tomorrow — 1 company/],
  ['overdue', /Overdue calls — 1 company/],
  ['next', /Lighthouse[\s\S]*Log the call/],
  ['find lighthouse', /Lighthouse/],
  ['company Lighthouse', /Lighthouse[\s\S]*Log the call/],
  ['log Lighthouse, thinking about the price, tomorrow at 10', /Call logged[\s\S]*thinking[\s\S]*tomorrow 10:00/],
  ['move Lighthouse to Friday 3pm', /Moved[\s\S]*tomorrow 15:00/],
  ['my week', /My week[\s\S]*1 \/ 56/],
  ['remind me tomorrow at 10 to send the contract', /I will remind you[\s\S]*Send the contract[\s\S]*tomorrow 10:00/],
  ['my reminders', /My reminders[\s\S]*Send the contract/],
  ['settings', /Morning digest/],
  ['help', /What you can tell me/],
  ['hi', /Hello/],
  ['gibberish', /I do not understand/],
];

describe('each command, in both languages, with slips and in the other layout', () => {
  test.each(russian)('%s', async (text, expected) => {
    expect(wordsOf(await teams.ask(anna, text))).toMatch(expected);
  });
  test.each(inEnglish)('%s', async (text, expected) => {
    expect(wordsOf(await teams.ask(john, text))).toMatch(expected);
  });

  test('every answer offers a next step, six actions at most, every text wraps', () => {
    for (const person of [anna, john])
      for (const { from, cards } of teams.channel.chatOf(person).messages) {
        if (from !== 'bot') continue;
        for (const card of cards) {
          expect(((card.actions as unknown[]) ?? []).length).toBeLessThanOrEqual(mostActions);
          const walk = (value: unknown): void => {
            if (Array.isArray(value)) for (const one of value) walk(one);
            else if (value && typeof value === 'object') {
              const { type, wrap } = value as { type?: string; wrap?: boolean };
              if (type === 'TextBlock' || type === 'Input.ChoiceSet') expect(wrap).toBe(true);
              for (const inner of Object.values(value)) walk(inner);
            }
          };
          walk(card);
        }
      }
  });
});

describe('the card is set right afterwards', () => {
  test('corrected: another outcome, another date in words', async () => {
    await buildCompany(teams.app, { name: 'ООО «Гранит»', ownerId: manager.id });
    await teams.ask(anna, 'созвонился с Гранитом, ждут КП, перезвонить в понедельник');
    await teams.press(anna, 'activity.correct');
    const wrong = await teams.press(anna, 'activity.save', { note: 'ждут КП', nextWords: 'когда-нибудь' });
    expect(wrong.error).toContain('Не понимаю, когда');
    const saved = await teams.press(anna, 'activity.save', {
      note: 'ждут КП на насосы',
      next: 'same',
      nextWords: 'во вторник в 12',
    });
    expect(wordsOf(saved.message)).toMatch(/насосы[\s\S]*вт, 17 марта, 12:00/);
  });

  test('one of several: it asks, and writes for the one pressed', async () => {
    const asked = await teams.ask(anna, 'созвонился с Вектор Плюсом и с Вектором, думают');
    expect(wordsOf(asked)).toMatch(/записан|Какая/);
    await buildCompany(teams.app, { name: 'ООО «Сосна»', ownerId: manager.id, city: 'Казань' });
    await buildCompany(teams.app, { name: 'АО «Сосна»', ownerId: manager.id, city: 'Омск' });
    const which = await teams.ask(anna, 'созвонился с Сосной, думают');
    expect(wordsOf(which)).toContain('Какая');
    const { message } = await teams.press(anna, 'sentence.log');
    expect(wordsOf(message)).toMatch(/Звонок записан[\s\S]*Сосна/);
  });

  test('the wrong one: what was written goes over to the right one', async () => {
    await buildCompany(teams.app, { name: 'ООО «Берёза»', ownerId: manager.id });
    await buildCompany(teams.app, { name: 'ООО «Берёза-Торг»', ownerId: manager.id });
    await teams.ask(anna, 'созвонился с Берёзой, думают');
    const others = await teams.press(anna, 'sentence.elsewhere');
    expect(wordsOf(others.message)).toContain('Берёза-Торг');
    const moved = await teams.press(anna, 'sentence.log');
    expect(wordsOf(moved.message)).toMatch(/Звонок записан[\s\S]*Берёза-Торг/);
    const rows = await teams.app.deps.database.read.rows<{ name: string }>(sql`
      select c.name as name from activity a join company c on c.id = a.companyId
      where a.deletedAt is null and a.status = 'done' and c.name like ${'%Берёза%'}`);
    expect(rows.map(({ name }) => name)).toEqual(['ООО «Берёза-Торг»']);
  });

  test('the settings of the chat are the profile’s', async () => {
    await teams.ask(anna, 'настройки');
    const saved = await teams.press(anna, 'settings.save', { digest: '540', shortfall: 'off' });
    expect(wordsOf(saved.message)).toContain('Сохранено');
    const row = await teams.app.deps.database.read.row<{ digestMinute: number; channels: string }>(
      sql`select digestMinute, channels from notice_settings where id = ${manager.id}`,
    );
    expect(row!.digestMinute).toBe(540);
    expect(JSON.parse(row!.channels)).toMatchObject({ digest: ['teams'], shortfall: ['tab'] });
  });
});

describe('the compose box', () => {
  const attachments = (body: unknown) =>
    (
      body as {
        composeExtension: {
          attachments: { content: Record<string, unknown>; preview: { content: { title: string } } }[];
        };
      }
    ).composeExtension.attachments;

  test('finds companies as the tab does, one’s own when nothing is typed', async () => {
    expect(
      attachments(await teams.channel.compose(anna, { query: 'hjvfirf' })).map(({ preview }) => preview.content.title),
    ).toEqual(['ООО «Ромашка»']);
    expect(attachments(await teams.channel.compose(anna, { query: '' })).length).toBeGreaterThan(0);
    expect(attachments(await teams.channel.compose(john, { query: 'Ромашка' }))).toEqual([]);
  });

  test('a pasted link of ours unfurls with the name alone; each reader is shown what he may see', async () => {
    const row = await teams.app.deps.database.read.row<{ id: string }>(
      sql`select id from company where name = ${'ООО «Ромашка»'}`,
    );
    const url = `https://crm.example/companies/${row!.id}`;
    const [hit] = attachments(await teams.channel.compose(anna, { url }));
    expect(JSON.stringify(hit!.content)).toContain('Ромашка');
    expect(JSON.stringify(hit!.content)).not.toContain('Следующий контакт');
    expect(attachments(await teams.channel.compose(anna, { url: 'https://evil.example/companies/1' }))).toEqual([]);
    expect(attachments(await teams.channel.compose(john, { url }))).toEqual([]);

    const look = buttons({ cards: [hit!.content] } as never).find(({ verb }) => verb === 'company.look')!;
    expect(JSON.stringify((await teams.channel.press(anna, 'shared', look)).body)).toContain('Следующий контакт');
    const stranger = JSON.stringify((await teams.channel.press(john, 'shared', look)).body);
    expect(stranger).toContain('Ромашка');
    expect(stranger).not.toContain('Next contact');
  });
});
