import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { insertRecord } from '../kernel/records';
import type { Company } from '../modules/companies/companies.entity';
import { Document } from '../modules/documents/documents.entity';
import { documentPath } from '../modules/documents/keep-document';
import { hashOf } from '../modules/mail/logged-mail';
import { MailItem, MailRule } from '../modules/mail/mail.entity';
import { buildActivity } from './builders';
import type { TestApp } from './test-app';

let serial = 0;

/** A document with its file. */
export async function buildDocument(app: TestApp, company: Company, values: Partial<Document> = {}): Promise<Document> {
  const document = await app.write((ctx) =>
    insertRecord(ctx, Document, {
      companyId: company.id,
      activityId: null,
      subjectKind: null,
      subjectId: null,
      categoryId: null,
      fileName: 'Заявка.pdf',
      bytes: 4,
      hash: '0'.repeat(64),
      uploaderId: null,
      createdAt: ctx.clock.now(),
      deletedAt: null,
      ...values,
    }),
  );
  const path = documentPath(app.deps, document.id);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '%PDF');
  return document;
}

/** A letter logged on the company. */
export async function buildMail(app: TestApp, company: Company, values: Partial<MailItem> = {}): Promise<MailItem> {
  const activity = await buildActivity(app, company, { kind: 'email', status: 'done', note: 'Запрос цены' });
  return app.write((ctx) =>
    insertRecord(ctx, MailItem, {
      companyId: company.id,
      activityId: activity.id,
      kind: 'letter',
      direction: 'in',
      itemHash: hashOf(`<letter-${(serial += 1)}@romashka.example>`),
      threadHash: null,
      subject: 'Запрос цены',
      fromAddress: 'ivanova@romashka.example',
      fromName: 'Анна Иванова',
      people: [],
      at: ctx.clock.now(),
      body: 'Добрый день! Пришлите, пожалуйста, цены.',
      authorId: company.ownerId,
      createdAt: ctx.clock.now(),
      ...values,
    }),
  );
}

export const buildMailRule = (app: TestApp, values: Partial<MailRule> = {}): Promise<MailRule> =>
  app.write((ctx) => insertRecord(ctx, MailRule, { userId: null, kind: 'never', value: 'lawyer.example', ...values }));
