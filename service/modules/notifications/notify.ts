import type { Card } from '../../kernel/cards';
import type { Ctx, Locale } from '../../kernel/context';
import { idOf, newId } from '../../kernel/id';
import { enqueue } from '../../kernel/jobs';
import { findRow, insertRows } from '../../kernel/rows';
import { translate } from '../../kernel/texts';
import { sql } from '../../kernel/sql';
import { plural } from '../../kernel/plural';
import { User } from '../users/users.public';
import { wakeLive } from './live';
import { ringsAnyway, type NoticeKind } from './notice-kinds';
import { Delivery, Notice } from './notifications.entity';
import { afterQuietHours } from './quiet-hours';
import { channelsOf, quietOf, settingsOf } from './settings';

export interface Recipient {
  id: string;
  name: string;
  locale: Locale;
  timeZone: string;
  /** Words in the recipient's language. */
  say: (code: string, details?: Record<string, unknown>) => string;
  /** «3 звонка»: the words of the code stand with bars between. */
  count: (code: string, count: number) => string;
}

export interface Told {
  title: string;
  body?: string | null;
  card?: Card;
}

/** How somebody is spoken to. */
export function recipient(
  ctx: Pick<Ctx, 'modules'>,
  user: Pick<User, 'id' | 'name' | 'locale' | 'timeZone'>,
): Recipient {
  const say: Recipient['say'] = (code, details) => translate(ctx.modules, user.locale, code, details);
  return {
    id: user.id,
    name: user.name,
    locale: user.locale,
    timeZone: user.timeZone,
    say,
    count: (code, count) => `${count} ${plural(user.locale, count, say(code))}`,
  };
}

/**
 * Tells a person something: by the ways chosen for its kind, each of them once, in quiet hours later. The same thing (`about`) is told
 * once, however often this is called; nothing is told to whoever is blocked or chose no way. In the caller's transaction:
 * what happened and the word of it are kept together.
 */
export async function notify(
  ctx: Ctx,
  what: {
    userId: string;
    kind: NoticeKind;
    /** What it is about, 60 characters at most. */
    about: string;
    link?: string | null;
    companyId?: string | null;
    /** A file of ours that goes with the letter. */
    attachment?: Notice['attachment'];
    compose: (to: Recipient) => Told | Promise<Told>;
  },
): Promise<Notice | null> {
  const { userId, kind, about } = what;
  const user = await findRow(ctx.db, User, { id: userId });
  if (!user || user.deletedAt || user.status !== 'active') return null;
  const settings = await settingsOf(ctx, userId);
  const chosen = channelsOf(settings, kind);
  if (chosen.length === 0) return null;
  const told = await findRow(ctx.db, Notice, { userId, about });
  if (told) return told;

  const now = ctx.clock.now();
  const { title, body = null, card = null } = await what.compose(recipient(ctx, user));
  const notice: Notice = {
    id: newId(now),
    userId,
    kind,
    about,
    title: title.slice(0, 300),
    body,
    link: what.link ?? null,
    companyId: what.companyId ?? null,
    card,
    attachment: what.attachment ?? null,
    popup: chosen.includes('tab'),
    createdAt: now,
    readAt: null,
  };
  await insertRows(ctx.db, Notice, [notice]);
  const dueAt = ringsAnyway.has(kind) ? now : afterQuietHours(now, user.timeZone, quietOf(settings));
  for (const channel of chosen)
    if (channel !== 'tab' && (channel !== 'push' || (await hasBrowsers(ctx, userId))))
      await sendBy(ctx, notice, channel, dueAt);
  ctx.afterCommit.push(() => wakeLive(ctx.database));
  return notice;
}

/** Whoever connected no browser has none that could fail. */
const hasBrowsers = async (ctx: Ctx, userId: string) =>
  (await ctx.db.row(sql`select max(id) as id from push_subscription where userId = ${userId} having count(*) > 0`)) !==
  null;

/** Sends a notice on its way by a channel, once. */
export async function sendBy(ctx: Ctx, notice: Notice, channel: Delivery['channel'], dueAt: Date): Promise<void> {
  const id = idOf('delivery', notice.id, channel);
  if (await findRow(ctx.db, Delivery, { id })) return;
  await insertRows(ctx.db, Delivery, [
    {
      id,
      noticeId: notice.id,
      userId: notice.userId,
      channel,
      status: 'waiting',
      attempts: 0,
      error: null,
      createdAt: ctx.clock.now(),
      dueAt,
      sentAt: null,
    },
  ]);
  await enqueue(ctx, 'notifications.deliver', { deliveryId: id }, { runAt: dueAt, key: idOf('deliver', id) });
}
