import type { Ctx } from '../../kernel/context';
import { userOfMicrosoft } from '../users/users.public';
import { closeConversation, greetOnce, rememberConversation } from '../notifications/notifications.public';
import type { ChatReference } from '../../adapters/chat/chat.port';

/** Somebody in a chat, as its channel vouches for him. */
export interface Chatter {
  /** `<tenant id>:<object id>` of his Microsoft account. */
  key: string;
  /** His addresses, asked of the channel only when his account is not known yet. */
  addresses: () => Promise<string[]>;
}

export async function knowPerson(ctx: Ctx, { key, addresses }: Chatter): Promise<{ id: string } | null> {
  return userOfMicrosoft(ctx, key, addresses);
}

/** Where he can be spoken to; `greet` is true when he has not been greeted yet. */
export async function rememberChat(
  ctx: Ctx,
  userId: string,
  conversationId: string,
  reference: ChatReference,
  { greeting, revive }: { greeting: boolean; revive: boolean },
): Promise<{ status: 'ready' | 'signedOut' | 'gone'; greet: boolean }> {
  const { status } = await rememberConversation(ctx, userId, conversationId, reference, { revive });
  return { status, greet: greeting && (await greetOnce(ctx, userId)) };
}

export const forgetChat = (ctx: Ctx, conversationId: string) => closeConversation(ctx, { conversationId }, 'gone');
