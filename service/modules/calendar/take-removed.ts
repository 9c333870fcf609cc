import { card, literal, open, press, text } from '../../kernel/cards';
import type { Ctx } from '../../kernel/context';
import { newId } from '../../kernel/id';
import { chatLink } from '../../kernel/links';
import { changeRows, deleteRows, findRow } from '../../kernel/rows';
import { Activity, changeActivity } from '../activities/activities.public';
import { Company } from '../companies/companies.public';
import { notify, recipient } from '../notifications/notifications.public';
import { deleteReminder, Reminder } from '../reminders/reminders.public';
import { CalendarEvent } from './calendar.entity';
import { comeBack } from './mark';
import { agreedKey } from './take-event';
import { wantedEvent, type Whose } from './wanted-event';
import { startKey } from './when';

/**
 * An event of ours is not in Outlook any more. What is planned stays planned: the person is asked, or what he chose for
 * that is done. In a transaction in his name.
 */
export async function takeRemoved(ctx: Ctx, entryId: string, whose: Whose): Promise<void> {
  const entry = await findRow(ctx.db, CalendarEvent, { id: entryId });
  if (!entry || entry.state === 'removed') return;
  const wanted = await wantedEvent(ctx, entry, whose);
  if (!wanted || wanted.closed || entry.state === 'closed') {
    await deleteRows(ctx.db, CalendarEvent, { id: entry.id });
    return;
  }
  const movedSince = entry.startsAt !== null && startKey(wanted.span) !== agreedKey(entry);
  const { onDelete, direction } = whose.settings;
  if (movedSince || (onDelete === 'putBack' && direction === 'both')) {
    await comeBack(ctx, entry);
    return;
  }
  await changeRows(ctx.db, CalendarEvent, { id: entry.id }, { state: 'removed', dueAt: null, error: null });
  if (entry.source === 'birthday' || direction !== 'both' || !ctx.user) return;
  if (onDelete === 'cancel') await cancelPlanned(ctx, entry);
  else await askWhatItMeans(ctx, entry, whose);
}

/** Not to be done after all. */
export async function cancelPlanned(ctx: Ctx, entry: CalendarEvent): Promise<void> {
  if (entry.source === 'activity') {
    const activity = await findRow(ctx.db, Activity, { id: entry.sourceId });
    if (activity?.status !== 'planned' || activity.deletedAt) return;
    const { say } = recipient(ctx, { ...ctx.user!, locale: ctx.user!.locale });
    await changeActivity(ctx, { id: activity.id, version: activity.version, cancel: say('calendar.cancelledThere') });
  } else {
    const reminder = await findRow(ctx.db, Reminder, { id: entry.sourceId });
    if (reminder && !reminder.deletedAt) await deleteReminder(ctx, { id: reminder.id, version: reminder.version });
  }
}

async function askWhatItMeans(ctx: Ctx, entry: CalendarEvent, { user }: Whose): Promise<void> {
  const company = entry.companyId ? await findRow(ctx.db, Company, { id: entry.companyId }) : null;
  const reminder = entry.source === 'reminder' ? await findRow(ctx.db, Reminder, { id: entry.sourceId }) : null;
  const activity = entry.source === 'activity' ? await findRow(ctx.db, Activity, { id: entry.sourceId }) : null;
  const at = (activity?.at ?? reminder?.ringsAt)!;
  const link = company ? `/companies/${company.id}` : '/reminders';
  const name = reminder?.title ?? company?.name ?? '';
  await notify(ctx, {
    userId: user.id,
    kind: 'calendar',
    about: `calendar:${entry.id}:${entry.incarnation}`,
    link,
    companyId: company?.id ?? null,
    compose: ({ say }) => {
      const when = new Intl.DateTimeFormat(user.locale, {
        timeZone: user.timeZone,
        weekday: 'short',
        day: 'numeric',
        month: 'long',
        hour: '2-digit',
        minute: '2-digit',
      }).format(at);
      const title = say('calendar.removed', { name });
      const body = say('calendar.removedAsk', { when });
      const about = { entryId: entry.id, card: newId(ctx.clock.now()) };
      return {
        title,
        body,
        card: card(
          [text(say('calendar.label'), 'quiet'), text(literal(title), 'title'), text(literal(body))],
          [
            activity && company
              ? press(say('calendar.move'), 'activity.move', { companyId: company.id, activityId: activity.id })
              : null,
            press(say('calendar.putBack'), 'calendar.putBack', about),
            press(say('calendar.cancel'), 'calendar.cancel', about),
            open(say('notices.open'), chatLink(ctx.settings, link)),
          ],
          title,
        ),
      };
    },
  });
}
