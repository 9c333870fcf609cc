import type { Entity } from './columns';
import type { Ctx } from './context';
import type { Route } from './handle';
import type { CronJob, Job } from './jobs';

/** A write as a reaction sees it: `before` is null for a new record, `after` for a removed one. */
export interface Written<T> {
  before: T | null;
  after: T | null;
}
export type Reaction<T = unknown> = (ctx: Ctx, written: Written<T>) => Promise<void> | void;

/** The object that ties a module's folder together. */
export interface Module {
  readonly name: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tables of any shape stand in one list
  readonly entities?: readonly Entity<any>[];
  readonly routes?: readonly Route[];
  /** Done in the transaction of the write, whoever writes: derived data. */
  readonly reactions?: readonly { readonly to: string; readonly react: Reaction }[];
  readonly jobs?: readonly Job[];
  readonly cron?: readonly CronJob[];
  /** Event → kinds of jobs that take it. */
  readonly subscriptions?: Readonly<Record<string, readonly string[]>>;
  /** Permission-checked reading of a code's words. */
  readonly texts?: { readonly ru: Readonly<Record<string, string>>; readonly en: Readonly<Record<string, string>> };
}

/** All modules in dependency order, with what the kernel looks up in them. */
export interface Registered {
  readonly list: readonly Module[];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  readonly entities: ReadonlyMap<string, Entity<any>>;
  readonly routes: readonly Route[];
  readonly reactions: ReadonlyMap<string, readonly Reaction[]>;
  readonly jobs: ReadonlyMap<string, Job>;
  readonly cron: readonly CronJob[];
  readonly subscriptions: ReadonlyMap<string, readonly string[]>;
  readonly texts: { readonly ru: ReadonlyMap<string, string>; readonly en: ReadonlyMap<string, string> };
}

export const reactTo = <T extends { id: string }>(definition: Entity<T>, react: Reaction<T>) => ({
  to: definition.name,
  react: react as Reaction,
});

export function registerModules(list: readonly Module[]): Registered {
  const reactions = new Map<string, Reaction[]>();
  const subscriptions = new Map<string, string[]>();
  for (const module of list) {
    for (const { to, react } of module.reactions ?? []) reactions.set(to, [...(reactions.get(to) ?? []), react]);
    for (const [event, kinds] of Object.entries(module.subscriptions ?? {}))
      subscriptions.set(event, [...(subscriptions.get(event) ?? []), ...kinds]);
  }
  const texts = (locale: 'ru' | 'en') =>
    new Map(list.flatMap((module) => Object.entries(module.texts?.[locale] ?? {})));
  return {
    list,
    entities: unique(
      list.flatMap((module) =>
        (module.entities ?? []).map((definition): [string, typeof definition] => [definition.name, definition]),
      ),
    ),
    routes: list.flatMap((module) => module.routes ?? []),
    reactions,
    jobs: unique(list.flatMap((module) => (module.jobs ?? []).map((job): [string, Job] => [job.kind, job]))),
    cron: list.flatMap((module) => module.cron ?? []),
    subscriptions,
    texts: { ru: texts('ru'), en: texts('en') },
  };
}

function unique<T>(pairs: [string, T][]): Map<string, T> {
  const map = new Map(pairs);
  if (map.size !== pairs.length)
    throw new Error(
      `Twice in the registry: ${pairs
        .map(([name]) => name)
        .sort()
        .join(', ')}`,
    );
  return map;
}
