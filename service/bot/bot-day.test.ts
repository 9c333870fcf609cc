import { botInTeams, buttons, wordsOf, type BotInTeams } from '../../playground/test/bot-in-teams';
import { inTransaction } from '../kernel/context';
import { insertRows } from '../kernel/rows';
import { sql } from '../kernel/sql';
import { CalendarEvent, type Mailbox } from '../modules/calendar/calendar.entity';
import { newEntry } from '../modules/calendar/mark';
import { takeRemoved } from '../modules/calendar/take-removed';
import { usualSettings } from '../modules/calendar/whose';
import { identityOf } from '../modules/users/users.public';
import { buildActivity, buildCompany, buildUser, type Person } from '../test/builders';
import { testClock } from '../test/test-app';

const anna = { address: 'anna@firm.example', name: 'Анна Светлова' };
let teams: BotInTeams;
let manager: Person;

beforeEach(async () => {
  // Thursday noon in Moscow.
  teams = await botInTeams({ clock: testClock() });
  manager = await buildUser(teams.app, { email: anna.address, name: anna.name });
});
afterEach(() => teams.close());

const activities = () =>
  teams.app.deps.database.read.rows<{ status: string; note: string | null; at: string }>(
    sql`select status, note, at from activity where deletedAt is null order by createdAt, id`,
  );

describe('a manager’s day in the chat', () => {
  test('she is greeted once, by name of what she can say, and known by her address from then on', async () => {
    await teams.channel.install(anna);
    expect(teams.channel.chatOf(anna).messages).toHaveLength(1);
    expect(wordsOf(teams.last(anna))).toContain('мои звонки сегодня');
    await teams.channel.uninstall(anna);
    await teams.channel.install(anna);
    expect(teams.channel.chatOf(anna).messages).toHaveLength(1);
    const row = await teams.app.deps.database.read.row<{ entraKey: string }>(
      sql`select entraKey from user_account where id = ${manager.id}`,
    );
    expect(row!.entraKey).toMatch(/^00000000-0000-4000-8000-000000000001:/);
  });

  test('calls today → open → log → undo', async () => {
    const company = await buildCompany(teams.app, {
      name: 'ООО «Ромашка»',
      ownerId: manager.id,
      contacts: [{ name: 'Иванова Анна', phones: ['+7 495 111-22-33'] }],
    });
    const other = await buildCompany(teams.app, { name: 'АО «Вектор»', ownerId: manager.id });
    await buildActivity(teams.app, company, { at: new Date('2026-03-11T09:00:00Z') });
    await buildActivity(teams.app, other, { at: new Date('2026-03-12T12:00:00Z') });
    await teams.channel.install(anna);

    const list = await teams.ask(anna, 'мои звонки сегодня');
    expect(wordsOf(list)).toContain('Ромашка');
    expect(wordsOf(list)).toContain('Просрочено: 1');
    expect(buttons(list).filter(({ verb }) => verb === 'company.show')).toHaveLength(2);

    const opened = (await teams.press(anna, 'company.show')).message;
    expect(wordsOf(opened)).toContain('Иванова Анна');
    const outcome = await teams.app.deps.database.read.row<{ id: string }>(
      sql`select id from outcome where name = ${'Ждут предложение'}`,
    );
    const logged = await teams.press(anna, 'activity.log', {
      outcome: outcome!.id,
      note: 'ждут КП',
      next: '2026-03-19T08:00:00.000Z',
    });
    expect(logged.error).toBeNull();
    expect(wordsOf(logged.message)).toContain('Звонок записан');
    expect(await activities()).toMatchObject([
      { status: 'done', note: 'ждут КП' },
      { status: 'planned' },
      { status: 'planned' },
    ]);

    const undone = await teams.press(anna, 'change.undo');
    expect(wordsOf(undone.message)).toContain('Отменено');
    expect(await activities()).toMatchObject([{ status: 'planned' }, { status: 'planned' }]);
  });

  test('an event deleted in Outlook: asked in the chat, put back or called off by one press', async () => {
    const company = await buildCompany(teams.app, { name: 'ООО «Ромашка»', ownerId: manager.id });
    const activity = await buildActivity(teams.app, company, { at: new Date('2026-03-16T09:00:00Z') });
    await teams.channel.install(anna);
    const now = teams.app.clock.now();
    const entry = {
      ...newEntry({ userId: manager.id, source: 'activity', sourceId: activity.id, companyId: company.id }, now, now),
      eventId: 'an-event',
      startsAt: activity.at,
    };
    await teams.app.write((ctx) => insertRows(ctx.db, CalendarEvent, [entry]));
    const user = (await identityOf(teams.app.deps, manager.id))!;
    const mailbox = { id: manager.id, since: now } as Mailbox;
    const whose = { user: manager, mailbox, settings: { ...usualSettings, id: manager.id } };
    await inTransaction(teams.app.deps, { user, locale: 'ru' }, (ctx) => takeRemoved(ctx, entry.id, whose));
    await teams.app.drainJobs();

    const asked = teams.last(anna);
    expect(wordsOf(asked)).toContain('Удалено в Outlook: ООО «Ромашка»');
    expect(buttons(asked).map(({ verb }) => verb)).toEqual(
      expect.arrayContaining(['activity.move', 'calendar.putBack', 'calendar.cancel']),
    );
    const { message, error } = await teams.press(anna, 'calendar.cancel');
    expect(error).toBeNull();
    expect(wordsOf(message)).toContain('Снято');
    expect(await activities()).toMatchObject([{ status: 'cancelled' }]);
  });

  test('one sentence is enough', async () => {
    await buildCompany(teams.app, { name: 'ООО «Ромашка»', ownerId: manager.id });
    await teams.channel.install(anna);
    const answer = await teams.ask(anna, 'созвонился с Ромашкой, ждут КП, перезвонить в четверг в 11');
    expect(wordsOf(answer)).toContain('Звонок записан');
    expect(wordsOf(answer)).toContain('Ждут предложение');
    expect(wordsOf(answer)).toContain('чт, 19 марта, 11:00');
  });
});
