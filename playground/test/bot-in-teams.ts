import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import bodyParser from '@koa/bodyparser';
import Koa from 'koa';
import { botHost, type BotSettings } from '../../service/bot/bot-host';
import { localMailer, type StandInMailer } from '../../service/adapters/mailer/mailer.local';
import { testApp, type TestApp, type TestClock } from '../../service/test/test-app';
import { TeamsChannel, type ChannelFault, type ChatMessage, type ChatPerson } from '../chat/teams-channel';

export interface BotInTeams {
  app: TestApp;
  channel: TeamsChannel;
  mailer: StandInMailer;
  /** Set to make the channel fail. */
  faults: { next: ((request: { method: string; path: string }) => ChannelFault | null) | null };
  /** What the bot said last to a person. */
  last(person: ChatPerson): ChatMessage;
  /** Says it and answers what the bot said. */
  ask(person: ChatPerson, text: string): Promise<ChatMessage>;
  /** Presses the button of that verb on the bot's last message. */
  press(
    person: ChatPerson,
    verb: string,
    inputs?: Record<string, unknown>,
    message?: ChatMessage,
  ): Promise<{ error: string | null; message: ChatMessage }>;
  close(): Promise<void>;
}

/** The service with its bot, and a Teams that stands in for the real one, both on ports of their own. */
export async function botInTeams({
  clock,
  bot = { appId: '', appPassword: '', tenantId: '' },
  authorization,
  adapters = {},
}: {
  clock?: TestClock;
  bot?: BotSettings;
  authorization?: () => Promise<string>;
  adapters?: Parameters<typeof testApp>[0] extends { adapters?: infer A } | undefined ? A : never;
} = {}): Promise<BotInTeams> {
  const mailer = localMailer();
  const app = await testApp({ clock, adapters: { chat: botHost(bot), mailer, ...adapters } });
  const service = await listen(createServer(app.server));
  const faults: BotInTeams['faults'] = { next: null };
  let connectorUrl = '';
  const channel = new TeamsChannel({
    botUrl: () => `${urlOf(service)}/api/messages`,
    serviceUrl: () => connectorUrl,
    tenantId: bot.tenantId || undefined,
    botId: bot.appId ? `28:${bot.appId}` : undefined,
    authorization,
    now: () => app.clock.now(),
    fault: (request) => faults.next?.(request) ?? null,
  });
  const koa = new Koa();
  koa.use(bodyParser());
  koa.use((http) => channel.answer(http, http.path.slice(1)));
  const connector = await listen(createServer(koa.callback()));
  connectorUrl = `${urlOf(connector)}/`;

  const last = (person: ChatPerson) =>
    channel
      .chatOf(person)
      .messages.filter(({ from }) => from === 'bot')
      .at(-1)!;
  return {
    app,
    channel,
    mailer,
    faults,
    last,
    ask: async (person, text) => {
      const { status } = await channel.say(person, text);
      if (status !== 200) throw new Error(`The bot answered ${status}`);
      return last(person);
    },
    press: async (person, verb, inputs = {}, message = last(person)) => {
      const action = buttons(message).find((one) => one.verb === verb);
      if (!action)
        throw new Error(
          `No ${verb} on the card: ${buttons(message)
            .map((one) => one.verb)
            .join(', ')}`,
        );
      const { error } = await channel.press(person, message.id, action, inputs);
      return { error, message: channel.chatOf(person).messages.find(({ id }) => id === message.id)! };
    },
    close: async () => {
      for (const server of [service, connector]) {
        server.closeAllConnections();
        await new Promise((closed) => server.close(closed));
      }
      await app.close();
    },
  };
}

/** Every button of a message's cards, those behind a row included. */
export function buttons(
  message: ChatMessage,
): { verb?: string; title?: string; data?: Record<string, unknown>; type: string }[] {
  const found: ReturnType<typeof buttons> = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) walk(one);
    else if (value && typeof value === 'object') {
      const { type } = value as { type?: string };
      if (type?.startsWith('Action.')) found.push(value as never);
      for (const inner of Object.values(value)) walk(inner);
    }
  };
  walk(message.cards);
  return found;
}

/** Everything a card says, in one text. */
export function wordsOf(message: ChatMessage): string {
  const words: string[] = [message.text];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) walk(one);
    else if (value && typeof value === 'object') {
      const { text, title, value: said, label } = value as Record<string, unknown>;
      for (const one of [title, text, said, label]) if (typeof one === 'string') words.push(one);
      for (const inner of Object.values(value)) if (typeof inner === 'object') walk(inner);
    }
  };
  walk(message.cards);
  return words.join('\n');
}

const listen = async (server: Server): Promise<Server> => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
};
const urlOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
