import type { SeenEvent } from '../../adapters/calendar/calendar.port';
import { OutsideFault } from '../../kernel/outside';
import { changeRows, deleteRows, findRows } from '../../kernel/rows';
import { CalendarEvent, Mailbox } from './calendar.entity';
import { askCheck } from './mark';
import { disown } from './push';
import type { Work } from './work-mailbox';

/**
 * Takes everything of ours out of a calendar, and nothing else: events we know, events we may have made without knowing.
 * A copy that the person made stays, as does what he invited others to.
 */
export async function leave(work: Work): Promise<boolean> {
  const { calendar, mailbox, user, job, goOn } = work;
  const entries = await findRows(job.deps.database.read, CalendarEvent, { userId: user.id });
  const own = new Set(entries.map(({ eventId }) => eventId));
  const unborn = new Set(entries.filter(({ eventId }) => !eventId).map(({ id }) => id));
  // All of them first: pages shift under whoever takes out of them.
  const found: SeenEvent[] = [];
  for await (const page of calendar.ours(mailbox.address)) found.push(...page.filter(({ guests }) => !guests));
  for (let from = 0; from < found.length; from += calendar.together) {
    await goOn();
    const writes = found.slice(from, from + calendar.together).map((event) => {
      const ours = own.has(event.id) || unborn.has(event.crmId!);
      return ours ? ({ do: 'remove', eventId: event.id, etag: event.etag } as const) : disown(event);
    });
    for (const answer of await calendar.write(mailbox.address, writes)) {
      if (answer.is === 'busy') throw new OutsideFault('busy', answer.message, answer.retryAfter);
      // Changed this very moment, or in doubt: the next round sees.
      if (answer.is === 'changed' || answer.is === 'unknown' || answer.is === 'refused')
        throw new OutsideFault('unknown', answer.message);
    }
  }
  if (mailbox.subscriptionId) await calendar.unsubscribe(mailbox.subscriptionId);
  await job.transaction(async (ctx) => {
    await deleteRows(ctx.db, CalendarEvent, { userId: user.id });
    const clean = {
      deltaLink: null,
      windowTo: null,
      subscriptionId: null,
      subscriptionUntil: null,
      secretHash: null,
      restUntil: null,
      failures: 0,
      error: null,
      errorAt: null,
    };
    await changeRows(ctx.db, Mailbox, { id: user.id }, clean);
    const left = await changeRows(ctx.db, Mailbox, { id: user.id, status: 'leaving' }, { status: 'off' });
    // Connected again while we were taking things out: everything is brought anew.
    if (left === 0) await askCheck(ctx, user.id);
  });
  return false;
}
