import { existsSync } from 'node:fs';
import { buildActivity, buildCompany, buildUser, type Person } from '../../test/builders';
import { download } from '../../test/files';
import { testApp, type Answer, type TestApp } from '../../test/test-app';
import { undoChange } from '../system/system.contract';
import type { Company } from '../companies/companies.entity';
import {
  createDocumentCategory,
  deleteDocument,
  largestDocument,
  listDocumentCategories,
  listDocuments,
  updateDocumentCategory,
  type DocumentView,
} from './documents.contract';
import { documentPath } from './keep-document';

let app: TestApp;
let anna: Person;
let company: Company;
beforeAll(async () => {
  app = await testApp();
  anna = await buildUser(app);
});
beforeEach(async () => {
  company = await buildCompany(app, { ownerId: anna.id });
});
afterAll(() => app.close());

const keep = (query: Record<string, string>, bytes: Buffer | string = '%PDF', by = anna) =>
  app.http('POST', `/api/companies/${company.id}/documents?${new URLSearchParams(query)}`, {
    token: by.token,
    body: Buffer.from(bytes),
    headers: { 'content-type': 'application/octet-stream' },
  }) as unknown as Promise<Answer<DocumentView>>;
const kept = async () => (await app.call(listDocuments, { companyId: company.id }, anna.token)).body.rows;

describe('a document of a company', () => {
  test('is kept with its category, who brought it and when, and comes back as it was', async () => {
    const { rows: categories } = (await app.call(listDocumentCategories, {}, anna.token)).body;
    const fileName = 'Заявка №5 «Ромашка».pdf';
    const { status, body } = await keep({ fileName, categoryId: categories[0]!.id }, 'двоичное содержимое');
    expect(status).toBe(200);
    expect(await kept()).toEqual([body]);
    expect(body).toMatchObject({
      fileName,
      bytes: Buffer.byteLength('двоичное содержимое'),
      category: { name: categories[0]!.name },
      uploader: { id: anna.id },
      at: app.clock.now().toISOString(),
      can: { delete: true },
    });
    const answer = await download(app, anna.token, `/api/documents/${body.id}/file`);
    expect(String(answer.body)).toBe('двоичное содержимое');
    expect(answer.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`);
    expect(answer.headers['content-type']).toBe('application/octet-stream');
  });

  test('sent twice to one activity is kept once, under another name or elsewhere again', async () => {
    const { id: activityId } = await buildActivity(app, company, { kind: 'email', status: 'done' });
    const first = await keep({ fileName: 'a.pdf', activityId });
    expect((await keep({ fileName: 'a.pdf', activityId })).body.id).toBe(first.body.id);
    expect((await keep({ fileName: 'b.pdf', activityId })).body.id).not.toBe(first.body.id);
    expect((await keep({ fileName: 'a.pdf' })).body.id).not.toBe(first.body.id);
    expect(await kept()).toHaveLength(3);
    const { rows } = (await app.call(listDocuments, { companyId: company.id, activityId }, anna.token)).body;
    expect(rows.map(({ fileName }) => fileName).sort()).toEqual(['a.pdf', 'b.pdf']);
  });

  test('too large, without a name, of a strange activity or category is refused and leaves nothing', async () => {
    const other = await buildActivity(app, await buildCompany(app));
    expect(await keep({ fileName: 'a.iso' }, Buffer.alloc(largestDocument + 1))).toMatchObject({
      status: 413,
      body: { code: 'documents.tooLarge' },
    });
    expect((await keep({ fileName: ' ' })).body.fields).toHaveProperty('fileName');
    expect((await keep({ fileName: 'a', activityId: other.id })).body.fields).toHaveProperty('activityId');
    expect((await keep({ fileName: 'a', categoryId: 'none' })).body.fields).toHaveProperty('categoryId');
    expect(await kept()).toEqual([]);
  });

  test('removed may be had back for ten minutes; then its file is gone for good', async () => {
    const { body } = await keep({ fileName: 'a.pdf' });
    const removed = await app.call(deleteDocument, { id: body.id, version: body.version }, anna.token);
    expect(await kept()).toEqual([]);
    expect((await app.http('GET', `/api/documents/${body.id}/file`, { token: anna.token })).status).toBe(404);
    await app.call(undoChange, { changeId: removed.changeId }, anna.token);
    expect(await kept()).toHaveLength(1);
    app.clock.advance({ minutes: 30 });
    await app.drainJobs();
    expect(existsSync(documentPath(app.deps, body.id))).toBe(true);

    const [again] = await kept();
    await app.call(deleteDocument, { id: body.id, version: again!.version }, anna.token);
    app.clock.advance({ minutes: 30 });
    await app.drainJobs();
    expect(existsSync(documentPath(app.deps, body.id))).toBe(false);
  });

  test('is the business of whoever may see the company: others bring nothing and take nothing', async () => {
    const boris = await buildUser(app);
    const accountant = await buildUser(app, { role: 'accountant' });
    const { body } = await keep({ fileName: 'a.pdf' });
    expect((await keep({ fileName: 'b.pdf' }, 'x', boris)).status).toBe(404);
    expect((await keep({ fileName: 'b.pdf' }, 'x', accountant)).status).toBe(403);
    expect((await app.http('GET', `/api/documents/${body.id}/file`, { token: boris.token })).status).toBe(404);
    expect((await download(app, accountant.token, `/api/documents/${body.id}/file`)).status).toBe(200);
    expect((await app.http('POST', `/api/companies/${company.id}/documents?fileName=a`, { body: {} })).status).toBe(
      401,
    );
  });
});

test('categories are the administrator’s: an archived one is no longer offered, its documents keep it', async () => {
  const chief = await buildUser(app, { role: 'administrator' });
  const { body: category } = await app.call(createDocumentCategory, { name: 'Чертежи', position: 3 }, chief.token);
  await keep({ fileName: 'план.dwg', categoryId: category.id });
  await app.call(updateDocumentCategory, { id: category.id, version: 1, archived: true }, chief.token);
  const { rows } = (await app.call(listDocumentCategories, {}, anna.token)).body;
  expect(rows.map(({ name }) => name)).not.toContain('Чертежи');
  expect((await kept())[0]!.category).toEqual({ id: category.id, name: 'Чертежи' });
});
