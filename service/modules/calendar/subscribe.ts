import { randomBytes } from 'node:crypto';
import { OutsideFault } from '../../kernel/outside';
import { secretHash } from '../../kernel/secret-hash';
import type { Mailbox } from './calendar.entity';
import type { Work } from './work-mailbox';

/** Seven days at most for events: https://learn.microsoft.com/graph/api/resources/subscription#subscription-lifetime */
const lifetime = 10_000 * 60_000;
const tryAgainAfter = 3_600_000;

/** Renewed at half its life, so that a bad day does not end it. */
export const subscriptionDue = ({ subscriptionId, subscriptionUntil }: Mailbox, now: Date): boolean =>
  !subscriptionUntil || subscriptionUntil.getTime() - now.getTime() < (subscriptionId ? lifetime / 2 : 0);

/**
 * Lets Microsoft tell us of changes. Where that fails, the calendar is asked every few minutes, and it is tried again
 * after an hour.
 */
export async function keepSubscribed({ calendar, mailbox, job, note }: Work): Promise<boolean> {
  const now = job.deps.clock.now();
  const until = new Date(now.getTime() + lifetime);
  if (mailbox.subscriptionId) {
    try {
      const renewed = await calendar.renew(mailbox.subscriptionId, until);
      await note({ subscriptionUntil: renewed.until });
      return true;
    } catch (error) {
      if (!(error instanceof OutsideFault) || error.answer === 'busy' || error.answer === 'unknown') throw error;
      // It ended: what happened since must be asked for.
      await note({ subscriptionId: null, subscriptionUntil: null, pullsAsked: mailbox.pullsAsked + 1 });
      return true;
    }
  }
  const secret = randomBytes(24).toString('base64url');
  // The first notification may come before the answer.
  await note({ secretHash: secretHash(secret) });
  try {
    const made = await calendar.subscribe(mailbox.address, secret, until);
    await note({ subscriptionId: made.id, subscriptionUntil: made.until, pullsAsked: mailbox.pullsAsked + 1 });
  } catch (error) {
    if (!(error instanceof OutsideFault) || error.answer === 'busy') throw error;
    job.deps.log.warn({ userId: mailbox.id, why: error.message }, 'no notifications of a calendar');
    await note({ subscriptionUntil: new Date(now.getTime() + tryAgainAfter) });
  }
  return true;
}
