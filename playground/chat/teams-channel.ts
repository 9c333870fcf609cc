import { createHash, randomUUID } from 'node:crypto';
import type Koa from 'koa';

/** Somebody of the stand-in's tenant. */
export interface ChatPerson {
  address: string;
  name: string;
  locale?: 'ru-RU' | 'en-US';
}

export interface ChatMessage {
  id: string;
  from: 'bot' | 'person';
  at: string;
  text: string;
  summary: string | null;
  /** Adaptive Cards; a press may put another in the place of one. */
  cards: Record<string, unknown>[];
}

export interface Chat {
  person: ChatPerson;
  conversationId: string;
  installed: boolean;
  messages: ChatMessage[];
  typing: boolean;
}

/** What goes wrong with one request: refused before it did anything, or answered with a fault after it did. */
export interface ChannelFault {
  status: number;
  retryAfter?: number;
  afterwards?: boolean;
  /** Falls silent for so long before it answers, milliseconds. */
  delay?: number;
}

interface ChannelSettings {
  /** Where the bot listens: `http://127.0.0.1:3978/api/messages`. */
  botUrl: () => string;
  /** Where the bot finds us: our own address with a slash at the end. */
  serviceUrl: () => string;
  tenantId?: string;
  botId?: string;
  /** The token that vouches for us, when the bot asks for one. */
  authorization?: () => Promise<string>;
  now?: () => Date;
  /** Asked for each request of the bot's. */
  fault?: (request: { method: string; path: string }) => ChannelFault | null;
}

/** The tenant of the stand-in of Entra ID. */
const standInTenant = '00000000-0000-4000-8000-000000000001';
const standInBot = '28:ryadom';

/**
 * A stand-in of Teams for the bot: it delivers what people write and press as the Bot Framework does, and takes what the bot
 * says at its connector's addresses (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference).
 * As nasty as the real thing when told so: throttling, gone conversations, faults after the work is done.
 */
export class TeamsChannel {
  private readonly chats = new Map<string, Chat>();
  private readonly listeners = new Set<(chat: Chat) => void>();
  /** Requests of the bot's, in order: what the tests look at. */
  readonly requests: { method: string; path: string; at: number; status: number }[] = [];

  constructor(private readonly settings: ChannelSettings) {}

  chatOf(person: ChatPerson): Chat {
    const address = person.address.toLowerCase();
    let chat = this.chats.get(address);
    if (!chat) {
      chat = { person, conversationId: conversationIdOf(person), installed: false, messages: [], typing: false };
      this.chats.set(address, chat);
    }
    return chat;
  }

  allChats(): Chat[] {
    return [...this.chats.values()];
  }

