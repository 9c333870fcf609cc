import { PassThrough } from 'node:stream';
import { authorizeSelf } from '../../kernel/authorize';
import { signedIn, type Ctx, type Deps } from '../../kernel/context';
import type { Database } from '../../kernel/database';
import type { EndpointParsed } from '../../kernel/endpoint';
import { EventStream } from '../../kernel/handle';
import { sql } from '../../kernel/sql';
import type { live } from './notifications.contract';
import { toNotice, type NoticeRow } from './read-notices';

/**
 * Open tabs hear of notices at once. Notices are rows, so a tab of one process hears what another process wrote: each asks
 * the table once a second for all its listeners together, and right after a commit of its own.
 */
interface Listener {
  readonly userId: string;
  readonly stream: PassThrough;
}

interface Hub {
  readonly listeners: Set<Listener>;
  timer: NodeJS.Timeout | null;
  /** Notices are looked for a little into the past: a transaction may commit later than it began. */
  since: Date;
  readonly told: Set<string>;
  readonly ask: () => void;
}

const everyMilliseconds = 1000;
const overlapMilliseconds = 30_000;
const pingMilliseconds = 20_000;
const hubs = new WeakMap<Database, Hub>();

/** There may be news: the listeners of this process need not wait for the next second. */
export const wakeLive = (database: Database) => hubs.get(database)?.ask();

export async function openLive(ctx: Ctx, { for: seconds }: EndpointParsed<typeof live>): Promise<EventStream> {
  authorizeSelf(ctx);
  const { id: userId, sessionId } = signedIn(ctx);
  const stream = new PassThrough();
  const hub = hubOf(ctx);
  const listener = { userId, stream };
  hub.listeners.add(listener);
  // The first bytes open the stream at the other end; the browser comes back after three seconds.
  stream.write('retry: 3000\n\n');
  const ping = setInterval(() => {
    void stillOpen(ctx, sessionId).then((open) => (open ? stream.write(': here\n\n') : stream.end()));
  }, pingMilliseconds);
  const end = setTimeout(() => stream.end(), seconds * 1000);
  const leave = () => {
    clearInterval(ping);
    clearTimeout(end);
    hub.listeners.delete(listener);
    if (hub.listeners.size === 0 && hub.timer) {
      clearInterval(hub.timer);
      hub.timer = null;
    }
  };
  stream.once('close', leave);
  return new EventStream(stream);
}

/** A session that was ended hears nothing more. */
async function stillOpen({ database, clock }: Deps, sessionId: string | null): Promise<boolean> {
  const row = await database.read
    .row(sql`select id from session where id = ${sessionId} and expiresAt > ${clock.now()}`)
    .catch(() => ({}));
  return row !== null;
}

function hubOf(deps: Deps): Hub {
  let hub = hubs.get(deps.database);
  if (!hub) {
    hub = makeHub(deps);
    hubs.set(deps.database, hub);
  }
  if (!hub.timer) {
    hub.since = deps.clock.now();
    hub.timer = setInterval(hub.ask, everyMilliseconds);
    hub.timer.unref();
  }
  return hub;
}

function makeHub(deps: Deps): Hub {
  let asking = false;
  let again = false;
  const hub: Hub = {
    listeners: new Set(),
    timer: null,
    since: deps.clock.now(),
    told: new Set(),
    ask: () => {
      if (hub.listeners.size === 0) return;
      again = asking;
      if (asking) return;
      asking = true;
      void tell(deps, hub)
        .catch((error: unknown) => deps.log.warn({ error }, 'the live stream could not ask'))
        .finally(() => {
          asking = false;
          if (again) hub.ask();
        });
    },
  };
  return hub;
}

async function tell({ database, clock }: Deps, hub: Hub): Promise<void> {
  const asked = clock.now();
  const from = new Date(hub.since.getTime() - overlapMilliseconds);
  const rows = await database.read.rows<NoticeRow & { userId: string }>(sql`
    select n.id as id, n.userId as userId, n.kind as kind, n.title as title, n.body as body, n.link as link,
      n.companyId as companyId, n.createdAt as createdAt, n.readAt as readAt
    from notice n where n.createdAt >= ${from} and n.popup = ${true} and n.readAt is null order by n.createdAt, n.id`);
  hub.since = asked;
  for (const { userId, ...row } of rows) {
    if (hub.told.has(row.id)) continue;
    hub.told.add(row.id);
    for (const listener of hub.listeners)
      if (listener.userId === userId)
        listener.stream.write(`id: ${row.id}\nevent: notice\ndata: ${JSON.stringify(toNotice(row))}\n\n`);
  }
  if (hub.told.size > 10_000) {
    const recent = new Set(rows.map(({ id }) => id));
    for (const id of hub.told) if (!recent.has(id)) hub.told.delete(id);
  }
}
