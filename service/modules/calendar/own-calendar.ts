import { authorizeSelf } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import type { EndpointParsed } from '../../kernel/endpoint';
import { refused } from '../../kernel/errors';
import type { Written } from '../../kernel/module';
import { findRecord, insertRecord, requireVersion, updateRecord } from '../../kernel/records';
import { changeRows, findRow, insertRows } from '../../kernel/rows';
import { sql } from '../../kernel/sql';
import { User } from '../users/users.public';
import type { OwnCalendar, updateCalendar } from './calendar.contract';
import { CalendarSettings, Mailbox } from './calendar.entity';
import { countEntries, healthOf, offered } from './health';
import { askCheck, wakeMailbox } from './mark';
import { addressOf, settingsOf, usualSettings } from './whose';

export async function readOwn(ctx: Ctx): Promise<OwnCalendar> {
  authorizeSelf(ctx);
  return viewOwn(ctx, signedIn(ctx).id);
}

export async function changeOwn(
  ctx: Ctx,
  { version, ...changes }: EndpointParsed<typeof updateCalendar>,
): Promise<OwnCalendar> {
  authorizeSelf(ctx);
  const userId = signedIn(ctx).id;
  const before = await settingsOf(ctx, userId);
  const current = await viewOwn(ctx, userId);
  requireVersion(before, version, () => current);
  await writeSettings(ctx, userId, changes);
  return viewOwn(ctx, userId);
}

export async function retryOwn(ctx: Ctx): Promise<OwnCalendar> {
  authorizeSelf(ctx);
  const userId = signedIn(ctx).id;
  await tryAgain(ctx, userId);
  return viewOwn(ctx, userId);
}

export async function viewOwn(ctx: Ctx, userId: string): Promise<OwnCalendar> {
  const { id: _, feedHash, ...settings } = await settingsOf(ctx, userId);
  const mailbox = await findRow(ctx.db, Mailbox, { id: userId });
  const user = (await findRow(ctx.db, User, { id: userId }))!;
  const counts = await countEntries(ctx, userId);
  return {
    offered: offered(ctx.adapters),
    ...settings,
    health: healthOf(mailbox, addressOf(user), counts.get(userId)),
    feed: feedHash !== null,
  };
}

/** Writes a person's choices; the mailbox follows by `onSettings`. */
export async function writeSettings(
  ctx: Ctx,
  userId: string,
  changes: Partial<Omit<CalendarSettings, 'id' | 'version'>>,
): Promise<void> {
  const known = await findRecord(ctx, CalendarSettings, { id: userId });
  if (known) await updateRecord(ctx, CalendarSettings, known, changes);
  else await insertRecord(ctx, CalendarSettings, { ...usualSettings, id: userId, ...changes });
}

/** Whatever changed them, an undo too: the mailbox is connected or left, or looked over for what belongs in it now. */
export async function onSettings(ctx: Ctx, { before, after }: Written<CalendarSettings>): Promise<void> {
  const { id } = (after ?? before)!;
  if (after?.connected && !before?.connected) await connect(ctx, id);
  const choices = (one: CalendarSettings | null) => one && JSON.stringify({ ...one, version: 0, feedHash: null });
  if (!after?.connected) {
    if (before?.connected) await disconnect(ctx, id);
  } else if (choices(before) !== choices(after)) await askCheck(ctx, id);
}

async function connect(ctx: Ctx, userId: string): Promise<void> {
  if (!ctx.adapters.calendar) throw refused('calendar.notOffered');
  const user = (await findRow(ctx.db, User, { id: userId }))!;
  const address = addressOf(user);
  if (!address) throw refused('calendar.noAddress');
  const known = await findRow(ctx.db, Mailbox, { id: userId });
  // Still being left: what is in it is taken over as it is.
  const fresh = {
    status: 'connected' as const,
    restUntil: null,
    failures: 0,
    error: null,
    errorAt: null,
    ...(known?.status === 'leaving' ? {} : { address, since: ctx.clock.now(), checks: 0, checksAsked: 0 }),
  };
  if (known) await changeRows(ctx.db, Mailbox, { id: userId }, fresh);
  else
    await insertRows(ctx.db, Mailbox, [
      {
        id: userId,
        address,
        since: ctx.clock.now(),
        deltaLink: null,
        windowTo: null,
        subscriptionId: null,
        subscriptionUntil: null,
        secretHash: null,
        pullsAsked: 0,
        pulls: 0,
        checksAsked: 0,
        checks: 0,
        pulledAt: null,
        pushedAt: null,
        checkedAt: null,
        ...fresh,
      },
    ]);
}

async function disconnect(ctx: Ctx, userId: string): Promise<void> {
  await ctx.db.run(
    sql`update mailbox set status = 'leaving', restUntil = null where id = ${userId} and status = 'connected'`,
  );
  await wakeMailbox(ctx, userId);
}

/** The waiting is over: everything is looked at again. */
export async function tryAgain(ctx: Ctx, userId: string): Promise<void> {
  await ctx.db.run(sql`update mailbox set restUntil = null, failures = 0,
    subscriptionUntil = case when subscriptionId is null then null else subscriptionUntil end where id = ${userId}`);
  await askCheck(ctx, userId);
}
