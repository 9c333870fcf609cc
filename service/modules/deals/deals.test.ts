import { buildCompany, buildDepartment, buildUser, type Person } from '../../test/builders';
import { download } from '../../test/files';
import { testApp, type Answer, type TestApp } from '../../test/test-app';
import { assignCompanies } from '../companies/companies.contract';
import type { Company } from '../companies/companies.entity';
import { listDocumentCategories, type DocumentView } from '../documents/documents.contract';
import { undoChange } from '../system/system.contract';
import {
  commentDeal,
  countDeals,
  createDeal,
  createStage,
  dealBoard,
  deleteDeal,
  deleteDealComment,
  deleteDealDocument,
  getDeal,
  listDeals,
  listPipelines,
  moveDeal,
  setDelivery,
  updateDeal,
  updateStage,
  type DealCard,
} from './deals.contract';

let app: TestApp;
let anna: Person;
let boris: Person;
let chief: Person;
let company: Company;
beforeAll(async () => {
  app = await testApp();
  anna = await buildUser(app);
  boris = await buildUser(app);
  chief = await buildUser(app, { role: 'administrator' });
});
beforeEach(async () => {
  company = await buildCompany(app, { ownerId: anna.id, name: 'ООО «Ромашка»' });
});
afterAll(() => app.close());

const system = { type: 'Система очистки', name: 'OUUT', subName: 'X2–200', capacity: '227' };
const begin = async (values: object = {}, by = anna): Promise<DealCard> =>
  (await app.call(createDeal, { companyId: company.id, ...values }, by.token)).body;
const card = async (id: string, by = anna) => (await app.call(getDeal, { id }, by.token)).body;
const stages = async () => (await app.call(listPipelines, {}, anna.token)).body.rows[0]!.stages;
const stageOf = async (meaning: string) => (await stages()).find((stage) => stage.meaning === meaning)!;
const move = async (deal: { id: string; version: number }, meaning: string, comment: string | null = null, by = anna) =>
  app.call(moveDeal, { id: deal.id, version: deal.version, stageId: (await stageOf(meaning)).id, comment }, by.token);

