import type { Ctx, Deps } from '../../kernel/context';
import { defineJob, JobPutOff, type JobRun } from '../../kernel/jobs';
import { OutsideFault } from '../../kernel/outside';
import { changeRows, findRow } from '../../kernel/rows';
import { User } from '../users/users.public';
import { sendByEmail } from './by-email';
import { sendByPush } from './by-push';
import { sendByTeams } from './by-teams';
import { ChatConversation, Delivery, Notice } from './notifications.entity';
import { sendBy } from './notify';

/** What a channel needs to send. */
export interface Parcel {
  deps: Deps;
  deliveryId: string;
  notice: Notice;
  user: User;
}

const channels: Record<Delivery['channel'], (parcel: Parcel) => Promise<void>> = {
  teams: sendByTeams,
  email: sendByEmail,
  push: sendByPush,
};

/** News older than that is none. */
const staleAfter = 12 * 3_600_000;

/**
 * Sends one notice by one channel, and never twice: that it is being sent is written before it goes out. Whatever broke off
 * in between (we were killed, the other side fell silent) may have arrived, so it is not sent again; what matters then
 * goes by e-mail instead.
 */
export const deliver = defineJob({
  kind: 'notifications.deliver',
  attempts: 3,
  run: async (job, payload) => {
    const parcel = await take(job, payload.deliveryId as string);
    if (!parcel) return;
    try {
      await channels[parcel.channel](parcel);
    } catch (error) {
      await answerFault(
        job,
        parcel,
        error instanceof OutsideFault ? error : new OutsideFault('unknown', String(error)),
      );
      return;
    }
    await note(job, parcel.deliveryId, { status: 'sent', error: null, sentAt: job.deps.clock.now() });
  },
});

async function take(job: JobRun, deliveryId: string): Promise<(Parcel & { channel: Delivery['channel'] }) | null> {
  return job.transaction(async (ctx) => {
    const delivery = await findRow(ctx.db, Delivery, { id: deliveryId });
    if (!delivery || !['waiting', 'sending'].includes(delivery.status)) return null;
    const notice = (await findRow(ctx.db, Notice, { id: delivery.noticeId }))!;
    const user = await findRow(ctx.db, User, { id: delivery.userId });
    const set = (changes: Partial<Delivery>) => changeRows(ctx.db, Delivery, { id: deliveryId }, changes);
    if (!user || user.deletedAt || user.status !== 'active') {
      await set({ status: 'failed', error: 'blocked' });
      return null;
    }
    if (delivery.status === 'sending') {
      await set({ status: 'unknown', error: 'interrupted' });
      await fallBack(ctx, delivery, notice);
      return null;
    }
    if (ctx.clock.now().getTime() - delivery.dueAt.getTime() > staleAfter) {
      await set({ status: 'failed', error: delivery.error ?? 'tooLate' });
      return null;
    }
    await set({ status: 'sending', attempts: delivery.attempts + 1 });
    return { deps: job.deps, deliveryId, notice, user, channel: delivery.channel };
  });
}

const note = (job: JobRun, id: string, changes: Partial<Delivery>) =>
  job.transaction(async (ctx) => void (await changeRows(ctx.db, Delivery, { id }, changes)));

async function answerFault(
  job: JobRun,
  { deliveryId, notice, user }: Parcel,
  { answer, message, retryAfter }: OutsideFault,
): Promise<void> {
  const error = message.slice(0, 500);
  if (answer === 'busy') {
    await note(job, deliveryId, { status: 'waiting', error });
    const wait = Math.min(Math.max(retryAfter ?? 10, 1), 3600);
    throw new JobPutOff(new Date(job.deps.clock.now().getTime() + wait * 1000), error);
  }
  await job.transaction(async (ctx) => {
    const delivery = (await findRow(ctx.db, Delivery, { id: deliveryId }))!;
    const status =
      answer === 'unknown' ? 'unknown' : answer === 'gone' && delivery.channel === 'teams' ? 'replaced' : 'failed';
    await changeRows(ctx.db, Delivery, { id: deliveryId }, { status, error });
    if (answer === 'gone' && delivery.channel === 'teams')
      await changeRows(
        ctx.db,
        ChatConversation,
        { userId: user.id, status: 'ready' },
        { status: 'gone', changedAt: ctx.clock.now() },
      );
    await fallBack(ctx, delivery, notice);
  });
}

/** What the chat could not bring for certain, a letter brings. */
async function fallBack(ctx: Ctx, delivery: Delivery, notice: Notice): Promise<void> {
  if (delivery.channel === 'teams' && ctx.adapters.mailer) await sendBy(ctx, notice, 'email', ctx.clock.now());
}
