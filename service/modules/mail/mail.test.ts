import { existsSync } from 'node:fs';
import type { EndpointInput } from '../../kernel/endpoint';
import { sql } from '../../kernel/sql';
import { buildCompany, buildDepartment, buildUser, type Person } from '../../test/builders';
import { buildDocument } from '../../test/mail-builders';
import { testApp, type TestApp } from '../../test/test-app';
import { deleteActivity, listOutcomes, logActivity } from '../activities/activities.contract';
import { getCompany } from '../companies/companies.contract';
import type { Company } from '../companies/companies.entity';
import { documentPath } from '../documents/keep-document';
import { undoChange } from '../system/system.contract';
import * as contract from './mail.contract';

let app: TestApp;
let anna: Person;
let boris: Person;
let romashka: Company;
let letters = 0;
beforeAll(async () => {
  app = await testApp();
  const department = await buildDepartment(app);
  anna = await buildUser(app, { departmentId: department.id, email: 'anna@ryadom.example', name: 'Анна Светлова' });
  boris = await buildUser(app, { departmentId: department.id, email: 'boris.lugov@mail.ru', name: 'Борис Лугов' });
  romashka = await buildCompany(app, {
    name: 'ООО «Ромашка»',
    ownerId: anna.id,
    contacts: [{ name: 'Иванова Анна', position: 'закупки', emails: ['Ivanova@romashka.example'] }],
  });
});
afterAll(() => app.close());

const ivanova = { address: 'ivanova@romashka.example', name: 'Анна Иванова' };
const us = { address: 'anna@ryadom.example', name: 'Анна Светлова' };
const newKey = () => `<letter-${(letters += 1)}@romashka.example>`;
const letter = (more: Partial<EndpointInput<typeof contract.logMail>> = {}) => ({
  key: newKey(),
  companyId: romashka.id,
  subject: 'Запрос цены',
  from: ivanova,
  to: [us],
  at: '2026-03-12T08:00:00.000Z',
  body: 'Добрый день! Пришлите, пожалуйста, цены.',
  ...more,
});
const logAs = (who: Person, input: ReturnType<typeof letter>) => app.call(contract.logMail, input, who.token);
const lookUp = (who: Person, people: contract.MailPerson[], more: object = {}) =>
  app.call(contract.lookUpMail, { people, ...more }, who.token);
const card = async (company = romashka) => (await app.call(getCompany, { id: company.id }, anna.token)).body;

