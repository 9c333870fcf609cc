import { flag, id, instant, integer, json, longText, nullable, text } from '../../service/kernel/columns';
import { migration } from '../schema-dsl';

/** Letters and their files beside the companies; people known by their Microsoft account. */
export const besideTheLetter = migration('BesideTheLetter1764000000000', {
  up: async (schema) => {
    await schema.addColumn('user_account', 'entraKey', nullable(text(80)));
    await schema.createIndex('uq_user_entra', {
      on: 'user_account',
      columns: ['entraKey'],
      unique: true,
      whereNotNull: 'entraKey',
    });

    await schema.createTable('document_category', {
      columns: { id: id(), version: integer(), name: text(80), position: integer(), archived: flag() },
    });
    await schema.createTable('document', {
      columns: {
        id: id(),
        version: integer(),
        companyId: id(),
        activityId: nullable(id()),
        categoryId: nullable(id()),
        fileName: text(250),
        bytes: integer(),
        hash: text(64),
        uploaderId: nullable(id()),
        createdAt: instant(),
        deletedAt: nullable(instant()),
      },
      references: {
        companyId: 'company',
        activityId: 'activity',
        categoryId: 'document_category',
        uploaderId: 'user_account',
      },
    });
    await schema.createIndex('ix_document_company', { on: 'document', columns: ['companyId', 'createdAt desc'] });
    await schema.createIndex('ix_document_activity', {
      on: 'document',
      columns: ['activityId'],
      whereNotNull: 'activityId',
    });

    await schema.createTable('mail_item', {
      columns: {
        id: id(),
        version: integer(),
        companyId: id(),
        activityId: id(),
        kind: text(10),
        direction: text(3),
        itemHash: text(64),
        threadHash: nullable(text(64)),
        subject: nullable(text(500)),
        fromAddress: text(320),
        fromName: nullable(text(200)),
        people: json(),
        at: instant(),
        body: nullable(longText()),
        authorId: nullable(id()),
        createdAt: instant(),
      },
      references: { companyId: 'company', activityId: 'activity', authorId: 'user_account' },
    });
    await schema.createIndex('uq_mail_item', { on: 'mail_item', columns: ['itemHash', 'companyId'], unique: true });
    await schema.createIndex('ix_mail_thread', {
      on: 'mail_item',
      columns: ['threadHash', 'at desc'],
      whereNotNull: 'threadHash',
    });
    await schema.createIndex('ix_mail_activity', { on: 'mail_item', columns: ['activityId'] });
    await schema.createIndex('ix_mail_company', { on: 'mail_item', columns: ['companyId'] });

    await schema.createTable('mail_choice', {
      columns: {
        id: id(),
        version: integer(),
        userId: id(),
        address: text(320),
        companyId: id(),
        contactId: nullable(id()),
      },
      references: { userId: 'user_account', companyId: 'company', contactId: 'contact' },
    });
    await schema.createIndex('uq_mail_choice', {
      on: 'mail_choice',
      columns: ['userId', 'address'],
      unique: true,
    });

    await schema.createTable('mail_rule', {
      columns: { id: id(), version: integer(), userId: nullable(id()), kind: text(10), value: text(320) },
      references: { userId: 'user_account' },
    });
    await schema.createIndex('ix_mail_rule_user', { on: 'mail_rule', columns: ['userId'] });
  },
  down: async (schema) => {
    for (const table of ['mail_rule', 'mail_choice', 'mail_item', 'document', 'document_category'])
      await schema.dropTable(table);
    await schema.dropIndex('uq_user_entra', 'user_account');
    await schema.dropColumn('user_account', 'entraKey');
  },
});
