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

/** A line of a deal and of an offer: what, how much, for how much. */
const line = () => ({
  id: id(),
  version: integer(),
  position: integer(),
  itemId: id(),
  type: text(120),
  name: text(120),
  subName: text(120),
  capacity: text(60),
  quantity: bigInteger(),
  unit: text(20),
  price: nullable(bigInteger()),
  amount: bigInteger(),
  note: nullable(text(500)),
});

/** The equipment catalogue, pipelines, deals with their lines and history, offers, and how the forecast moved. */
export const deals = migration('Deals1764300000000', {
  up: async (schema) => {
    // What a built-in role was offered by earlier versions; what a new version brings is given to it once.
    await schema.addColumn('role', 'knownPermissions', nullable(json()));
    await schema.addColumn('document_category', 'code', nullable(text(20)));
    await schema.addColumn('document_category', 'neededForDeals', nullable(flag()));
    await schema.addColumn('document', 'subjectKind', nullable(text(20)));
    await schema.addColumn('document', 'subjectId', nullable(id()));
    await schema.createIndex('ix_document_subject', {
      on: 'document',
      columns: ['subjectId', 'createdAt', 'id'],
      whereNotNull: 'subjectId',
    });

    await schema.createTable('number_counter', { columns: { id: id(), lastNumber: integer() } });

    await schema.createTable('catalog_item', {
      columns: {
        id: id(),
        version: integer(),
        type: text(120),
        name: text(120),
        subName: text(120),
        capacity: text(60),
        typeKey: text(120),
        nameKey: text(120),
        subNameKey: text(120),
        capacityKey: text(60),
        unit: text(20),
        price: nullable(bigInteger()),
        uses: integer(),
        archived: flag(),
        createdAt: instant(),
      },
    });
    await schema.createIndex('uq_catalog_item', {
      on: 'catalog_item',
      columns: ['typeKey', 'nameKey', 'subNameKey', 'capacityKey'],
      unique: true,
    });

    await schema.createTable('pipeline', {
      columns: { id: id(), version: integer(), name: text(80), position: integer(), archived: flag() },
    });
    await schema.createTable('deal_stage', {
      columns: {
        id: id(),
        version: integer(),
        pipelineId: id(),
        name: text(80),
        meaning: text(10),
        position: integer(),
        archived: flag(),
      },
      references: { pipelineId: 'pipeline' },
    });
    await schema.createIndex('ix_deal_stage_order', { on: 'deal_stage', columns: ['pipelineId', 'position'] });

    await schema.createTable('deal', {
      rowKey: true,
      columns: {
        id: id(),
        version: integer(),
        number: text(40),
        day: localDate(),
        companyId: id(),
        contactId: nullable(id()),
        ownerId: nullable(id()),
        subject: text(300),
        pipelineId: id(),
        stageId: id(),
        meaning: text(10),
        stageSince: instant(),
        stageComment: nullable(text(2000)),
        closedOn: nullable(localDate()),
        amount: bigInteger(),
        linesAmount: bigInteger(),
        contractPrice: nullable(bigInteger()),
        paymentTerms: nullable(text(500)),
        contractNumber: nullable(text(60)),
        invoiceNumber: nullable(text(60)),
        financeNote: nullable(text(2000)),
        delivery: text(20),
        deliveryOn: nullable(localDate()),
        deliveryNote: nullable(text(2000)),
        activityId: nullable(id()),
        createdAt: instant(),
        updatedAt: instant(),
        deletedAt: nullable(instant()),
      },
      references: { companyId: 'company', pipelineId: 'pipeline', stageId: 'deal_stage' },
    });
    await schema.createIndex('uq_deal_number', { on: 'deal', columns: ['number'], unique: true });
    await schema.createIndex('ix_deal_day', { on: 'deal', columns: ['day desc', 'id desc'], whereNull: 'deletedAt' });
    await schema.createIndex('ix_deal_amount', {
      on: 'deal',
      columns: ['amount desc', 'id desc'],
      whereNull: 'deletedAt',
    });
    await schema.createIndex('ix_deal_stage_since', {
      on: 'deal',
      columns: ['stageSince', 'id'],
      whereNull: 'deletedAt',
    });
    await schema.createIndex('ix_deal_stage', { on: 'deal', columns: ['stageId', 'day desc', 'id desc'] });
    await schema.createIndex('ix_deal_board', {
      on: 'deal',
      columns: ['pipelineId', 'stageId', 'amount', 'companyId'],
      whereNull: 'deletedAt',
    });
    await schema.createIndex('ix_deal_company', { on: 'deal', columns: ['companyId', 'day desc', 'id desc'] });
    await schema.createIndex('ix_deal_owner', { on: 'deal', columns: ['ownerId', 'day desc', 'id desc'] });
    await schema.raw({
      sqlite: [
        "create virtual table deal_fts using fts5(document, tokenize = 'trigram case_sensitive 1', content = '', contentless_delete = 1)",
      ],
      mssql: [
        'create table "deal_search" ("rowKey" int not null, "document" nvarchar(max) not null, constraint "pk_deal_search" primary key ("rowKey"))',
        'create table "deal_gram" ("gram" int not null, "rowKey" int not null, constraint "pk_deal_gram" primary key ("gram", "rowKey"))',
        'create index "ix_deal_gram_row" on "deal_gram" ("rowKey")',
      ],
    });

    await schema.createTable('deal_line', {
      columns: { ...line(), dealId: id() },
      references: { dealId: 'deal', itemId: 'catalog_item' },
    });
    await schema.createIndex('ix_deal_line', { on: 'deal_line', columns: ['dealId', 'position'] });
    await schema.createIndex('ix_deal_line_item', { on: 'deal_line', columns: ['itemId'] });

    await schema.createTable('deal_event', {
      columns: {
        id: id(),
        version: integer(),
        dealId: id(),
        kind: text(10),
        fromCode: nullable(text(80)),
        toCode: nullable(text(80)),
        comment: nullable(longText()),
        byId: nullable(id()),
        at: instant(),
        deletedAt: nullable(instant()),
      },
      references: { dealId: 'deal' },
    });
    await schema.createIndex('ix_deal_event', { on: 'deal_event', columns: ['dealId', 'at desc', 'id desc'] });

    await schema.createTable('offer', {
      columns: {
        id: id(),
        version: integer(),
        dealId: id(),
        companyId: id(),
        ownerId: nullable(id()),
        authorId: nullable(id()),
        number: text(40),
        day: localDate(),
        status: text(10),
        reason: nullable(text(500)),
        closedOn: nullable(localDate()),
        validUntil: localDate(),
        expectedOn: localDate(),
        dueOn: localDate(),
        equipmentType: text(120),
        amount: bigInteger(),
        margin: bigInteger(),
        probability: integer(),
        vatRate: nullable(integer()),
        paymentTerms: nullable(text(500)),
        deliveryTerms: nullable(text(500)),
        note: nullable(text(2000)),
        createdAt: instant(),
        changedAt: instant(),
        deletedAt: nullable(instant()),
      },
      references: { dealId: 'deal', companyId: 'company' },
    });
    await schema.createIndex('uq_offer_number', { on: 'offer', columns: ['number'], unique: true });
    await schema.createIndex('ix_offer_deal', { on: 'offer', columns: ['dealId', 'day desc', 'id desc'] });
    await schema.createIndex('ix_offer_company', { on: 'offer', columns: ['companyId', 'day desc', 'id desc'] });
    await schema.createIndex('ix_offer_author', { on: 'offer', columns: ['authorId', 'day desc', 'id desc'] });
    await schema.createIndex('ix_offer_day', { on: 'offer', columns: ['day desc', 'id desc'], whereNull: 'deletedAt' });
    await schema.createIndex('ix_offer_due', { on: 'offer', columns: ['status', 'dueOn', 'id'] });
    await schema.createIndex('ix_offer_owner_due', { on: 'offer', columns: ['ownerId', 'status', 'dueOn', 'id'] });
    await schema.createIndex('ix_offer_expected', { on: 'offer', columns: ['status', 'expectedOn', 'id'] });

    await schema.createTable('offer_line', {
      columns: { ...line(), offerId: id() },
      references: { offerId: 'offer', itemId: 'catalog_item' },
    });
    await schema.createIndex('ix_offer_line', { on: 'offer_line', columns: ['offerId', 'position'] });
    await schema.createIndex('ix_offer_line_item', { on: 'offer_line', columns: ['itemId'] });

    await schema.createTable('offer_template', {
      columns: {
        id: id(),
        version: integer(),
        fileName: text(250),
        bytes: integer(),
        byId: nullable(id()),
        at: instant(),
      },
    });

    await schema.createTable('forecast_move', {
      columns: {
        id: id(),
        offerId: id(),
        at: instant(),
        byId: nullable(id()),
        month: text(7),
        ownerId: nullable(id()),
        equipmentType: text(120),
        amount: bigInteger(),
        weighted: bigInteger(),
        margin: bigInteger(),
        won: bigInteger(),
        wonMargin: bigInteger(),
        why: text(20),
      },
      references: { offerId: 'offer' },
    });
    await schema.createIndex('ix_forecast_move_month', { on: 'forecast_move', columns: ['month', 'at', 'id'] });
    await schema.createIndex('ix_forecast_move_offer', { on: 'forecast_move', columns: ['offerId', 'id'] });

    await schema.createTable('sales_plan', {
      columns: { id: id(), version: integer(), userId: id(), month: text(7), amount: bigInteger() },
      references: { userId: 'user_account' },
    });
    await schema.createIndex('uq_sales_plan', { on: 'sales_plan', columns: ['month', 'userId'], unique: true });
  },
  down: async (schema) => {
    await schema.raw({
      sqlite: ['drop table deal_fts'],
      mssql: ['drop table "deal_gram"', 'drop table "deal_search"'],
    });
    for (const table of [
      'sales_plan',
      'forecast_move',
      'offer_template',
      'offer_line',
      'offer',
      'deal_event',
      'deal_line',
      'deal',
      'deal_stage',
      'pipeline',
      'catalog_item',
      'number_counter',
    ])
      await schema.dropTable(table);
    await schema.dropIndex('ix_document_subject', 'document');
    for (const column of ['subjectKind', 'subjectId']) await schema.dropColumn('document', column);
    for (const column of ['code', 'neededForDeals']) await schema.dropColumn('document_category', column);
    await schema.dropColumn('role', 'knownPermissions');
  },
});
