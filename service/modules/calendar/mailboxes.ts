import { requirePermission } from '../../kernel/authorize';
import type { Ctx } from '../../kernel/context';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { notFound, refused } from '../../kernel/errors';
import { OutsideFault } from '../../kernel/outside';
import { findRecord, requireVersion } from '../../kernel/records';
import { findRows } from '../../kernel/rows';
import { User } from '../users/users.public';
import type {
  checkAccess,
  listMailboxes,
  MailboxView,
  reached,
  retryMailbox,
  updateMailbox,
} from './calendar.contract';
import { CalendarSettings, Mailbox } from './calendar.entity';
import { countEntries, healthOf, offered } from './health';
import { tryAgain, writeSettings } from './own-calendar';
import { addressOf, settingsOf } from './whose';

export async function readMailboxes(ctx: Ctx): Promise<EndpointOutput<typeof listMailboxes>> {
  requirePermission(ctx, 'settings.manage');
  return { offered: offered(ctx.adapters), rows: await viewAll(ctx) };
}

async function viewAll(ctx: Ctx): Promise<MailboxView[]> {
  const users = (await findRows(ctx.db, User, { status: 'active' }, ['name'])).filter((user) => !user.deletedAt);
  const mailboxes = new Map((await findRows(ctx.db, Mailbox, {})).map((mailbox) => [mailbox.id, mailbox]));
  const settings = new Map((await findRows(ctx.db, CalendarSettings, {})).map((one) => [one.id, one]));
  const counts = await countEntries(ctx);
  return users.map((user) => ({
    user: { id: user.id, name: user.name },
    address: user.email ?? addressOf(user),
    connected: settings.get(user.id)?.connected ?? false,
    version: settings.get(user.id)?.version ?? 0,
    health: healthOf(mailboxes.get(user.id) ?? null, addressOf(user), counts.get(user.id)),
  }));
}

async function viewOne(ctx: Ctx, userId: string): Promise<MailboxView> {
  return (await viewAll(ctx)).find(({ user }) => user.id === userId)!;
}

export async function changeMailbox(
  ctx: Ctx,
  { id, version, connected }: EndpointParsed<typeof updateMailbox>,
): Promise<MailboxView> {
  requirePermission(ctx, 'settings.manage');
  await requireUser(ctx, id);
  requireVersion(await settingsOf(ctx, id), version);
  await writeSettings(ctx, id, { connected });
  return viewOne(ctx, id);
}

export async function retryOne(ctx: Ctx, { id }: EndpointParsed<typeof retryMailbox>): Promise<MailboxView> {
  requirePermission(ctx, 'settings.manage');
  await requireUser(ctx, id);
  await tryAgain(ctx, id);
  return viewOne(ctx, id);
}

async function requireUser(ctx: Ctx, id: string): Promise<void> {
  const user = await findRecord(ctx, User, { id });
  if (!user || user.status !== 'active') throw notFound();
}

/** How many mailboxes are tried; one by one, so that nobody is throttled by a question. */
const most = 50;

/**
 * Asks for one event of each connected mailbox, and of one that must stay closed. What cannot be read proves the narrowing;
 * what the token itself grants would go around it.
 */
export async function proveAccess(
  ctx: Ctx,
  { outside }: EndpointParsed<typeof checkAccess>,
): Promise<EndpointOutput<typeof checkAccess>> {
  requirePermission(ctx, 'settings.manage');
  const { calendar } = ctx.adapters;
  if (!calendar) throw refused('calendar.notOffered');
  const grants = await calendar.grants().catch((error: unknown) => {
    throw refused('calendar.noToken', { said: error instanceof OutsideFault ? error.message : '' });
  });
  const people = (await viewAll(ctx)).filter(({ connected, health }) => connected && health.address).slice(0, most);
  const asked: { user: MailboxView['user'] | null; name: string; address: string }[] = people.map(
    ({ user, address, health }) => ({ user, name: address ?? health.address!, address: health.address! }),
  );
  if (outside) asked.push({ user: null, name: outside, address: outside });
  const rows = [];
  for (const { user, name, address } of asked) rows.push({ user, address: name, ...(await tryReach(ctx, address)) });
  return {
    grants,
    // With RBAC for Applications the token holds no permission for calendars at all.
    tooWide: grants.some((grant) => /^Calendars\./.test(grant)),
    notifies: calendar.notifies,
    rows,
  };
}

async function tryReach(
  ctx: Ctx,
  address: string,
): Promise<{ reached: (typeof reached)[number]; said: string | null }> {
  const from = ctx.clock.now();
  try {
    await ctx.adapters.calendar!.changes(address, { from, to: new Date(from.getTime() + 60_000) });
    return { reached: 'yes', said: null };
  } catch (error) {
    if (!(error instanceof OutsideFault)) throw error;
    const reached = { refused: 'refused', gone: 'missing', busy: 'unknown', unknown: 'unknown' } as const;
    return { reached: reached[error.answer], said: error.message };
  }
}
