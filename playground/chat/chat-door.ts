import type Koa from 'koa';
import type { Account } from '../mailbox/letter';
import { keepAwake } from '../news';
import { conversationIdOf, TeamsChannel } from './teams-channel';

const keptMessages = 100;

/**
 * The chat's side of the demo: what the page asks for and presses, and the connector the bot answers to. Everything passes
 * over HTTP, by the same addresses and the same checks as from Microsoft.
 */
export class ChatDoor {
  private channel: TeamsChannel | null = null;
  private readonly news = keepAwake();

  constructor(private readonly accounts: () => Promise<Account[]>) {}

  /** Our own address is known with the first request. */
  private at(http: Koa.Context): TeamsChannel {
    if (!this.channel) {
      const here = `http://127.0.0.1:${http.req.socket.localPort}`;
      this.channel = new TeamsChannel({
        botUrl: () => `${here}/api/messages`,
        serviceUrl: () => `${here}/playground/connector/`,
      });
      this.channel.onChange((chat) => this.news.tell(chat.conversationId));
    }
    return this.channel;
  }

  /** What the bot sends. A chat of before our start is known again by its person. */
  async connector(http: Koa.Context, path: string): Promise<void> {
    const channel = this.at(http);
    const asked = decodeURIComponent(/^v3\/conversations\/([^/]+)/.exec(path)?.[1] ?? '');
    const known = channel.allChats().some(({ conversationId }) => conversationId === asked);
    const person = known ? null : (await this.accounts()).find((one) => conversationIdOf(one) === asked);
    if (person) channel.chatOf(person).installed = true;
    await channel.answer(http, path);
  }

  async answer(http: Koa.Context, path: string): Promise<void> {
    const channel = this.at(http);
    const body = ((http.request as { body?: unknown }).body ?? {}) as Record<string, unknown>;
    const address = String((http.method === 'GET' ? http.query.account : body.account) ?? '').toLowerCase();
    const person = (await this.accounts()).find((one) => one.address.toLowerCase() === address);
    if (!person) return;
    const chat = channel.chatOf(person);
    if (http.method === 'GET' && path === 'chat') {
      if (!chat.installed) await channel.install(person);
      await this.news.since(chat.conversationId, http.query.since);
      http.body = {
        version: this.news.version(chat.conversationId),
        typing: chat.typing,
        messages: chat.messages.slice(-keptMessages),
      };
    } else if (path === 'say') http.body = await channel.say(person, String(body.text ?? '').slice(0, 4000));
    else if (path === 'press') {
      const { status, error } = await channel.press(person, String(body.messageId), body.action as object);
      http.body = { status, error };
    } else if (path === 'compose') {
      const query = String(body.query ?? '');
      http.body = await channel.compose(person, /^https?:/.test(query) ? { url: query } : { query });
    }
  }
}
