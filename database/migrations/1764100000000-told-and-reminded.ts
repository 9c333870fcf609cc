import { flag, id, instant, integer, json, longText, nullable, text } from '../../service/kernel/columns';
import { migration } from '../schema-dsl';

/** Reminders, what people are told and by which way, the bot's chats and the cards pressed in them. */
export const toldAndReminded = migration('ToldAndReminded1764100000000', {
  up: async (schema) => {
    await schema.createTable('notice', {
      columns: {
        id: id(),
        userId: id(),
        kind: text(20),
        about: text(100),
        title: text(300),
        body: nullable(longText()),
        link: nullable(text(500)),
        companyId: nullable(id()),
        card: nullable(json()),
        popup: flag(),
        createdAt: instant(),
        readAt: nullable(instant()),
      },
      references: { userId: 'user_account' },
    });
    await schema.createIndex('uq_notice_about', { on: 'notice', columns: ['userId', 'about'], unique: true });
    await schema.createIndex('ix_notice_user', { on: 'notice', columns: ['userId', 'createdAt desc', 'id desc'] });
    await schema.createIndex('ix_notice_unread', { on: 'notice', columns: ['userId'], whereNull: 'readAt' });
    await schema.createIndex('ix_notice_at', { on: 'notice', columns: ['createdAt'] });

    await schema.createTable('delivery', {
      columns: {
        id: id(),
        noticeId: id(),
        userId: id(),
        channel: text(10),
        status: text(10),
        attempts: integer(),
        error: nullable(text(500)),
        createdAt: instant(),
        dueAt: instant(),
        sentAt: nullable(instant()),
      },
      references: { noticeId: 'notice', userId: 'user_account' },
    });
    await schema.createIndex('ix_delivery_user', { on: 'delivery', columns: ['userId', 'createdAt desc', 'id desc'] });
    await schema.createIndex('ix_delivery_notice', { on: 'delivery', columns: ['noticeId'] });

    await schema.createTable('notice_settings', {
      columns: {
        id: id(),
        version: integer(),
        channels: json(),
        quietFrom: nullable(integer()),
        quietTo: nullable(integer()),
        digestMinute: integer(),
        birthdayDays: integer(),
      },
      references: { id: 'user_account' },
    });

    await schema.createTable('chat_conversation', {
      columns: {
        id: id(),
        userId: id(),
        conversationId: text(300),
        reference: json(),
        status: text(10),
        welcomedAt: nullable(instant()),
        changedAt: instant(),
      },
      references: { userId: 'user_account' },
    });
    await schema.createIndex('uq_chat_user', { on: 'chat_conversation', columns: ['userId'], unique: true });
    await schema.createIndex('ix_chat_conversation', { on: 'chat_conversation', columns: ['conversationId'] });

    await schema.createTable('push_subscription', {
      columns: {
        id: id(),
        userId: id(),
        endpointHash: text(64),
        endpoint: text(1000),
        keys: json(),
        device: nullable(text(200)),
        createdAt: instant(),
      },
      references: { userId: 'user_account' },
    });
    await schema.createIndex('uq_push_endpoint', { on: 'push_subscription', columns: ['endpointHash'], unique: true });
    await schema.createIndex('ix_push_user', { on: 'push_subscription', columns: ['userId'] });

    await schema.createTable('reminder', {
      columns: {
        id: id(),
        version: integer(),
        userId: id(),
        title: text(500),
        dueAt: instant(),
        ringsAt: instant(),
        repeat: text(10),
        status: text(10),
        companyId: nullable(id()),
        contactId: nullable(id()),
        activityId: nullable(id()),
        createdAt: instant(),
        deletedAt: nullable(instant()),
      },
      references: { userId: 'user_account', companyId: 'company', contactId: 'contact', activityId: 'activity' },
    });
    await schema.createIndex('ix_reminder_user', {
      on: 'reminder',
      columns: ['userId', 'status', 'ringsAt', 'id'],
      whereNull: 'deletedAt',
    });
    await schema.createIndex('ix_reminder_company', {
      on: 'reminder',
      columns: ['companyId', 'userId'],
      whereNotNull: 'companyId',
    });

    await schema.createTable('card_press', {
      columns: {
        id: id(),
        userId: id(),
        verb: text(60),
        changeId: id(),
        result: json(),
        at: instant(),
      },
      references: { userId: 'user_account' },
    });
    await schema.createIndex('ix_card_press_change', { on: 'card_press', columns: ['changeId'] });
    await schema.createIndex('ix_card_press_at', { on: 'card_press', columns: ['at'] });
  },
  down: async (schema) => {
    for (const table of [
      'card_press',
      'reminder',
      'push_subscription',
      'chat_conversation',
      'notice_settings',
      'delivery',
      'notice',
    ])
      await schema.dropTable(table);
  },
});
