import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { buildCompany, buildUser, type Person } from '../../test/builders';
import { buildDeal, buildOffer } from '../../test/deal-builders';
import { download } from '../../test/files';
import { testApp, type Answer, type TestApp } from '../../test/test-app';
import { createDeal, deleteDeal, getDeal, type DealCard } from '../deals/deals.contract';
import { undoChange } from '../system/system.contract';
import type { Company } from '../companies/companies.entity';
import {
  createOffer,
  getOffer,
  getOfferTemplate,
  listOffers,
  printOffer,
  redateOffer,
  resetOfferTemplate,
  setOfferStatus,
  sumOffers,
  updateOffer,
  type OfferTemplateView,
  type OfferView,
} from './offers.contract';
import { builtInTemplate } from './print-offer';

let app: TestApp;
let anna: Person;
let chief: Person;
let company: Company;
let deal: DealCard;
beforeAll(async () => {
  app = await testApp();
  anna = await buildUser(app, { name: 'Смирнова Анна', phone: '+78432000000', email: 'anna@example.test' });
  chief = await buildUser(app, { role: 'administrator' });
  company = await buildCompany(app, {
    ownerId: anna.id,
    name: 'ООО «Ромашка» & «Ко»',
    inn: '7707083893',
    kpp: '770701001',
    contacts: [{ name: 'Иванова Мария', position: 'Снабжение' }],
  });
});
beforeEach(async () => {
  const lines = [
    { type: 'Система очистки', name: 'OUUT', subName: 'X2–200', capacity: '227', price: 1_250_000_00 },
    { type: 'Насос', name: 'Гном', quantity: 2500, unit: 'компл', price: 33_33 },
  ];
  deal = (await app.call(createDeal, { companyId: company.id, lines }, anna.token)).body;
});
afterAll(() => app.close());

const offer = async (values: object = {}): Promise<OfferView> =>
  (await app.call(createOffer, { dealId: deal.id, ...values }, anna.token)).body;
const close = (one: OfferView, status: 'open' | 'won' | 'lost' | 'cancelled', reason: string | null = null) =>
  app.call(setOfferStatus, { id: one.id, version: one.version, status, reason }, anna.token);

describe('an offer', () => {
  test('takes the deal’s lines, its sum and VAT by line, its first equipment’s type, a month’s term', async () => {
    expect(await offer({ margin: 200_000_00, probability: 60 })).toMatchObject({
      day: '2026-03-12',
      status: 'open',
      validUntil: '2026-04-11',
      expectedOn: '2026-04-11',
      overdue: false,
      equipmentType: 'Система очистки',
      // 33.33 × 2.5 = 83.325 → 83.33
      amount: 1_250_083_33,
      vatRate: 22,
      // 1,250,000.00 · 22/122 = 225,409.84; 83.33 · 22/122 = 15.03
      vat: 225_409_84 + 15_03,
      owner: { id: anna.id },
    });
    expect((await offer()).number).toMatch(/^КП-\d+\/26$/);
  });

  test('refuses a term before its day and a negative chance, by name', async () => {
    const refused = async (values: object) =>
      Object.keys((await app.call(createOffer, { dealId: deal.id, ...values }, anna.token)).body.fields!);
    expect(await refused({ validUntil: '2026-03-11' })).toEqual(['validUntil']);
    expect(await refused({ expectedOn: '2026-03-01' })).toEqual(['expectedOn']);
    expect(await refused({ probability: 101 })).toEqual(['probability']);
    expect(await refused({ vatRate: 19 })).toEqual(['vatRate']);
  });

  test('is won, lost with a reason, opened again; each is told in the deal’s history', async () => {
    const one = await offer();
    expect((await close(one, 'lost')).body.fields).toEqual({ reason: 'напишите, почему' });
    const lost = (await close(one, 'lost', 'Дорого')).body;
    expect(lost).toMatchObject({ status: 'lost', reason: 'Дорого', closedOn: '2026-03-12' });
    expect(
      (await app.call(updateOffer, { id: one.id, version: lost.version, probability: 10 }, anna.token)).body.code,
    ).toBe('offers.closed');
    const open = (await close(lost, 'open')).body;
    expect(open).toMatchObject({ status: 'open', reason: null, closedOn: null });
    const won = await close(open, 'won');
    await app.call(undoChange, { changeId: won.changeId }, anna.token);
    expect((await app.call(getOffer, { id: one.id }, anna.token)).body.status).toBe('open');
    const { events } = (await app.call(getDeal, { id: deal.id }, anna.token)).body;
    expect(events.filter(({ kind }) => kind === 'offer')).toMatchObject([
      { to: 'open', from: one.number },
      { to: 'lost', comment: 'Дорого' },
      { to: 'created' },
    ]);
  });

  test('its term run out, it stands in the red list until it is given another in one tap', async () => {
    const overdue = async () =>
      (await app.call(listOffers, { dealId: deal.id, overdue: true }, anna.token)).body.rows.map(({ id }) => id);
    const one = await offer({ validUntil: '2026-03-12', expectedOn: '2026-05-01' });
    expect(await overdue()).toEqual([]);
    app.clock.advance({ days: 1 });
    expect(await overdue()).toEqual([one.id]);
    expect((await app.call(sumOffers, { dealId: deal.id }, anna.token)).body).toMatchObject({ count: 1, overdue: 1 });
    // Friday the 13th and a week: Friday the 20th. The expected day has not gone by and stays.
    const later = (await app.call(redateOffer, { id: one.id, version: one.version, by: 'week' }, anna.token)).body;
    expect(later).toMatchObject({ validUntil: '2026-03-20', expectedOn: '2026-05-01', overdue: false });
    // Two weeks and a month more fall on a Friday and a Sunday: the Sunday moves to Monday the 13th of April.
    const month = (await app.call(redateOffer, { id: one.id, version: later.version, by: 'month' }, anna.token)).body;
    expect(month.validUntil).toBe('2026-04-13');
    expect(await overdue()).toEqual([]);
    app.clock.advance({ days: -1 });
  });

  test('goes when its deal is deleted, and comes back with it', async () => {
    await offer();
    const { version } = (await app.call(getDeal, { id: deal.id }, chief.token)).body;
    const deleted = await app.call(deleteDeal, { id: deal.id, version }, chief.token);
    const count = async () => (await app.call(sumOffers, { dealId: deal.id }, chief.token)).body.count;
    expect(await count()).toBe(0);
    await app.call(undoChange, { changeId: deleted.changeId }, chief.token);
    expect(await count()).toBe(1);
  });
});

