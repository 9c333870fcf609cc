import type { ChatMessage } from '../../chat/teams-channel';

export interface ChatState {
  version: number;
  typing: boolean;
  messages: ChatMessage[];
}

/** The chat as it is now; with what the page has seen already, as soon as there is more. */
export async function readChat(account: string, since: number | null, signal: AbortSignal): Promise<ChatState> {
  const query = new URLSearchParams({ account, ...(since === null ? {} : { since: String(since) }) });
  const answer = await fetch(`/playground/api/teams/chat?${query}`, { signal });
  if (!answer.ok) throw new Error(`chat: ${answer.status}`);
  return (await answer.json()) as ChatState;
}

async function post<T>(path: string, body: object): Promise<T> {
  const answer = await fetch(`/playground/api/teams/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return (await answer.json()) as T;
}

export const say = (account: string, text: string) => post('say', { account, text });

export const pressCard = (account: string, messageId: string, action: object) =>
  post<{ status: number; error: string | null }>('press', { account, messageId, action });
