import { bigInteger, flag, id, integer, localDate, nullable, text } from '../../service/kernel/columns';
import { migration } from '../schema-dsl';

/** What counts as a contact, the norms, the contacts that counted, and the figures of every week, month, quarter, year. */
export const weeklyFigures = migration('WeeklyFigures1764400000000', {
  up: async (schema) => {
    await schema.addColumn('activity', 'talkSeconds', nullable(integer()));

    await schema.createTable('kpi_rule', {
      columns: {
        id: id(),
        version: integer(),
        talkSeconds: integer(),
        noteLength: integer(),
        countUnreached: flag(),
        burstCalls: integer(),
        burstMinutes: integer(),
      },
    });

    await schema.createTable('kpi_norm', {
      columns: {
        id: id(),
        version: integer(),
        whose: text(36),
        fromDay: localDate(),
        calls: integer(),
        meetings: integer(),
        offers: integer(),
      },
    });
    await schema.createIndex('uq_kpi_norm', { on: 'kpi_norm', columns: ['whose', 'fromDay'], unique: true });

    await schema.createTable('kpi_contact', {
      columns: { id: id(), userId: id(), companyId: id(), day: localDate(), kind: text(20), activityId: id() },
      references: { userId: 'user_account', companyId: 'company', activityId: 'activity' },
    });
    await schema.createIndex('uq_kpi_contact', {
      on: 'kpi_contact',
      columns: ['userId', 'companyId', 'day', 'kind'],
      unique: true,
    });
    await schema.createIndex('ix_kpi_contact_day', {
      on: 'kpi_contact',
      columns: ['userId', 'day', 'kind', 'companyId'],
    });
    await schema.createIndex('ix_kpi_contact_activity', { on: 'kpi_contact', columns: ['activityId'] });
    await schema.createIndex('ix_kpi_contact_company', { on: 'kpi_contact', columns: ['companyId'] });

    await schema.createTable('kpi_period', {
      columns: {
        id: id(),
        userId: id(),
        kind: text(10),
        start: localDate(),
        base: nullable(integer()),
        calls: integer(),
        meetings: integer(),
        negotiations: integer(),
        companies: integer(),
        processed: integer(),
        offers: integer(),
        offersAmount: bigInteger(),
        offersWon: integer(),
        wonAmount: bigInteger(),
        wonMargin: bigInteger(),
        deals: integer(),
        dealsWon: integer(),
        dealsAmount: bigInteger(),
      },
      references: { userId: 'user_account' },
    });
    await schema.createIndex('uq_kpi_period', {
      on: 'kpi_period',
      columns: ['kind', 'start', 'userId'],
      unique: true,
    });
    await schema.createIndex('ix_kpi_period_user', { on: 'kpi_period', columns: ['userId', 'kind', 'start'] });
    await schema.createIndex('ix_assignment_owner', {
      on: 'assignment',
      columns: ['ownerId', 'startedAt', 'endedAt', 'companyId'],
    });
  },
  down: async (schema) => {
    await schema.dropIndex('ix_assignment_owner', 'assignment');
    for (const table of ['kpi_period', 'kpi_contact', 'kpi_norm', 'kpi_rule']) await schema.dropTable(table);
    await schema.dropColumn('activity', 'talkSeconds');
  },
});