  onChange(listener: (chat: Chat) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private changed(chat: Chat): void {
    for (const listener of this.listeners) listener(chat);
  }

  /** The app is added for a person: Teams tells of it twice, in two words. */
  async install(person: ChatPerson): Promise<void> {
    const chat = this.chatOf(person);
    if (chat.installed) return;
    chat.installed = true;
    await this.deliver({ ...this.activity(chat), type: 'installationUpdate', action: 'add' });
    await this.deliver({
      ...this.activity(chat),
      type: 'conversationUpdate',
      membersAdded: [{ id: this.botId }, { id: userId(person), aadObjectId: objectId(person) }],
    });
  }

  async uninstall(person: ChatPerson): Promise<void> {
    const chat = this.chatOf(person);
    chat.installed = false;
    await this.deliver({ ...this.activity(chat), type: 'installationUpdate', action: 'remove' });
  }

  /** A person writes. Answers the bot's status; with `messageId` it is the same message delivered again. */
  async say(
    person: ChatPerson,
    text: string,
    { messageId = newMessageId() } = {},
  ): Promise<{ status: number; messageId: string }> {
    const chat = this.chatOf(person);
    if (!chat.messages.some(({ id }) => id === messageId)) {
      chat.messages.push({
        id: messageId,
        from: 'person',
        at: this.now().toISOString(),
        text,
        summary: null,
        cards: [],
      });
      chat.typing = true;
      this.changed(chat);
    }
    const { status } = await this.deliver({
      ...this.activity(chat),
      id: messageId,
      type: 'message',
      text,
      textFormat: 'plain',
    });
    chat.typing = false;
    this.changed(chat);
    return { status, messageId };
  }

  /**
   * Presses a button of a card: its data and what was put in together; the card that is answered takes the pressed one's
   * place. Answers what Teams would show beside the card when it was refused.
   */
  async press(
    person: ChatPerson,
    messageId: string,
    action: { verb?: unknown; data?: unknown; title?: unknown },
    inputs: Record<string, unknown> = {},
  ): Promise<{ status: number; error: string | null; body: unknown }> {
    const chat = this.chatOf(person);
    const message = chat.messages.find(({ id }) => id === messageId);
    const answer = await this.deliver({
      ...this.activity(chat),
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: messageId,
      value: {
        action: { type: 'Action.Execute', verb: action.verb, data: { ...(action.data as object), ...inputs } },
        trigger: 'manual',
      },
    });
    const body = answer.body as { type?: string; value?: { message?: string } & Record<string, unknown> } | null;
    if (body?.type === 'application/vnd.microsoft.card.adaptive' && message) {
      message.cards = [body.value!];
      this.changed(chat);
      return { status: answer.status, error: null, body };
    }
    const error = body?.value?.message ?? `HTTP ${answer.status}`;
    return { status: answer.status, error, body };
  }

  /** The compose box: a search, or a link of ours that was pasted. */
  async compose(person: ChatPerson, asked: { query: string } | { url: string }): Promise<unknown> {
    const value =
      'query' in asked
        ? {
            commandId: 'searchCompanies',
            parameters: [{ name: 'query', value: asked.query }],
            queryOptions: { skip: 0, count: 25 },
          }
        : { url: asked.url };
    const name = 'query' in asked ? 'composeExtension/query' : 'composeExtension/queryLink';
    return (await this.deliver({ ...this.activity(this.chatOf(person)), type: 'invoke', name, value })).body;
  }

  /** Any activity, as the channel would deliver it. */
  async deliver(
    activity: Record<string, unknown>,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: unknown }> {
    const authorization = await this.settings.authorization?.();
    const answer = await fetch(this.settings.botUrl(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}), ...headers },
      body: JSON.stringify(activity),
    });
    const text = await answer.text();
    try {
      return { status: answer.status, body: text ? (JSON.parse(text) as unknown) : null };
    } catch {
      return { status: answer.status, body: text };
    }
  }

  /** The part of an activity that every one has. */
  activity(chat: Chat): Record<string, unknown> {
    const { person, conversationId } = chat;
    const locale = person.locale ?? 'ru-RU';
    return {
      id: newMessageId(),
      timestamp: this.now().toISOString(),
      localTimezone: 'Europe/Moscow',
      channelId: 'msteams',
      serviceUrl: this.settings.serviceUrl(),
      from: { id: userId(person), name: person.name, aadObjectId: objectId(person) },
      conversation: { conversationType: 'personal', tenantId: this.tenantId, id: conversationId },
      recipient: { id: this.botId, name: 'Ryadom' },
      locale,
      entities: [{ locale, country: locale.slice(3), platform: 'Web', timezone: 'Europe/Moscow', type: 'clientInfo' }],
      channelData: { tenant: { id: this.tenantId } },
    };
  }

  private get tenantId(): string {
    return this.settings.tenantId ?? standInTenant;
  }
  private get botId(): string {
    return this.settings.botId ?? standInBot;
  }
  private now(): Date {
    return this.settings.now?.() ?? new Date();
  }

  /** The connector's side: what the bot sends to `serviceUrl`. `path` begins with `v3/`. */
  async answer(http: Koa.Context, path: string): Promise<void> {
    const fault = this.settings.fault?.({ method: http.method, path }) ?? null;
    const note = (status: number) => {
      this.requests.push({ method: http.method, path, at: Date.now(), status });
      http.status = status;
    };
    if (fault?.delay) await new Promise((go) => setTimeout(go, fault.delay));
    if (fault && !fault.afterwards) {
      if (fault.retryAfter !== undefined) http.set('retry-after', String(fault.retryAfter));
      note(fault.status);
      http.body = { error: { code: 'Stand-in', message: `a fault of the stand-in: ${fault.status}` } };
      return;
    }
    const [status, body] = this.act(http, path);
    note(fault ? fault.status : status);
    http.body = fault ? { error: { code: 'Stand-in', message: 'after the work' } } : (body ?? {});
  }

  private act(http: Koa.Context, path: string): [number, unknown] {
    const at = /^v3\/conversations\/([^/]+)\/(activities|members|pagedmembers)(?:\/([^/]+))?$/.exec(path);
    const chat = at && this.allChats().find(({ conversationId }) => conversationId === decodeURIComponent(at[1]!));
    if (!at || !chat) return [404, { error: { code: 'ConversationNotFound', message: 'Conversation not found.' } }];
    const { person } = chat;
    const member = {
      id: userId(person),
      name: person.name,
      aadObjectId: objectId(person),
      objectId: objectId(person),
      email: person.address,
      userPrincipalName: person.address,
      tenantId: this.tenantId,
      userRole: 'user',
    };
    if (at[2] === 'members') return [200, at[3] ? member : [member]];
    if (at[2] === 'pagedmembers') return [200, { members: [member] }];
    if (!chat.installed)
      return [
        403,
        { error: { code: 'BotNotInConversationRoster', message: 'The bot is not part of the conversation roster.' } },
      ];
    const activity = ((http.request as { body?: unknown }).body ?? {}) as Record<string, unknown>;
    if (http.method === 'PUT' && at[3]) {
      const message = chat.messages.find(({ id }) => id === decodeURIComponent(at[3]!));
      if (!message) return [404, {}];
      Object.assign(message, contentOf(activity));
      this.changed(chat);
      return [200, { id: message.id }];
    }
    if (http.method !== 'POST') return [405, {}];
    if (activity.type === 'typing') return [201, { id: newMessageId() }];
    const message: ChatMessage = {
      id: newMessageId(),
      from: 'bot',
      at: this.now().toISOString(),
      ...contentOf(activity),
    };
    chat.messages.push(message);
    this.changed(chat);
    return [201, { id: message.id }];
  }
}

const hash = (text: string) => createHash('sha256').update(text.toLowerCase()).digest('hex').slice(0, 32);
export const conversationIdOf = ({ address }: ChatPerson) => `a:${hash(address)}`;
/** As the stand-in of Entra ID gives them out. */
const objectId = ({ address }: ChatPerson) => hash(address);
const userId = (person: ChatPerson) => `29:${objectId(person)}`;
const newMessageId = () => `${Date.now()}${randomUUID().slice(0, 4)}`;

function contentOf(activity: Record<string, unknown>): Pick<ChatMessage, 'text' | 'summary' | 'cards'> {
  const attachments = (activity.attachments ?? []) as { contentType: string; content: Record<string, unknown> }[];
  return {
    text: typeof activity.text === 'string' ? activity.text : '',
    summary: typeof activity.summary === 'string' ? activity.summary : null,
    cards: attachments
      .filter(({ contentType }) => contentType === 'application/vnd.microsoft.card.adaptive')
      .map(({ content }) => content),
  };
}
