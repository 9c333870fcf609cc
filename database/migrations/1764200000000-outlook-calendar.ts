import { flag, id, instant, integer, json, longText, nullable, text } from '../../service/kernel/columns';
import { migration } from '../schema-dsl';

/** Lanes of jobs; people's choices for their calendar, its mailbox, and which event stands for what. */
export const outlookCalendar = migration('OutlookCalendar1764200000000', {
  up: async (schema) => {
    await schema.addColumn('job', 'lane', nullable(text(60)));
    await schema.addColumn('job', 'runningLane', nullable(text(60)));
    await schema.createIndex('ix_job_lane', { on: 'job', columns: ['lane', 'status'], whereNotNull: 'lane' });
    await schema.createIndex('uq_job_running_lane', {
      on: 'job',
      columns: ['runningLane'],
      unique: true,
      whereNotNull: 'runningLane',
    });

    await schema.createTable('calendar_settings', {
      columns: {
        id: id(),
        version: integer(),
        connected: flag(),
        calls: flag(),
        meetings: flag(),
        tasks: flag(),
        birthdays: flag(),
        direction: text(10),
        onDelete: text(10),
        feedHash: nullable(text(64)),
      },
      references: { id: 'user_account' },
    });
    await schema.createIndex('uq_calendar_feed', {
      on: 'calendar_settings',
      columns: ['feedHash'],
      unique: true,
      whereNotNull: 'feedHash',
    });

    await schema.createTable('mailbox', {
      columns: {
        id: id(),
        address: text(200),
        status: text(10),
        since: instant(),
        deltaLink: nullable(longText()),
        windowTo: nullable(instant()),
        subscriptionId: nullable(text(100)),
        subscriptionUntil: nullable(instant()),
        secretHash: nullable(text(64)),
        pullsAsked: integer(),
        pulls: integer(),
        checksAsked: integer(),
        checks: integer(),
        restUntil: nullable(instant()),
        failures: integer(),
        pulledAt: nullable(instant()),
        pushedAt: nullable(instant()),
        checkedAt: nullable(instant()),
        error: nullable(text(500)),
        errorAt: nullable(instant()),
      },
      references: { id: 'user_account' },
    });
    await schema.createIndex('ix_mailbox_subscription', {
      on: 'mailbox',
      columns: ['subscriptionId'],
      whereNotNull: 'subscriptionId',
    });

    await schema.createTable('calendar_event', {
      columns: {
        id: id(),
        userId: id(),
        source: text(10),
        sourceId: id(),
        companyId: nullable(id()),
        state: text(10),
        incarnation: integer(),
        eventId: nullable(text(400)),
        etag: nullable(text(200)),
        doubtful: flag(),
        textHash: nullable(text(64)),
        startsAt: nullable(instant()),
        writing: nullable(instant()),
        allDay: flag(),
        minutes: nullable(integer()),
        markedDone: flag(),
        otherCategories: nullable(json()),
        guests: flag(),
        movedAt: nullable(instant()),
        dueAt: nullable(instant()),
        marks: integer(),
        failures: integer(),
        error: nullable(text(500)),
        createdAt: instant(),
      },
      references: { userId: 'user_account' },
    });
    await schema.createIndex('uq_calendar_event_source', {
      on: 'calendar_event',
      columns: ['userId', 'sourceId'],
      unique: true,
    });
    await schema.createIndex('ix_calendar_event_due', {
      on: 'calendar_event',
      columns: ['userId', 'dueAt', 'id'],
      whereNotNull: 'dueAt',
    });
    await schema.createIndex('ix_calendar_event_event', {
      on: 'calendar_event',
      columns: ['userId', 'eventId'],
      whereNotNull: 'eventId',
    });
    await schema.createIndex('ix_calendar_event_company', {
      on: 'calendar_event',
      columns: ['companyId'],
      whereNotNull: 'companyId',
    });
  },
  down: async (schema) => {
    for (const table of ['calendar_event', 'mailbox', 'calendar_settings']) await schema.dropTable(table);
    await schema.dropIndex('uq_job_running_lane', 'job');
    await schema.dropIndex('ix_job_lane', 'job');
    await schema.dropColumn('job', 'runningLane');
    await schema.dropColumn('job', 'lane');
  },
});
