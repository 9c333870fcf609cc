import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { createApp } from '../app';
import type { BotHost } from '../bot/bot-host';
import { messagesRoute } from '../bot/messages-route';
import type { Clock } from '../kernel/clock';
import { inTransaction, type Adapters, type Ctx, type Deps } from '../kernel/context';
import type { Endpoint, EndpointInput, EndpointOutput, Method, Refusal } from '../kernel/endpoint';
import { createJobRunner } from '../kernel/jobs';
import { createLog } from '../kernel/log';
import { modules } from '../modules/registry';
import { ensureBasics } from '../start-up';
import { createTestDatabase } from './test-database';

/** A clock that stands still until a story moves it. Thursday noon in Moscow. */
export interface TestClock extends Clock {
  set(iso: string): void;
  advance(by: { minutes?: number; hours?: number; days?: number }): void;
}

export function testClock(start = '2026-03-12T09:00:00.000Z'): TestClock {
  let now = new Date(start);
  return {
    now: () => new Date(now),
    set: (iso) => void (now = new Date(iso)),
    advance: ({ minutes = 0, hours = 0, days = 0 }) =>
      void (now = new Date(now.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000)),
  };
}

export interface Answer<T> {
  status: number;
  body: T & Partial<Refusal>;
  changeId: string;
  headers: Record<string, string>;
}

export interface TestApp {
  readonly deps: Deps;
  readonly clock: TestClock;
  readonly server: ReturnType<ReturnType<typeof createApp>['callback']>;
  /** Where it listens, for stand-ins that call it. */
  readonly url: string;
  /** Calls an endpoint as the holder of a token. */
  call<E extends Endpoint>(endpoint: E, input: EndpointInput<E>, token?: string): Promise<Answer<EndpointOutput<E>>>;
  /** Any request, for what has no contract. */
  http(
    method: Method,
    path: string,
    options?: { token?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<Answer<Record<string, unknown>>>;
  /** As the service itself: builders write through this. */
  write<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>;
  drainJobs(): Promise<void>;
  close(): Promise<void>;
}

/** The whole service over a database of its own, in the state of a first start. */
export async function testApp({
  clock = testClock(),
  demo = false,
  adapters = {},
}: { clock?: TestClock; demo?: boolean; adapters?: Partial<Adapters> } = {}): Promise<TestApp> {
  const { database, drop } = await createTestDatabase();
  const filesFolder = mkdtempSync(join(tmpdir(), 'ryadom-files-'));
  const deps: Deps = {
    database,
    clock,
    log: createLog(process.env.TEST_LOG ?? 'silent'),
    settings: {
      demo,
      version: 'test',
      filesFolder,
      sessionDays: 30,
      timeZone: 'Europe/Moscow',
      publicUrl: 'https://crm.example',
      teamsAppId: null,
    },
    adapters: {
      registry: null,
      microsoft: null,
      chat: null,
      mailer: null,
      push: null,
      calendar: null,
      ...adapters,
    } as Adapters,
    modules,
  };
  await ensureBasics(deps, null);
  const app = createApp(deps, {
    checkAnswers: true,
    trustProxy: true,
    bot: deps.adapters.chat ? messagesRoute(deps, deps.adapters.chat as BotHost) : undefined,
  });
  // One listening server for the whole story: supertest would otherwise open one for each request.
  const server: Server = app.listen(0);
  const runner = createJobRunner(deps);

  const send = async (
    method: Method,
    path: string,
    { token, body, headers = {} }: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
  ) => {
    let call = request(server)[method.toLowerCase() as 'get'](path).set('accept-language', 'ru');
    for (const [name, value] of Object.entries(headers)) call = call.set(name, value);
    if (token) call = call.set('authorization', `Bearer ${token}`);
    const response = await (body === undefined ? call : call.send(body as object));
    return {
      status: response.status,
      body: response.body as never,
      changeId: response.headers['x-change-id'] ?? '',
      headers: response.headers as Record<string, string>,
    };
  };

  return {
    deps,
    clock,
    server: app.callback(),
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    http: send,
    call: (endpoint, input, token) => {
      const rest: Record<string, unknown> = { ...(input as object) };
      const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
        const value = encodeURIComponent(String(rest[name]));
        delete rest[name];
        return value;
      });
      if (endpoint.method === 'GET' || endpoint.method === 'DELETE') {
        const query = new URLSearchParams(
          Object.entries(rest)
            .filter(([, value]) => value !== undefined)
            .map(([name, value]) => [name, String(value)]),
        );
        return send(endpoint.method, `${path}${query.size ? `?${query}` : ''}`, { token });
      }
      return send(endpoint.method, path, { token, body: rest });
    },
    write: (work) => inTransaction(deps, { user: null, locale: 'ru' }, work),
    drainJobs: () => runner.drain(),
    close: async () => {
      await new Promise((closed) => server.close(closed));
      await drop();
      rmSync(filesFolder, { recursive: true, force: true });
    },
  };
}