describe('printed', () => {
  const words = async (bytes: Buffer) =>
    (await (await JSZip.loadAsync(bytes)).file('word/document.xml')!.async('string'))
      .replace(/<[^>]+>/g, '')
      .replace(/[ \n]+/g, ' ');

  test('from the Word template it is kept with the deal, under «Предложение», and no longer missing', async () => {
    const one = await offer({ note: 'Скидка <5 %>' });
    const { body: document } = await app.call(printOffer, { id: one.id }, anna.token);
    expect(document).toMatchObject({
      fileName: `${one.number.replace('/', '-')} ООО Ромашка & Ко.docx`,
      category: { name: 'Предложение' },
      subject: { kind: 'deal', id: deal.id },
    });
    const card = (await app.call(getDeal, { id: deal.id }, anna.token)).body;
    expect(card.missing.map(({ name }) => name)).toEqual(['Заявка']);
    const { body } = await download(app, anna.token, `/api/deals/${deal.id}/documents/${document.id}/file`);
    const text = await words(body as unknown as Buffer);
    for (const said of [
      one.number,
      '12.03.2026',
      'ООО «Ромашка» &amp; «Ко»',
      '7707083893 / 770701001',
      'Система очистки OUUT X2–200 227',
      '2,5',
      '1\u00a0250\u00a0083,33',
      'в том числе НДС 22 %: 225\u00a0424,87 руб.',
      'Скидка &lt;5 %&gt;',
      'Смирнова Анна',
    ])
      expect(text).toContain(said);
    expect(text).not.toContain('{{');
  });

  const upload = (bytes: Buffer) =>
    app.http('POST', `/api/offer-template?${new URLSearchParams({ fileName: 'Наше КП.docx' })}`, {
      token: chief.token,
      body: bytes,
      headers: { 'content-type': 'application/octet-stream' },
    }) as unknown as Promise<Answer<OfferTemplateView>>;
  const changed = async (from: string, to: string) => {
    const zip = await JSZip.loadAsync(readFileSync(builtInTemplate));
    const xml = await zip.file('word/document.xml')!.async('string');
    zip.file('word/document.xml', xml.replaceAll(from, to));
    return zip.generateAsync({ type: 'nodebuffer' });
  };

  test('after the company’s own template, once it is tried; unknown fields are named, programs are not run', async () => {
    const unknown = await upload(await changed('{{note}}', '{{sum}} {{process.exit(1)}}'));
    expect(unknown.body).toMatchObject({
      code: 'offers.unknownFields',
      message: expect.stringContaining('sum, process.exit(1)'),
    });
    expect((await upload(await changed('{{END-FOR line}}', ''))).body.code).toBe('offers.notATemplate');
    expect((await upload(Buffer.from('это не Word'))).body.code).toBe('offers.notATemplate');
    expect((await app.call(getOfferTemplate, {}, chief.token)).body.custom).toBeNull();

    const taken = await upload(await changed('Название вашей компании', 'ООО «Поставщик»'));
    expect(taken.body.custom).toMatchObject({ fileName: 'Наше КП.docx', by: { id: chief.id } });
    const one = await offer();
    const { body: document } = await app.call(printOffer, { id: one.id }, anna.token);
    const { body } = await download(app, anna.token, `/api/deals/${deal.id}/documents/${document.id}/file`);
    expect(await words(body as unknown as Buffer)).toContain('ООО «Поставщик»');
    await app.call(resetOfferTemplate, {}, chief.token);
    expect((await app.call(getOfferTemplate, {}, chief.token)).body.custom).toBeNull();
  });
});

test('lists are read by term, day and expected day, page by page, and only one’s own', async () => {
  const boris = await buildUser(app);
  const other = await buildCompany(app, { ownerId: boris.id });
  const theirs = await buildDeal(app, other);
  for (const day of [3, 1, 2])
    await buildOffer(app, theirs, { validUntil: `2026-04-0${day}`, expectedOn: `2026-05-0${4 - day}` });
  const days = async (sort: 'due' | 'expected') => {
    const first = (await app.call(listOffers, { sort, limit: 2 }, boris.token)).body;
    const second = (await app.call(listOffers, { sort, limit: 2, after: first.next! }, boris.token)).body;
    return [...first.rows, ...second.rows].map(({ validUntil }) => validUntil.slice(-1)).join('');
  };
  expect(await days('due')).toBe('123');
  expect(await days('expected')).toBe('321');
  expect((await app.call(listOffers, { companyId: other.id }, anna.token)).body.rows).toEqual([]);
});
