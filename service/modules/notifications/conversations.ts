import type { ChatReference } from '../../adapters/chat/chat.port';
import type { Ctx } from '../../kernel/context';
import { newId } from '../../kernel/id';
import { changeRows, findRow, insertRows } from '../../kernel/rows';
import { ChatConversation } from './notifications.entity';

/**
 * Remembers where a person can be spoken to: told by an app installed for that person, and refreshed whenever the person
 * speaks. Answers the conversation as it is now.
 */
export async function rememberConversation(
  ctx: Ctx,
  userId: string,
  conversationId: string,
  reference: ChatReference,
  { revive = false } = {},
): Promise<ChatConversation> {
  const now = ctx.clock.now();
  const known = await findRow(ctx.db, ChatConversation, { userId });
  if (!known) {
    const made: ChatConversation = {
      id: newId(now),
      userId,
      conversationId,
      reference,
      status: 'ready',
      welcomedAt: null,
      changedAt: now,
    };
    await insertRows(ctx.db, ChatConversation, [made]);
    return made;
  }
  // Whoever signed out stays so until he asks to be signed in again.
  const status = known.status === 'gone' || revive ? 'ready' : known.status;
  const same =
    known.conversationId === conversationId &&
    known.status === status &&
    JSON.stringify(known.reference) === JSON.stringify(reference);
  if (same) return known;
  await changeRows(ctx.db, ChatConversation, { id: known.id }, { conversationId, reference, status, changedAt: now });
  return { ...known, conversationId, reference, status };
}

/** True the first time alone: the greeting is said once, whatever installs and reinstalls there are. */
export async function greetOnce(ctx: Ctx, userId: string): Promise<boolean> {
  const known = await findRow(ctx.db, ChatConversation, { userId });
  if (!known || known.welcomedAt) return false;
  await changeRows(ctx.db, ChatConversation, { id: known.id }, { welcomedAt: ctx.clock.now() });
  return true;
}

/** The app was taken out of that chat, or the person signed out of it. */
export async function closeConversation(
  ctx: Ctx,
  where: { userId: string } | { conversationId: string },
  status: 'signedOut' | 'gone',
): Promise<void> {
  await changeRows(ctx.db, ChatConversation, where, { status, changedAt: ctx.clock.now() });
}