describe('a deal', () => {
  test('begins on the first stage with its number, lines and sum, and its manager', async () => {
    const deal = await begin({
      lines: [
        { ...system, quantity: 2000, price: 1_250_000_00 },
        { type: 'Насос', name: 'Гном', quantity: 1500, unit: 'компл', price: 33_33 },
      ],
      comment: 'Просили к лету',
    });
    expect(deal).toMatchObject({
      day: '2026-03-12',
      subject: 'Система очистки OUUT X2–200 227 и ещё 1',
      company: { id: company.id, name: 'ООО «Ромашка»', visible: true },
      owner: { id: anna.id },
      stage: { name: 'Подготовка предложения', meaning: 'open' },
      stageComment: 'Просили к лету',
      // 33.33 × 1.5 = 49.995 → 50.00
      amount: 2_500_000_00 + 50_00,
      delivery: 'none',
    });
    expect(deal.number).toMatch(/^З-\d+\/26$/);
    expect(deal.lines.map(({ amount }) => amount)).toEqual([2_500_000_00, 50_00]);
    expect(deal.events).toMatchObject([{ kind: 'created', to: 'Подготовка предложения', by: { id: anna.id } }]);
    const next = await begin();
    expect(Number(next.number.slice(2, -3))).toBe(Number(deal.number.slice(2, -3)) + 1);
  });

  test('sent twice is one deal; on a company that is not the caller’s there is none', async () => {
    const id = '0c8b7f0e-6f0d-4f43-9a52-000000000001';
    await begin({ id });
    expect((await begin({ id })).id).toBe(id);
    expect((await app.call(listDeals, { companyId: company.id }, anna.token)).body.rows).toHaveLength(1);
    expect((await app.call(createDeal, { companyId: company.id }, boris.token)).status).toBe(404);
    expect(
      (await app.call(createDeal, { companyId: company.id, stageId: 'none' }, anna.token)).body.fields,
    ).toHaveProperty('stageId');
  });

  test('moves along its stages, each with who, when and why; stalled and lost must say why', async () => {
    const deal = await begin();
    const refused = await move(deal, 'stalled');
    expect([refused.status, refused.body.fields]).toEqual([400, { comment: 'напишите, почему' }]);
    app.clock.advance({ hours: 1 });
    const stalled = (await move(deal, 'stalled', 'Ждут бюджета')).body;
    expect(stalled).toMatchObject({ stage: { meaning: 'stalled' }, stageComment: 'Ждут бюджета', closedOn: null });
    expect(stalled.stageSince).toBe(app.clock.now().toISOString());
    expect((await move(deal, 'won')).status).toBe(409);
    const won = (await move(stalled, 'won')).body;
    expect(won).toMatchObject({ stage: { meaning: 'won' }, closedOn: '2026-03-12' });
    expect(won.events).toMatchObject([
      { kind: 'stage', from: 'Затормозилось', to: 'Выполнено', by: { id: anna.id } },
      { kind: 'stage', from: 'Подготовка предложения', to: 'Затормозилось', comment: 'Ждут бюджета' },
      { kind: 'created' },
    ]);
    const reopened = (await move(won, 'open', 'Передумали')).body;
    expect(reopened.closedOn).toBeNull();
  });

  test('a move, a change of lines and a deletion can be taken back', async () => {
    const deal = await begin({ lines: [{ ...system, price: 100_00 }] });
    const moved = await move(deal, 'won');
    await app.call(undoChange, { changeId: moved.changeId }, anna.token);
    expect((await card(deal.id)).stage.meaning).toBe('open');
    const again = await card(deal.id);
    const changed = await app.call(
      updateDeal,
      {
        id: deal.id,
        version: again.version,
        lines: [
          { type: 'Насос', price: 5_00 },
          { ...system, price: 7_00 },
        ],
      },
      anna.token,
    );
    expect(changed.body.amount).toBe(12_00);
    await app.call(undoChange, { changeId: changed.changeId }, anna.token);
    expect((await card(deal.id)).lines.map(({ type, price }) => [type, price])).toEqual([['Система очистки', 100_00]]);
    const { version } = await card(deal.id, chief);
    const deleted = await app.call(deleteDeal, { id: deal.id, version }, chief.token);
    expect((await app.call(getDeal, { id: deal.id }, anna.token)).status).toBe(404);
    await app.call(undoChange, { changeId: deleted.changeId }, chief.token);
    expect((await card(deal.id)).number).toBe(deal.number);
  });

  test('two people at once: the second is shown what the first wrote, also when only the lines changed', async () => {
    const deal = await begin({ lines: [{ ...system, quantity: 1000, price: 100_00 }] });
    const line = { ...system, quantity: 2000, price: 50_00 };
    app.clock.advance({ minutes: 1 });
    expect(
      (await app.call(updateDeal, { id: deal.id, version: deal.version, lines: [line] }, chief.token)).status,
    ).toBe(200);
    const late = await app.call(updateDeal, { id: deal.id, version: deal.version, financeNote: 'Аванс' }, anna.token);
    expect(late.status).toBe(409);
    expect(late.body.current).toMatchObject({ lines: [{ quantity: 2000 }] });
  });

  test('keeps its finance; the contract price is its sum from then on', async () => {
    const deal = await begin({ lines: [{ ...system, price: 100_00 }] });
    const finance = {
      contractPrice: 90_00,
      paymentTerms: '50 % аванс',
      contractNumber: 'Д-17',
      invoiceNumber: '345',
      financeNote: 'Скидка за объём',
    };
    const changed = (await app.call(updateDeal, { id: deal.id, version: deal.version, ...finance }, anna.token)).body;
    expect(changed).toMatchObject({ ...finance, amount: 90_00, linesAmount: 100_00 });
    const back = await app.call(updateDeal, { id: deal.id, version: changed.version, contractPrice: null }, anna.token);
    expect(back.body.amount).toBe(100_00);
    expect((await app.call(listDeals, { search: 'Д-17' }, anna.token)).body.rows.map(({ id }) => id)).toEqual([
      deal.id,
    ]);
  });

  test('tells how far the delivery is in five steps', async () => {
    let deal = await begin();
    for (const delivery of ['ordered', 'ready', 'shipped', 'delivered'] as const)
      deal = (await app.call(setDelivery, { id: deal.id, version: deal.version, delivery, comment: null }, anna.token))
        .body;
    expect(deal.delivery).toBe('delivered');
    expect(deal.events.filter(({ kind }) => kind === 'delivery').map(({ to }) => to)).toEqual([
      'delivered',
      'shipped',
      'ready',
      'ordered',
    ]);
  });

  test('keeps comments with their author, who alone may take his back', async () => {
    const deal = await begin();
    const said = (await app.call(commentDeal, { id: deal.id, comment: 'Ждём решения' }, anna.token)).body;
    expect((await app.call(deleteDealComment, { id: said.id, version: 1 }, chief.token)).status).toBe(403);
    await app.call(deleteDealComment, { id: said.id, version: 1 }, anna.token);
    expect((await card(deal.id)).events.map(({ kind }) => kind)).toEqual(['created']);
  });

  test('keeps documents by category with who and when, and says which mandatory ones are missing', async () => {
    const deal = await begin();
    expect(deal.missing.map(({ name }) => name)).toEqual(['Заявка', 'Предложение']);
    const { rows } = (await app.call(listDocumentCategories, {}, anna.token)).body;
    const upload = (query: Record<string, string>, by = anna) =>
      app.http('POST', `/api/deals/${deal.id}/documents?${new URLSearchParams(query)}`, {
        token: by.token,
        body: Buffer.from('расчёт'),
        headers: { 'content-type': 'application/octet-stream' },
      }) as unknown as Promise<Answer<DocumentView>>;
    const inquiry = rows.find(({ name }) => name === 'Заявка')!;
    const kept = (await upload({ fileName: 'заявка.pdf', categoryId: inquiry.id })).body;
    await upload({ fileName: 'расчёт.xlsx', category: 'calculation' });
    expect((await upload({ fileName: 'чужое.pdf' }, boris)).status).toBe(404);
    const now = await card(deal.id);
    expect(now.missing.map(({ name }) => name)).toEqual(['Предложение']);
    expect(now.documents.map(({ fileName, category, uploader }) => [fileName, category?.name, uploader?.id])).toEqual([
      ['расчёт.xlsx', 'Расчёт цены', anna.id],
      ['заявка.pdf', 'Заявка', anna.id],
    ]);
    const file = await download(app, anna.token, `/api/deals/${deal.id}/documents/${kept.id}/file`);
    expect(String(file.body)).toBe('расчёт');
    expect((await app.call(listDeals, { documentsMissing: true }, anna.token)).body.rows.map(({ id }) => id)).toContain(
      deal.id,
    );
    await app.call(deleteDealDocument, { dealId: deal.id, id: kept.id, version: 1 }, anna.token);
    expect((await card(deal.id)).missing.map(({ name }) => name)).toEqual(['Заявка', 'Предложение']);
  });

  test('goes with its company to the new manager while it is open; a closed one stays with who closed it', async () => {
    const open = await begin();
    const closed = (await move(await begin(), 'won')).body;
    await app.call(assignCompanies, { ids: [company.id], ownerId: boris.id, why: null }, chief.token);
    expect((await card(open.id, boris)).owner?.id).toBe(boris.id);
    expect((await card(open.id, boris)).events[0]).toMatchObject({ kind: 'owner', to: boris.name });
    expect((await card(closed.id, boris)).owner?.id).toBe(anna.id);
    // Anna closed it: she sees it, though not the company’s card any more.
    expect((await card(closed.id)).company.visible).toBe(false);
    expect((await app.call(getDeal, { id: open.id }, anna.token)).status).toBe(404);
  });

  test('is seen by its responsible though the company is another’s, and named to him by who reaches him', async () => {
    const department = await buildDepartment(app);
    const head = await buildUser(app, { role: 'head', departmentId: department.id });
    const clara = await buildUser(app, { departmentId: department.id });
    const own = await buildCompany(app, { ownerId: head.id });
    const deal = (await app.call(createDeal, { companyId: own.id, ownerId: clara.id }, head.token)).body;
    expect((await card(deal.id, clara)).owner?.id).toBe(clara.id);
    const outside = await app.call(createDeal, { companyId: own.id, ownerId: anna.id }, head.token);
    expect(outside.body.code).toBe('deals.ownerForbidden');
  });
});

