import { authorizeSelf } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import type { EndpointOutput } from '../../kernel/endpoint';
import { localDateOf } from '../working-time/working-time.public';
import type { myPace } from './kpi.contract';
import { normNames } from './norms';
import { periodOf } from './periods';
import { kpiOf } from './read-kpi';

export interface Pace {
  done: number;
  /** The norm of the days one is there: holidays and absences lower it. */
  norm: number;
  /** What would be done by the end of today at an even pace. */
  byNow: number;
}
export type WeekPace = Record<(typeof normNames)[number], Pace>;

/** A person's week so far against the norm, by the person's own clock, in the same numbers the head sees. */
export async function weekPace(ctx: Ctx, person: { id: string; name: string; timeZone: string }): Promise<WeekPace> {
  const today = localDateOf(ctx.clock.now(), person.timeZone);
  const [row] = await kpiOf(ctx, [person], periodOf('week', today));
  return Object.fromEntries(
    normNames.map((name) => [name, { done: row![name], norm: row!.norm[name], byNow: row!.byNow[name] }]),
  ) as WeekPace;
}

export async function readMyPace(ctx: Ctx): Promise<EndpointOutput<typeof myPace>> {
  authorizeSelf(ctx);
  return weekPace(ctx, signedIn(ctx));
}
