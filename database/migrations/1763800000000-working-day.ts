import {
  bigInteger,
  flag,
  id,
  instant,
  integer,
  json,
  localDate,
  longText,
  nullable,
  text,
} from '../../service/kernel/columns';
import { migration } from '../schema-dsl';

/** Everything the working day stands on: people, companies, activities, jobs, history, imports. */
export const workingDay = migration('WorkingDay1763800000000', {
  up: async (schema) => {
    await schema.createTable('audit_entry', {
      columns: {
        id: id(),
        at: instant(),
        userId: nullable(id()),
        changeId: id(),
        entity: text(60),
        recordId: id(),
        scopeId: nullable(id()),
        action: text(10),
        fields: json(),
      },
    });
    await schema.createTable('job', {
      columns: {
        id: id(),
        kind: text(60),
        payload: json(),
        status: text(10),
        attempts: integer(),
        runAt: instant(),
        leaseUntil: nullable(instant()),
        lease: nullable(id()),
        error: nullable(longText()),
        createdAt: instant(),
        finishedAt: nullable(instant()),
      },
    });
    await schema.createTable('role', {
      columns: {
        id: id(),
        version: integer(),
        code: text(40),
        name: text(120),
        grants: json(),
      },
    });
    await schema.createTable('department', {
      columns: {
        id: id(),
        version: integer(),
        name: text(120),
      },
    });
    await schema.createTable('user_account', {
      columns: {
        id: id(),
        version: integer(),
        login: text(100),
        loginKey: text(140),
        passwordHash: text(300),
        mustChangePassword: flag(),
        name: text(120),
        email: nullable(text(200)),
        phone: nullable(text(40)),
        roleId: id(),
        departmentId: nullable(id()),
        timeZone: text(64),
        locale: text(5),
        theme: text(10),
        status: text(10),
        lastSeenAt: nullable(instant()),
        createdAt: instant(),
        deletedAt: nullable(instant()),
      },
      references: { roleId: 'role', departmentId: 'department' },
    });
    await schema.createTable('absence', {
      columns: {
        id: id(),
        version: integer(),
        userId: id(),
        fromDay: localDate(),
        toDay: localDate(),
        reason: nullable(text(200)),
      },
      references: { userId: 'user_account' },
    });
    await schema.createTable('session', {
      columns: {
        id: id(),
        userId: id(),
        tokenHash: text(64),
        createdAt: instant(),
        lastUsedAt: instant(),
        expiresAt: instant(),
        device: nullable(text(300)),
      },
      references: { userId: 'user_account' },
    });
    await schema.createTable('calendar_day', {
      columns: {
        id: id(),
        version: integer(),
        country: text(2),
        day: localDate(),
        kind: text(10),
        title: nullable(text(120)),
      },
    });
    await schema.createTable('place', {
      columns: {
        id: id(),
        timeZone: text(64),
        country: text(2),
      },
    });
    await schema.createTable('company', {
      rowKey: true,
      columns: {
        id: id(),
        version: integer(),
        name: text(250),
        nameKey: text(250),
        status: text(10),
        ownerId: nullable(id()),
        assignedAt: nullable(instant()),
        city: nullable(text(100)),
        cityKey: nullable(text(100)),
        region: nullable(text(100)),
        country: text(2),
        timeZone: text(64),
        address: nullable(text(500)),
        site: nullable(text(250)),
        workFrom: integer(),
        workTo: integer(),
        breakFrom: nullable(integer()),
        breakTo: nullable(integer()),
        workDays: integer(),
        purchasingPower: text(10),
        annualPurchases: nullable(bigInteger()),
        purchasingNote: nullable(text(2000)),
        notes: nullable(longText()),
        source: nullable(text(100)),
        noNextReason: nullable(text(300)),
        phones: json(),
        emails: json(),
        inn: nullable(text(12)),
        nextContactAt: nullable(instant()),
        nextContactId: nullable(id()),
        nextContactKind: nullable(text(20)),
        nextPostponed: integer(),
        lastContactAt: nullable(instant()),
        lastNote: nullable(text(300)),
        createdAt: instant(),
        updatedAt: instant(),
        deletedAt: nullable(instant()),
      },
      references: { ownerId: 'user_account' },
    });
    await schema.createTable('assignment', {
      columns: {
        id: id(),
        version: integer(),
        companyId: id(),
        ownerId: nullable(id()),
        startedAt: instant(),
        endedAt: nullable(instant()),
        assignedBy: nullable(id()),
        why: nullable(text(300)),
      },
      references: { companyId: 'company', ownerId: 'user_account' },
    });
    await schema.createTable('contact', {
      columns: {
        id: id(),
        version: integer(),
        companyId: id(),
        name: text(200),
        position: nullable(text(200)),
        roles: json(),
        birthDay: nullable(integer()),
        birthMonth: nullable(integer()),
        birthYear: nullable(integer()),
        phones: json(),
        emails: json(),
        note: nullable(text(2000)),
        main: flag(),
        createdAt: instant(),
        deletedAt: nullable(instant()),
      },
      references: { companyId: 'company' },
    });
    await schema.createTable('contact_point', {
      columns: {
        id: id(),
        companyId: id(),
        contactId: nullable(id()),
        kind: text(10),
        value: text(200),
      },
      references: { companyId: 'company', contactId: 'contact' },
    });
    await schema.createTable('legal_entity', {
      columns: {
        id: id(),
        version: integer(),
        companyId: id(),
        name: text(500),
        inn: nullable(text(12)),
        kpp: nullable(text(9)),
        ogrn: nullable(text(15)),
        legalAddress: nullable(text(500)),
        actualAddress: nullable(text(500)),
        director: nullable(text(200)),
        main: flag(),
        accounts: json(),
        requisitesKey: nullable(text(22)),
        createdAt: instant(),
        deletedAt: nullable(instant()),
      },
      references: { companyId: 'company' },
    });
    await schema.createTable('consignee', {
      columns: {
        id: id(),
        version: integer(),
        companyId: id(),
        name: text(300),
        kpp: nullable(text(9)),
        address: text(500),
        city: nullable(text(100)),
        timeZone: nullable(text(64)),
        contactName: nullable(text(200)),
        phone: nullable(json()),
        note: nullable(text(2000)),
        createdAt: instant(),
        deletedAt: nullable(instant()),
      },
      references: { companyId: 'company' },
    });
    await schema.createTable('saved_view', {
      columns: {
        id: id(),
        version: integer(),
        userId: id(),
        list: text(20),
        name: text(80),
        query: json(),
        shared: flag(),
      },
      references: { userId: 'user_account' },
    });
    await schema.createTable('outcome', {
      columns: {
        id: id(),
        version: integer(),
        kind: text(20),
        name: text(80),
        reached: flag(),
        preset: nullable(text(20)),
        position: integer(),
        archived: flag(),
      },
    });
    await schema.createTable('activity', {
      columns: {
        id: id(),
        version: integer(),
        companyId: id(),
        contactId: nullable(id()),
        kind: text(20),
        status: text(10),
        at: instant(),
        plannedAt: nullable(instant()),
        outcomeId: nullable(id()),
        note: nullable(longText()),
        minutes: nullable(integer()),
        postponed: integer(),
        pinnedAt: nullable(instant()),
        ownerId: nullable(id()),
        authorId: nullable(id()),
        createdAt: instant(),
        deletedAt: nullable(instant()),
      },
      references: {
        companyId: 'company',
        contactId: 'contact',
        outcomeId: 'outcome',
        ownerId: 'user_account',
        authorId: 'user_account',
      },
    });
    await schema.createTable('company_import', {
      columns: {
        id: id(),
        userId: id(),
        fileName: text(250),
        format: text(5),
        encoding: nullable(text(20)),
        delimiter: nullable(text(5)),
        recognisedAs: nullable(text(60)),
        columns: json(),
        mapping: json(),
        mode: text(20),
        ownerId: nullable(id()),
        status: text(12),
        dryRun: flag(),
        total: nullable(integer()),
        lastRow: integer(),
        processed: integer(),
        counts: json(),
        cancelAsked: flag(),
        error: nullable(longText()),
        createdAt: instant(),
        finishedAt: nullable(instant()),
      },
      references: { userId: 'user_account' },
    });
    await schema.createTable('import_row', {
      columns: {
        id: id(),
        importId: id(),
        rowNumber: integer(),
        result: text(10),
        name: nullable(text(250)),
        companyId: nullable(id()),
        reasons: json(),
      },
      references: { importId: 'company_import' },
    });
    await schema.createTable('import_profile', {
      columns: {
        id: id(),
        headersKey: text(64),
        mapping: json(),
        usedAt: instant(),
      },
    });
    await schema.createTable('company_export', {
      columns: {
        id: id(),
        userId: id(),
        fileName: text(250),
        filter: json(),
        why: nullable(text(200)),
        status: text(10),
        total: nullable(integer()),
        processed: integer(),
        cancelAsked: flag(),
        error: nullable(longText()),
        createdAt: instant(),
      },
      references: { userId: 'user_account' },
    });

    await schema.createIndex('ix_audit_entry_scope', { on: 'audit_entry', columns: ['scopeId', 'id'] });
    await schema.createIndex('ix_audit_entry_change', { on: 'audit_entry', columns: ['changeId'] });
    await schema.createIndex('ix_audit_entry_user', { on: 'audit_entry', columns: ['userId', 'id'] });
    await schema.createIndex('ix_job_due', { on: 'job', columns: ['status', 'runAt', 'id'] });
    await schema.createIndex('uq_user_account_login', { on: 'user_account', columns: ['loginKey'], unique: true });
    await schema.createIndex('ix_user_account_department', { on: 'user_account', columns: ['departmentId'] });
    await schema.createIndex('ix_user_account_role', { on: 'user_account', columns: ['roleId'] });
    await schema.createIndex('ix_absence_user', { on: 'absence', columns: ['userId', 'toDay'] });
    await schema.createIndex('uq_session_token', { on: 'session', columns: ['tokenHash'], unique: true });
    await schema.createIndex('ix_session_user', { on: 'session', columns: ['userId'] });
    await schema.createIndex('uq_calendar_day', { on: 'calendar_day', columns: ['country', 'day'], unique: true });
    await schema.createIndex('uq_place', { on: 'place', columns: ['timeZone', 'country'], unique: true });
    await schema.createIndex('ix_company_name', { on: 'company', columns: ['nameKey', 'id'], whereNull: 'deletedAt' });
    await schema.createIndex('ix_company_owner_name', {
      on: 'company',
      columns: ['ownerId', 'nameKey', 'id'],
      whereNull: 'deletedAt',
    });
    await schema.createIndex('ix_company_city_name', {
      on: 'company',
      columns: ['cityKey', 'nameKey', 'id'],
      whereNull: 'deletedAt',
    });
    await schema.createIndex('ix_company_next', {
      on: 'company',
      columns: ['nextContactAt', 'id'],
      whereNull: 'deletedAt',
    });
    await schema.createIndex('ix_company_owner_next', {
      on: 'company',
      columns: ['ownerId', 'nextContactAt', 'id'],
      whereNull: 'deletedAt',
    });
    await schema.createIndex('ix_company_owner_city_next', {
      on: 'company',
      columns: ['ownerId', 'cityKey', 'nextContactAt', 'id'],
      whereNull: 'deletedAt',
    });
    await schema.createIndex('ix_company_city_next', {
      on: 'company',
      columns: ['cityKey', 'nextContactAt', 'id'],
      whereNull: 'deletedAt',
    });
    await schema.createIndex('ix_company_last', {
      on: 'company',
      columns: ['lastContactAt', 'id'],
      whereNull: 'deletedAt',
    });
    await schema.createIndex('ix_company_created', {
      on: 'company',
      columns: ['createdAt', 'id'],
      whereNull: 'deletedAt',
    });
    await schema.createIndex('ix_assignment_company', { on: 'assignment', columns: ['companyId', 'startedAt'] });
    await schema.createIndex('ix_contact_company', { on: 'contact', columns: ['companyId'] });
    await schema.createIndex('ix_contact_birthday', {
      on: 'contact',
      columns: ['birthMonth', 'birthDay'],
      whereNotNull: 'birthMonth',
    });
    await schema.createIndex('ix_contact_point_value', { on: 'contact_point', columns: ['kind', 'value'] });
    await schema.createIndex('ix_contact_point_company', { on: 'contact_point', columns: ['companyId'] });
    await schema.createIndex('ix_legal_entity_company', { on: 'legal_entity', columns: ['companyId'] });
    await schema.createIndex('ix_legal_entity_inn', { on: 'legal_entity', columns: ['inn'] });
    await schema.createIndex('uq_legal_entity_requisites', {
      on: 'legal_entity',
      columns: ['requisitesKey'],
      unique: true,
      whereNotNull: 'requisitesKey',
      whereNull: 'deletedAt',
    });
    await schema.createIndex('ix_consignee_company', { on: 'consignee', columns: ['companyId'] });
    await schema.createIndex('ix_saved_view_user', { on: 'saved_view', columns: ['userId'] });
    await schema.createIndex('ix_activity_company', {
      on: 'activity',
      columns: ['companyId', 'status', 'at', 'id'],
      whereNull: 'deletedAt',
    });
    await schema.createIndex('ix_activity_status', {
      on: 'activity',
      columns: ['status', 'at', 'id'],
      whereNull: 'deletedAt',
    });
    await schema.createIndex('ix_activity_pinned', {
      on: 'activity',
      columns: ['companyId', 'pinnedAt'],
      whereNotNull: 'pinnedAt',
    });
    await schema.createIndex('ix_activity_owner', {
      on: 'activity',
      columns: ['ownerId', 'status', 'at', 'id'],
      whereNull: 'deletedAt',
    });
    await schema.createIndex('ix_company_import_created', { on: 'company_import', columns: ['createdAt', 'id'] });
    await schema.createIndex('ix_import_row', { on: 'import_row', columns: ['importId', 'rowNumber'] });
    await schema.createIndex('ix_import_row_result', {
      on: 'import_row',
      columns: ['importId', 'result', 'rowNumber'],
    });
    await schema.createIndex('uq_import_profile', { on: 'import_profile', columns: ['headersKey'], unique: true });

    // Search: FTS5's trigrams on SQLite; SQL Server has none, so there the trigrams are rows of ours. Both hold the
    // same normalised document of a company (kernel/search-text.ts) under its rowKey.
    await schema.raw({
      sqlite: [
        "create virtual table company_fts using fts5(document, tokenize = 'trigram case_sensitive 1', content = '', contentless_delete = 1)",
      ],
      mssql: [
        'create table "company_search" ("rowKey" int not null, "document" nvarchar(max) not null, constraint "pk_company_search" primary key ("rowKey"))',
        'create table "company_gram" ("gram" int not null, "rowKey" int not null, constraint "pk_company_gram" primary key ("gram", "rowKey"))',
        'create index "ix_company_gram_row" on "company_gram" ("rowKey")',
      ],
    });
  },
  down: async (schema) => {
    await schema.raw({
      sqlite: ['drop table company_fts'],
      mssql: ['drop table "company_gram"', 'drop table "company_search"'],
    });
    for (const table of [
      'company_export',
      'import_profile',
      'import_row',
      'company_import',
      'activity',
      'outcome',
      'saved_view',
      'consignee',
      'legal_entity',
      'contact_point',
      'contact',
      'assignment',
      'company',
      'place',
      'calendar_day',
      'session',
      'absence',
      'user_account',
      'department',
      'role',
      'job',
      'audit_entry',
    ])
      await schema.dropTable(table);
  },
});
