import { flag, id, instant, integer, json, localDate, longText, nullable, text } from '../../service/kernel/columns';
import { migration } from '../schema-dsl';

/** Report templates with their editions, reports made of them, schedules; a file that travels with a notice. */
export const reports = migration('Reports1764500000000', {
  up: async (schema) => {
    await schema.addColumn('notice', 'attachment', nullable(json()));

    await schema.createTable('report_template', {
      columns: {
        id: id(),
        version: integer(),
        name: text(120),
        code: nullable(text(40)),
        list: text(20),
        period: text(10),
        mapping: json(),
        editionId: id(),
        archived: flag(),
      },
    });
    await schema.createIndex('uq_report_template_code', {
      on: 'report_template',
      columns: ['code'],
      unique: true,
      whereNotNull: 'code',
    });

    await schema.createTable('report_edition', {
      columns: {
        id: id(),
        version: integer(),
        templateId: id(),
        edition: integer(),
        fileName: text(250),
        bytes: integer(),
        unknown: json(),
        byId: nullable(id()),
        at: instant(),
      },
    });
    await schema.createIndex('ix_report_edition', { on: 'report_edition', columns: ['templateId', 'edition'] });

    await schema.createTable('report_run', {
      columns: {
        id: id(),
        version: integer(),
        templateId: id(),
        editionId: id(),
        fromDay: localDate(),
        toDay: localDate(),
        owners: json(),
        status: text(10),
        doneRows: integer(),
        ofRows: integer(),
        fileName: text(250),
        bytes: integer(),
        preview: nullable(json()),
        error: nullable(longText()),
        byId: nullable(id()),
        scheduleId: nullable(id()),
        at: instant(),
        finishedAt: nullable(instant()),
      },
      references: { templateId: 'report_template', editionId: 'report_edition' },
    });
    await schema.createIndex('ix_report_run_by', { on: 'report_run', columns: ['byId', 'at desc', 'id desc'] });

    await schema.createTable('report_schedule', {
      columns: {
        id: id(),
        version: integer(),
        templateId: id(),
        cadence: text(10),
        day: integer(),
        minute: integer(),
        recipients: json(),
        active: flag(),
        lastOn: nullable(localDate()),
        byId: nullable(id()),
      },
      references: { templateId: 'report_template' },
    });
  },
  down: async (schema) => {
    for (const table of ['report_schedule', 'report_run', 'report_edition', 'report_template'])
      await schema.dropTable(table);
    await schema.dropColumn('notice', 'attachment');
  },
});