describe('looking a letter up', () => {
  test('finds the company by the address, in any case of its letters, with the person who writes', async () => {
    const { body } = await lookUp(anna, [{ address: 'IVANOVA@romashka.example', name: null }, us]);
    expect(body.refusal).toBeNull();
    expect(body.correspondents).toEqual([
      {
        address: 'ivanova@romashka.example',
        name: null,
        companyId: romashka.id,
        matches: [
          {
            company: {
              id: romashka.id,
              name: 'ООО «Ромашка»',
              city: 'Москва',
              owner: { id: anna.id, name: 'Анна Светлова' },
              visible: true,
            },
            contact: { id: expect.any(String), name: 'Иванова Анна', position: 'закупки' },
            because: 'email',
          },
        ],
      },
    ]);
  });

  test('knows a new person by the mail domain, never by that of a public mail service', async () => {
    await buildCompany(app, { ownerId: anna.id, emails: ['sklad@mail.ru'] });
    const { body } = await lookUp(anna, [
      { address: 'petrov@romashka.example', name: 'Пётр' },
      { address: 'kto-to@mail.ru', name: null },
    ]);
    expect(body.correspondents[0]).toMatchObject({
      companyId: romashka.id,
      matches: [{ because: 'domain', contact: null }],
    });
    expect(body.correspondents[1]).toMatchObject({ companyId: null, matches: [] });
  });

  test('names a colleague’s company and its manager, and opens nothing', async () => {
    const { body } = await lookUp(boris, [ivanova]);
    expect(body.correspondents[0]).toMatchObject({
      companyId: null,
      matches: [{ company: { owner: { name: 'Анна Светлова' }, visible: false }, contact: null }],
    });
  });

  test('asks when an address stands for two companies, and remembers the answer for the one who gave it', async () => {
    const twin = await buildCompany(app, { name: 'АО «Близнец»', ownerId: anna.id, emails: ['two@twin.example'] });
    const other = await buildCompany(app, { name: 'ООО «Близнец 2»', ownerId: anna.id, emails: ['two@twin.example'] });
    const two = { address: 'two@twin.example', name: null };
    const before = (await lookUp(anna, [two])).body.correspondents[0]!;
    expect(before.companyId).toBeNull();
    expect(before.matches.map(({ company }) => company.id).sort()).toEqual([twin.id, other.id].sort());
    for (const company of [twin, other]) {
      await app.call(contract.chooseMatch, { address: 'Two@twin.example', companyId: company.id }, anna.token);
      const after = (await lookUp(anna, [two])).body.correspondents[0]!;
      expect(after).toMatchObject({ companyId: company.id, matches: [{ because: 'chosen' }, {}] });
    }
    const head = await buildUser(app, { role: 'head', departmentId: anna.departmentId });
    expect((await lookUp(head, [two])).body.correspondents[0]!.companyId).toBeNull();
  });

  test('leaves colleagues out: their domain, their private addresses, the domains named as ours', async () => {
    const chief = await buildUser(app, { role: 'administrator' });
    const rule = { kind: 'ours', value: 'Filial.Example', own: false } as const;
    await app.call(contract.createMailRule, rule, chief.token);
    const inside = ['kto@ryadom.example', 'boris.lugov@mail.ru', 'x@omsk.filial.example'];
    const { body } = await lookUp(
      anna,
      inside.map((address) => ({ address, name: null })),
    );
    expect(body).toMatchObject({ correspondents: [], refusal: 'noOutsider' });
    expect((await logAs(anna, letter({ from: { address: inside[2]! }, to: [us] }))).body.code).toBe('mail.noOutsider');
  });

  test('a «do not log» list holds for its owner, the common one for all; the server refuses as well', async () => {
    const lawyer = { address: 'ivan@lawyer.example', name: null };
    const { body: rule } = await app.call(
      contract.createMailRule,
      { kind: 'never', value: 'lawyer.example' },
      anna.token,
    );
    expect((await lookUp(anna, [lawyer])).body.refusal).toBe('neverLog');
    expect((await lookUp(boris, [lawyer])).body.refusal).toBeNull();
    expect((await logAs(anna, letter({ from: lawyer }))).body.code).toBe('mail.neverLog');
    // In the same letter with a customer he is not in the way of the customer.
    expect((await lookUp(anna, [lawyer, ivanova])).body).toMatchObject({
      refusal: null,
      correspondents: [{ address: ivanova.address }],
    });
    expect((await app.call(contract.deleteMailRule, rule, boris.token)).status).toBe(404);
    await app.call(contract.deleteMailRule, rule, anna.token);
    expect((await lookUp(anna, [lawyer])).body.refusal).toBeNull();

    const common = { kind: 'never', value: 'doctor.example', own: false } as const;
    expect((await app.call(contract.createMailRule, common, anna.token)).status).toBe(403);
    const bad = await app.call(contract.createMailRule, { kind: 'never', value: 'не адрес' }, anna.token);
    expect(bad.body.fields).toEqual({ value: 'адрес (ivan@firma.ru) или домен (firma.ru)' });
  });
});

