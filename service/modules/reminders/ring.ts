import { card, literal, open, press, text } from '../../kernel/cards';
import { chatLink } from '../../kernel/links';
import { newId } from '../../kernel/id';
import { defineJob } from '../../kernel/jobs';
import { changeRows, findRow } from '../../kernel/rows';
import { Company } from '../companies/companies.public';
import { notify } from '../notifications/notifications.public';
import { Reminder } from './reminders.entity';

/**
 * Rings a reminder at its moment, once. It was moved, done or deleted meanwhile: another job is for its new moment, or
 * none is. Ringing is no edit of the person's, so the version and the history stay as they are.
 */
export const ring = defineJob({
  kind: 'reminders.ring',
  run: (job, { reminderId, ringsAt }) =>
    job.transaction(async (ctx) => {
      const reminder = await findRow(ctx.db, Reminder, { id: reminderId as string });
      if (!reminder || reminder.deletedAt || reminder.status !== 'waiting') return;
      if (reminder.ringsAt.toISOString() !== ringsAt) return;
      await changeRows(ctx.db, Reminder, { id: reminder.id, version: reminder.version }, { status: 'ringing' });
      const company = reminder.companyId ? await findRow(ctx.db, Company, { id: reminder.companyId }) : null;
      const link = company ? `/companies/${company.id}` : '/reminders';
      await notify(ctx, {
        userId: reminder.userId,
        kind: 'reminder',
        about: `reminder:${reminder.id}:${reminder.ringsAt.getTime()}`.slice(0, 100),
        link,
        companyId: company?.id ?? null,
        compose: ({ say }) => {
          const about = { reminderId: reminder.id, card: newId(ctx.clock.now()) };
          return {
            title: reminder.title,
            body: company?.name ?? null,
            card: card(
              [
                text(say('reminders.label'), 'quiet'),
                text(literal(reminder.title), 'title'),
                company ? text(literal(company.name)) : null,
              ],
              [
                press(say('reminders.done'), 'reminder.done', about),
                press(say('reminders.inHour'), 'reminder.snooze', { ...about, minutes: 60 }),
                press(say('reminders.tomorrow'), 'reminder.tomorrow', about),
                open(say('notices.open'), chatLink(ctx.settings, link)),
              ],
              reminder.title,
            ),
          };
        },
      });
    }),
});