describe('the list and the board', () => {
  let base: TestApp;
  let seller: Person;
  let rows: DealCard[];
  beforeAll(async () => {
    base = await testApp();
    seller = await buildUser(base);
    rows = [];
    for (const [index, name] of ['Астра', 'Василёк', 'Гвоздика', 'Ландыш', 'Мимоза'].entries()) {
      const one = await buildCompany(base, { ownerId: seller.id, name: `ООО «${name}»` });
      base.clock.advance({ minutes: 1 });
      const lines = [{ type: index % 2 ? 'Насос' : 'Система очистки', name: 'А', price: (index + 1) * 100_00 }];
      const created = await base.call(
        createDeal,
        { companyId: one.id, day: `2026-03-0${index + 1}`, lines },
        seller.token,
      );
      rows.push(created.body);
    }
  });
  afterAll(() => base.close());
  const found = async (filter: object) =>
    (await base.call(listDeals, filter, seller.token)).body.rows.map(({ company: { name } }) => name.slice(5, -1));

  test('are found by anything: number, company, equipment, sum, day, stage', async () => {
    expect(await found({})).toEqual(['Мимоза', 'Ландыш', 'Гвоздика', 'Василёк', 'Астра']);
    expect(await found({ search: rows[1]!.number })).toEqual(['Василёк']);
    expect(await found({ search: 'ландыш' })).toEqual(['Ландыш']);
    expect(await found({ type: 'насос' })).toEqual(['Ландыш', 'Василёк']);
    expect(await found({ amountFrom: 300_00, amountTo: 400_00 })).toEqual(['Ландыш', 'Гвоздика']);
    expect(await found({ from: '2026-03-02', to: '2026-03-03' })).toEqual(['Гвоздика', 'Василёк']);
    expect(await found({ meaning: 'won,lost' })).toEqual([]);
    expect(await found({ owner: 'none' })).toEqual([]);
    expect(await found({ sort: 'amount' })).toEqual(['Мимоза', 'Ландыш', 'Гвоздика', 'Василёк', 'Астра']);
    expect(await found({ sort: 'stageSince' })).toEqual(['Астра', 'Василёк', 'Гвоздика', 'Ландыш', 'Мимоза']);
  });

  test('pages meet without repeating, whatever the order', async () => {
    for (const sort of ['day', 'amount', 'stageSince'] as const) {
      const first = (await base.call(listDeals, { sort, limit: 2 }, seller.token)).body;
      const second = (await base.call(listDeals, { sort, limit: 200, after: first.next! }, seller.token)).body;
      expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(5);
      expect(second.rows).toHaveLength(3);
    }
  });

  test('the board has every stage with its count and sum; columns go on by the list', async () => {
    const [pipeline] = (await base.call(listPipelines, {}, seller.token)).body.rows;
    const won = pipeline!.stages.find(({ meaning }) => meaning === 'won')!;
    await base.call(
      moveDeal,
      { id: rows[4]!.id, version: rows[4]!.version, stageId: won.id, comment: null },
      seller.token,
    );
    const { columns } = (await base.call(dealBoard, { pipelineId: pipeline!.id, limit: 3 }, seller.token)).body;
    expect(columns.map(({ stage, count, amount }) => [stage.name, count, amount])).toEqual([
      ['Подготовка предложения', 4, 1000_00],
      ['В работе', 0, 0],
      ['Затормозилось', 0, 0],
      ['Выполнено', 1, 500_00],
      ['Dead', 0, 0],
    ]);
    const [first] = columns;
    expect(first!.rows).toHaveLength(3);
    const more = await base.call(listDeals, { stage: first!.stage.id, after: first!.next! }, seller.token);
    expect(more.body.rows.map(({ id }) => id)).toEqual([rows[0]!.id]);
    expect((await base.call(countDeals, { pipelineId: pipeline!.id }, seller.token)).body).toEqual({
      count: { value: 5, capped: false },
      amount: 1500_00,
    });
  });

  test('stages are the administrator’s: one with deals cannot go nor mean another thing', async () => {
    const admin = await buildUser(base, { role: 'administrator' });
    const [pipeline] = (await base.call(listPipelines, {}, admin.token)).body.rows;
    const [first, second] = pipeline!.stages;
    const change = (stage: typeof first, values: object) =>
      base.call(updateStage, { id: stage!.id, version: stage!.version, ...values }, admin.token);
    expect((await change(first, { archived: true })).body.code).toBe('deals.stageHasDeals');
    expect((await change(first, { meaning: 'won' })).body.code).toBe('deals.stageInUse');
    expect((await change(second, { name: 'Торг', archived: true })).body).toMatchObject({
      name: 'Торг',
      archived: true,
    });
    const added = (await base.call(createStage, { pipelineId: pipeline!.id, name: 'Пробный пуск' }, admin.token)).body;
    const names = (await base.call(listPipelines, {}, seller.token)).body.rows[0]!.stages.map(({ name }) => name);
    expect(names).toContain(added.name);
    expect(names).not.toContain('Торг');
  });
});
