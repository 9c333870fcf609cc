import type Koa from 'koa';
import type { Account } from '../mailbox/letter';
import { conversationIdOf, TeamsChannel, type Chat } from './teams-channel';

/** How long a page that has seen everything waits for news, milliseconds. */
const patience = 20_000;
const keptMessages = 100;

/**
 * The chat's side of the demo: what the page asks for and presses, and the connector the bot answers to. Everything passes
 * over HTTP, by the same addresses and the same checks as from Microsoft.
 */
export class ChatDoor {
  private channel: TeamsChannel | null = null;
  private readonly versions = new Map<Chat, number>();
  private readonly waiting = new Set<() => void>();

  constructor(private readonly accounts: () => Promise<Account[]>) {}

  /** Our own address is known with the first request. */
  private at(http: Koa.Context): TeamsChannel {
    if (!this.channel) {
      const here = `http://127.0.0.1:${http.req.socket.localPort}`;
      this.channel = new TeamsChannel({
        botUrl: () => `${here}/api/messages`,
        serviceUrl: () => `${here}/playground/connector/`,
      });
      this.channel.onChange((chat) => {
        this.versions.set(chat, (this.versions.get(chat) ?? 0) + 1);
        for (const wake of [...this.waiting]) wake();
      });
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
      if (Number(http.query.since ?? -1) === this.versionOf(chat)) await this.news();
      http.body = {
        version: this.versionOf(chat),
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

  private versionOf = (chat: Chat) => this.versions.get(chat) ?? 0;

  private async news(): Promise<void> {
    await new Promise<void>((done) => {
      const wake = () => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        done();
      };
      const timer = setTimeout(wake, patience);
      timer.unref();
      this.waiting.add(wake);
    });
  }
}
