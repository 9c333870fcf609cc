import { timingSafeEqual } from 'node:crypto';
import type { Ctx } from '../../kernel/context';
import type { EndpointParsed } from '../../kernel/endpoint';
import type { Request } from '../../kernel/handle';
import { findRow } from '../../kernel/rows';
import { secretHash } from '../../kernel/secret-hash';
import { inList, raw, sql } from '../../kernel/sql';
import type { calendarNotified, Notification } from './calendar.contract';
import { Mailbox } from './calendar.entity';
import { askCheck, askPull } from './mark';

type Input = EndpointParsed<typeof calendarNotified>;

/** Events changed: only noted here, the mailbox's worker reads them. Microsoft waits three seconds for the answer. */
export const hearChanges = (ctx: Ctx, input: Input, request: Request): Promise<unknown> =>
  hear(ctx, input, request, async (mailbox) => askPull(ctx, mailbox.id));

/** https://learn.microsoft.com/graph/change-notifications-lifecycle-events */
export const hearLifecycle = (ctx: Ctx, input: Input, request: Request): Promise<unknown> =>
  hear(ctx, input, request, async (mailbox, { lifecycleEvent }) => {
    const { id } = mailbox;
    const now = ctx.clock.now();
    if (lifecycleEvent === 'reauthorizationRequired')
      await ctx.db.run(sql`update mailbox set subscriptionUntil = ${now} where id = ${id}`);
    else if (lifecycleEvent === 'subscriptionRemoved')
      await ctx.db.run(sql`update mailbox set subscriptionId = null, subscriptionUntil = null where id = ${id}`);
    // Whatever it says, news may have been missed.
    await askCheck(ctx, id);
  });

async function hear(
  ctx: Ctx,
  { value }: Input,
  { http }: Request,
  act: (mailbox: Mailbox, notification: Notification) => Promise<void>,
): Promise<unknown> {
  const { validationToken } = http.query;
  if (typeof validationToken === 'string') {
    http.type = 'text/plain';
    return validationToken;
  }
  http.status = 202;
  const heard = new Map<string, [Mailbox, Notification]>();
  const mailboxes = await mailboxesOf(ctx, [...new Set((value ?? []).map(({ subscriptionId }) => subscriptionId))]);
  for (const notification of value ?? []) {
    const mailbox = mailboxes.get(notification.subscriptionId);
    if (!mailbox) continue;
    if (!isSecret(notification.clientState, mailbox.secretHash)) {
      ctx.log.warn({ subscription: notification.subscriptionId }, 'a notification with a wrong secret');
      continue;
    }
    // We never ask for contents, so whoever sends some is not whom we asked.
    if (notification.encryptedContent !== undefined) {
      ctx.log.warn({ subscription: notification.subscriptionId }, 'a notification with encrypted content');
      continue;
    }
    heard.set(`${mailbox.id} ${notification.lifecycleEvent ?? ''}`, [mailbox, notification]);
  }
  for (const [mailbox, notification] of heard.values()) await act(mailbox, notification);
  // No word of which of them were believed.
  return {};
}

/** One question for all of them: anybody may call here. */
async function mailboxesOf(ctx: Ctx, subscriptions: readonly string[]): Promise<Map<string, Mailbox>> {
  if (subscriptions.length === 0) return new Map();
  const rows = await ctx.db.rows<Pick<Mailbox, 'id' | 'subscriptionId'> & Record<string, unknown>>(sql`
    select id, subscriptionId from mailbox where ${inList(raw('subscriptionId'), subscriptions)} and status = 'connected'`);
  const found = await Promise.all(rows.map(({ id }) => findRow(ctx.db, Mailbox, { id })));
  return new Map(found.flatMap((mailbox) => (mailbox?.subscriptionId ? [[mailbox.subscriptionId, mailbox]] : [])));
}

const isSecret = (secret: string | null | undefined, hash: string | null): boolean =>
  Boolean(secret && hash) && timingSafeEqual(Buffer.from(secretHash(secret!)), Buffer.from(hash!));
