import { createHash } from 'node:crypto';
import { authorizeSelf } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import type { EndpointParsed } from '../../kernel/endpoint';
import { newId } from '../../kernel/id';
import { deleteRows, insertRows } from '../../kernel/rows';
import type { subscribePush, unsubscribePush } from './notifications.contract';
import { PushSubscription } from './notifications.entity';

const hashOf = (endpoint: string) => createHash('sha256').update(endpoint).digest('hex');

/** A browser rings for one person: whoever signed in on it last. */
export async function addPush(
  ctx: Ctx,
  { endpoint, keys, device }: EndpointParsed<typeof subscribePush>,
): Promise<{ ok: true }> {
  authorizeSelf(ctx);
  const now = ctx.clock.now();
  const endpointHash = hashOf(endpoint);
  await deleteRows(ctx.db, PushSubscription, { endpointHash });
  await insertRows(ctx.db, PushSubscription, [
    { id: newId(now), userId: signedIn(ctx).id, endpointHash, endpoint, keys, device, createdAt: now },
  ]);
  return { ok: true };
}

export async function dropPush(ctx: Ctx, { endpoint }: EndpointParsed<typeof unsubscribePush>): Promise<{ ok: true }> {
  authorizeSelf(ctx);
  await deleteRows(ctx.db, PushSubscription, { endpointHash: hashOf(endpoint), userId: signedIn(ctx).id });
  return { ok: true };
}
