import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { seedDemo } from '../database/seeds/demo';
import { playground } from '../playground/playground';
import { standInIdentity } from '../service/adapters/entra/entra.local';
import { localRegistry } from '../service/adapters/registry/registry.local';
import { graphCalendar } from '../service/adapters/calendar/calendar.graph';
import type { Calendar } from '../service/adapters/calendar/calendar.port';
import { localMailer } from '../service/adapters/mailer/mailer.local';
import { createApp } from '../service/app';
import { botHost } from '../service/bot/bot-host';
import { messagesRoute } from '../service/bot/messages-route';
import { systemClock } from '../service/kernel/clock';
import type { Deps } from '../service/kernel/context';
import { createJobRunner } from '../service/kernel/jobs';
import { createLog } from '../service/kernel/log';
import { modules } from '../service/modules/registry';
import { demoPassword } from '../service/modules/users/demo-accounts';
import { ensureBasics } from '../service/start-up';
import { createTestDatabase } from '../service/test/test-database';

export interface BrowserApp {
  readonly url: string;
  readonly deps: Deps;
  /** A window of its own with nobody signed in. */
  open(options?: { width?: number; height?: number; dark?: boolean }): Promise<Page>;
  /** The same, signed in. */
  openAs(login: string, path?: string, options?: { width?: number; height?: number; dark?: boolean }): Promise<Page>;
  close(): Promise<void>;
}

/**
 * The whole service with the built tab and the demo base, and a real Chromium to look at it; with its playground when
 * asked.
 */
export async function browserApp(options: { playground?: boolean; live?: boolean } = {}): Promise<BrowserApp> {
  const { database, drop } = await createTestDatabase();
  const filesFolder = mkdtempSync(join(tmpdir(), 'ryadom-files-'));
  const microsoft = standInIdentity(createLog('silent'));
  const chat = botHost({ appId: '', appPassword: '', tenantId: '' });
  const settings = {
    demo: true,
    version: 'test',
    filesFolder,
    sessionDays: 30,
    timeZone: 'Europe/Moscow',
    publicUrl: '',
    teamsAppId: null,
  };
  const deps: Deps = {
    database,
    clock: systemClock,
    log: createLog(process.env.TEST_LOG ?? 'error'),
    settings,
    adapters: { registry: localRegistry(), microsoft, chat, mailer: localMailer(), push: null, calendar: null },
    modules,
  };
  await ensureBasics(deps, null);
  await seedDemo(deps);
  const app = createApp(deps, {
    checkAnswers: true,
    webFolder: resolve(__dirname, '../dist/teams-app'),
    addinFolder: resolve(__dirname, '../dist/outlook-addin'),
    bot: messagesRoute(deps, chat),
    playground: options.playground ? playground(deps, microsoft) : undefined,
  });
  const server = createServer(app.callback());
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  settings.publicUrl = url;
  if (options.playground)
    (deps.adapters as { calendar: Calendar | null }).calendar = graphCalendar({
      graph: `${url}/playground/graph`,
      token: () => Promise.resolve('stand-in'),
      standIn: true,
      notificationUrl: `${url}/api/calendar/notifications`,
      lifecycleUrl: `${url}/api/calendar/lifecycle`,
    });
  const jobs = createJobRunner(deps, { pollMilliseconds: 200 });
  jobs.start();
  const browser = await launch();
  const contexts: BrowserContext[] = [];

  const open: BrowserApp['open'] = async ({ width = 1280, height = 800, dark = false } = {}) => {
    const context = await browser.newContext({
      viewport: { width, height },
      locale: 'ru-RU',
      timezoneId: 'Europe/Moscow',
      colorScheme: dark ? 'dark' : 'light',
      hasTouch: width < 600,
    });
    contexts.push(context);
    context.setDefaultTimeout(15_000);
    // A stream that never ends keeps the network from ever being idle.
    if (!options.live) await context.route('**/api/live*', (route) => route.abort());
    return context.newPage();
  };
  return {
    url,
    deps,
    open,
    openAs: async (login, path = '/', options) => {
      const page = await open(options);
      await page.request.post(`${url}/api/sign-in`, {
        headers: { 'x-session': 'cookie' },
        data: { login, password: demoPassword },
      });
      await page.goto(url + path);
      return page;
    },
    close: async () => {
      for (const context of contexts) await context.close();
      await browser.close();
      await jobs.stop();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await drop();
      rmSync(filesFolder, { recursive: true, force: true });
    },
  };
}

async function launch(): Promise<Browser> {
  const { findBrowser } = (await import(resolve(__dirname, '../scripts/find-browser.cjs'))) as {
    findBrowser: () => string | null;
  };
  return chromium.launch({
    executablePath: findBrowser() ?? undefined,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  impact: string | null;
  nodes: { html: string; failureSummary?: string }[];
}

/** What axe finds serious on the page, in words. */
export async function seriousFaults(page: Page): Promise<string[]> {
  // Evaluated rather than added as a script: the page's content policy lets nothing in.
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: { run: (options: object) => Promise<{ violations: Violation[] }> } })
      .axe;
    // Fluent's focus guards are hidden and focusable on purpose: they hand the focus on.
    return (await axe.run({ exclude: ['[data-tabster-dummy]'] })).violations;
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ html }) => html.slice(0, 160))
          .slice(0, 3)
          .join(' | ')}`,
    );
}

/** Wider than the window means a horizontal scroll bar. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Asks again until the answer satisfies, for as long as a page may take; then the last answer fails the test. */
export async function eventually<T>(read: () => Promise<T>, check: (value: T) => void): Promise<void> {
  const until = Date.now() + 15_000;
  for (;;) {
    const value = await read();
    try {
      check(value);
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
