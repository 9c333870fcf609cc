import type { Clock } from './clock';
import type { Db, Database } from './database';
import type { Scope } from './endpoint';
import { unauthenticated } from './errors';
import { newId } from './id';
import type { Log } from './log';
import type { Registered } from './module';

export type Locale = 'ru' | 'en';

/** Who is asking, as the session tells. */
export interface Identity {
  readonly id: string;
  readonly name: string;
  readonly sessionId: string | null;
  readonly departmentId: string | null;
  readonly timeZone: string;
  readonly locale: Locale;
  readonly mustChangePassword: boolean;
  /** Permission → how far it reaches. */
  readonly grants: ReadonlyMap<string, Scope>;
  /** The people of his department, himself among them. */
  readonly department: ReadonlySet<string>;
}

/** Ports to outside systems; each port file adds itself here. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Adapters {}

/** Settings that use cases read; the rest of the configuration stays in config.ts. */
export interface Settings {
  readonly demo: boolean;
  readonly version: string;
  readonly filesFolder: string;
  readonly sessionDays: number;
  readonly timeZone: string;
  /** Where people reach the service, without a slash at the end: what links in chats and letters begin with. */
  readonly publicUrl: string;
  /** The app in Teams that links of the chat open; null where there is none. */
  readonly teamsAppId: string | null;
}

/** What the service is made of, for its whole life. */
export interface Deps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: Settings;
  readonly adapters: Adapters;
  readonly modules: Registered;
}

/** Everything a use case needs for one call. */
export interface Ctx extends Deps {
  /** The open transaction of a write, the reading connection of a GET. */
  readonly db: Db;
  readonly user: Identity | null;
  readonly locale: Locale;
  /** Ties together all that this call writes: history, undo. */
  readonly changeId: string;
  /** Work to do once before the commit, by key: derived data that several writes of one call would renew. */
  readonly beforeCommit: Map<string, () => Promise<void>>;
  readonly afterCommit: (() => void)[];
  /** Set by the authorize functions; a call that ends without it is refused as a fault of ours. */
  authorized: boolean;
}

export interface Caller {
  user: Identity | null;
  locale: Locale;
}

export function createContext(deps: Deps, db: Db, caller: Caller): Ctx {
  const { database, clock, log, settings, adapters, modules } = deps;
  return {
    database,
    clock,
    log,
    settings,
    adapters,
    modules,
    db,
    user: caller.user,
    locale: caller.locale,
    changeId: newId(deps.clock.now()),
    beforeCommit: new Map(),
    afterCommit: [],
    authorized: false,
  };
}

/** The caller, or 401. */
export function signedIn(ctx: Ctx): Identity {
  if (!ctx.user) throw unauthenticated();
  return ctx.user;
}

/**
 * Runs a use case in one transaction: its writes, its history, its derived data and its events are kept together or
 * not at all.
 */
export async function inTransaction<T>(deps: Deps, caller: Caller, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  let committed: Ctx | undefined;
  const result = await deps.database.transaction(async (db) => {
    const ctx = createContext(deps, db, caller);
    const answer = await work(ctx);
    await settle(ctx);
    committed = ctx;
    return answer;
  });
  for (const act of committed!.afterCommit) act();
  return result;
}

/** Does the work put off to the end; doing it may put off more. */
export async function settle(ctx: Ctx): Promise<void> {
  for (const [key, work] of ctx.beforeCommit) {
    ctx.beforeCommit.delete(key);
    await work();
  }
}