describe('logging a letter', () => {
  test('writes an activity on the card, dated as it was sent, with the next contact, and tells every colleague', async () => {
    const { rows } = (await app.call(listOutcomes, {}, anna.token)).body;
    const outcome = rows.find(({ kind }) => kind === 'email')!;
    const input = letter({
      outcomeId: outcome.id,
      note: 'Нужны цены на май',
      next: { at: '2026-03-16T09:00:00.000Z' },
    });
    const { status, body } = await logAs(anna, input);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      already: false,
      logged: { company: { id: romashka.id }, by: { name: 'Анна Светлова' }, at: '2026-03-12T09:00:00.000Z' },
      activity: { kind: 'email', at: input.at, outcome: { id: outcome.id }, note: 'Запрос цены\nНужны цены на май' },
      nextContact: { at: '2026-03-16T09:00:00.000Z' },
    });
    expect((await card()).activities[0]!.id).toBe(body.activity.id);
    const mail = await app.call(contract.getMail, { activityId: body.activity.id }, anna.token);
    expect(mail.body).toMatchObject({ subject: 'Запрос цены', from: ivanova, body: input.body, direction: 'in' });

    // Boris may not see the company: that the letter is logged, and by whom, he learns all the same.
    const state = await app.call(contract.mailState, { key: input.key }, boris.token);
    expect(state.body.logged).toEqual([
      {
        id: body.logged.id,
        version: 1,
        company: null,
        activityId: null,
        by: { id: anna.id, name: 'Анна Светлова' },
        at: '2026-03-12T09:00:00.000Z',
        can: { unlog: false },
      },
    ]);
  });

  test('twice, from another mailbox, with other brackets and case: one row, and who was first', async () => {
    const head = await buildUser(app, { role: 'head', departmentId: anna.departmentId });
    const first = await logAs(anna, letter());
    const key = `<letter-${letters}@romashka.example>`;
    for (const again of [key, key.slice(1, -1), key.toUpperCase()])
      expect((await logAs(head, letter({ key: again }))).body).toMatchObject({
        already: true,
        logged: { id: first.body.logged.id, by: { id: anna.id } },
        activity: { id: first.body.activity.id },
      });
  });

  test('at once by two colleagues writes one row', async () => {
    const head = await buildUser(app, { role: 'head', departmentId: anna.departmentId });
    const input = letter();
    const answers = await Promise.all([anna, head, anna, head].map((who) => logAs(who, input)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body.activity.id)).size).toBe(1);
    const count = await app.deps.database.read.row<{ found: number }>(
      sql`select count(*) as found from activity where id = ${answers[0]!.body.activity.id}`,
    );
    expect(Number(count!.found)).toBe(1);
  });

  test('on two companies is two rows, each taken off by itself', async () => {
    const other = await buildCompany(app, { ownerId: anna.id });
    const input = letter();
    await logAs(anna, input);
    await logAs(anna, { ...input, companyId: other.id });
    const { logged } = (await app.call(contract.mailState, { key: input.key }, anna.token)).body;
    expect(logged.map(({ company }) => company!.id)).toEqual([romashka.id, other.id]);
    await app.call(contract.unlogMail, logged[0]!, anna.token);
    expect((await app.call(contract.mailState, { key: input.key }, anna.token)).body.logged).toHaveLength(1);
  });

  test('is taken back as a whole, with the next contact it set', async () => {
    const company = await buildCompany(app, { ownerId: anna.id });
    const input = letter({ companyId: company.id, next: { at: '2026-03-17T09:00:00.000Z' } });
    const { changeId } = await logAs(anna, input);
    expect((await app.call(undoChange, { changeId }, anna.token)).status).toBe(200);
    expect(await card(company)).toMatchObject({ activities: [], nextContact: null });
    expect((await app.call(contract.mailState, { key: input.key }, anna.token)).body.logged).toEqual([]);
    expect((await logAs(anna, input)).body.already).toBe(false);
  });

  test('of a thread proposes the thread’s company for the next letter, to whoever may see it', async () => {
    await logAs(anna, letter({ threadKey: 'thread-1' }));
    const next = { key: newKey(), threadKey: 'thread-1' };
    const stranger = { address: 'new@elsewhere.example', name: null };
    expect((await lookUp(anna, [stranger], next)).body).toMatchObject({
      thread: { id: romashka.id, name: 'ООО «Ромашка»' },
      logged: [],
    });
    expect((await lookUp(boris, [stranger], next)).body.thread).toBeNull();
  });

  test('of the future, on a stranger’s company, with a strange contact is refused and writes nothing', async () => {
    const before = (await card()).activities.length;
    const { status, body } = await logAs(anna, letter({ at: '2026-03-13T08:00:00.000Z' }));
    expect({ status, fields: Object.keys(body.fields ?? {}) }).toEqual({ status: 400, fields: ['at'] });
    expect((await logAs(boris, letter())).status).toBe(404);
    expect((await logAs(anna, letter({ contactId: 'nobody' }))).body.fields).toHaveProperty('contactId');
    expect((await card()).activities).toHaveLength(before);
  });
});

