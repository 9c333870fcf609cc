import type { Ctx } from './context';
import { enqueue } from './jobs';

/**
 * Tells the other modules. One job row per subscriber is written in the same transaction (an outbox): what happened
 * and the news of it are kept together or not at all.
 */
export async function publish(ctx: Ctx, event: string, payload: Record<string, unknown>): Promise<void> {
  for (const kind of ctx.modules.subscriptions.get(event) ?? []) await enqueue(ctx, kind, payload);
}
