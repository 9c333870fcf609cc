import { inTransaction } from '../../kernel/context';
import { OutsideFault } from '../../kernel/outside';
import { deleteRows, findRows } from '../../kernel/rows';
import type { Parcel } from './deliver';
import { PushSubscription } from './notifications.entity';

/**
 * To every browser the person rings on. A browser that is gone is forgotten. Sent again, the notice takes its own place
 * (its topic), so one that was busy may be asked anew with the others.
 */
export async function sendByPush({ deps, notice, user }: Parcel): Promise<void> {
  const { push } = deps.adapters;
  const browsers = await findRows(deps.database.read, PushSubscription, { userId: user.id });
  if (!push || browsers.length === 0) throw new OutsideFault('gone', 'noBrowser');
  let reached = 0;
  let busy: OutsideFault | null = null;
  let last: OutsideFault | null = null;
  for (const browser of browsers) {
    try {
      await push.send(browser, {
        title: notice.title,
        body: notice.body ?? '',
        url: notice.link ?? '/',
        tag: notice.id,
      });
      reached += 1;
    } catch (error) {
      if (!(error instanceof OutsideFault)) throw error;
      last = error;
      if (error.answer === 'busy') busy = error;
      if (error.answer === 'gone')
        await inTransaction(deps, { user: null, locale: 'ru' }, (ctx) =>
          deleteRows(ctx.db, PushSubscription, { id: browser.id }),
        );
    }
  }
  if (busy) throw busy;
  if (reached === 0 && last) throw last;
}