describe('taking a letter off the company', () => {
  test('its text is gone at once, its files with the next job, and the history holds neither', async () => {
    const company = await buildCompany(app, { ownerId: anna.id });
    const { body } = await logAs(anna, letter({ companyId: company.id, body: 'Тайна сделки' }));
    const document = await buildDocument(app, company, { activityId: body.activity.id });
    const { changeId, status } = await app.call(contract.unlogMail, body.logged, anna.token);
    expect(status).toBe(200);
    expect((await card(company)).activities).toEqual([]);
    expect((await app.call(contract.getMail, { activityId: body.activity.id }, anna.token)).status).toBe(404);
    await app.drainJobs();
    expect(existsSync(documentPath(app.deps, document.id))).toBe(false);
    const history = await app.deps.database.read.rows<{ fields: string }>(
      sql`select fields from audit_entry where scopeId = ${company.id}`,
    );
    expect(history.map(({ fields }) => fields).join()).not.toContain('Тайна');
    // What is gone cannot be had back; the letter may be logged anew.
    expect((await app.call(undoChange, { changeId }, anna.token)).status).toBe(409);
  });

  test('an activity deleted on the card leaves the letter free to be logged again', async () => {
    const input = letter();
    const { body } = await logAs(anna, input);
    await app.call(deleteActivity, { id: body.activity.id, version: body.activity.version }, anna.token);
    expect((await app.call(contract.mailState, { key: input.key }, anna.token)).body.logged).toEqual([]);
    const again = await logAs(anna, input);
    expect(again.body.already).toBe(false);
    expect(again.body.activity.id).not.toBe(body.activity.id);
  });
});

describe('a letter logged on sending', () => {
  test('gets its id when the pane sees it next, from its author alone', async () => {
    const pending = 'pending:3f0c6f2e-0a4b-4c59-8f0e-5f2a0c5c7a11';
    await logAs(anna, letter({ key: pending, direction: 'out', from: us, to: [ivanova] }));
    const key = newKey();
    const bind = (who: Person) => app.call(contract.bindMail, { pending, key, threadKey: 'thread-2' }, who.token);
    expect((await bind(boris)).body.logged).toEqual([]);
    expect((await bind(anna)).body.logged).toMatchObject([{ company: { id: romashka.id } }]);
    expect((await bind(anna)).body.logged).toHaveLength(1);
    expect((await logAs(anna, letter({ key }))).body.already).toBe(true);
    const refused = await app.call(contract.bindMail, { pending: key, key: newKey() }, anna.token);
    expect(refused.body.fields).toHaveProperty('pending');
  });
});

describe('a meeting', () => {
  const meeting = (at: string) =>
    letter({ key: `meeting:anna@ryadom.example|${at}|Показ`, kind: 'meeting', subject: 'Показ', at, body: null });

  test('counts as a meeting once it has begun, for all who were there once', async () => {
    const at = '2026-03-12T08:30:00.000Z';
    expect((await logAs(anna, meeting(at))).body).toMatchObject({ already: false, activity: { kind: 'meeting', at } });
    expect((await logAs(anna, meeting(at))).body.already).toBe(true);
    expect((await logAs(anna, meeting('2026-03-12T12:00:00.000Z'))).body.code).toBe('mail.meetingAhead');
  });

  test('that was planned is done by its outcome, with how long it took', async () => {
    const company = await buildCompany(app, { ownerId: anna.id });
    const plan = { companyId: company.id, kind: 'meeting', status: 'planned', at: '2026-03-12T08:15:00.000Z' } as const;
    const { activity: planned } = (await app.call(logActivity, plan, anna.token)).body;
    const held = { ...meeting('2026-03-12T08:15:00.000Z'), companyId: company.id, completes: planned.id, minutes: 40 };
    const { body } = await app.call(contract.logMail, held, anna.token);
    expect(body.activity).toMatchObject({ id: planned.id, status: 'done', minutes: 40 });
    expect(await card(company)).toMatchObject({ planned: [], nextContact: null });
  });
});
