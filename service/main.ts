import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, resolve } from 'node:path';
import schedule from 'node-schedule';
import { connect } from '../database/data-source';
import { seedDemo } from '../database/seeds/demo';
import { playground } from '../playground/playground';
import { createAdapters } from './adapters/create-adapters';
import { isStandIn } from './adapters/entra/entra.local';
import { createApp } from './app';
import { appId } from './app-id';
import type { BotHost } from './bot/bot-host';
import { messagesRoute } from './bot/messages-route';
import { ConfigError, loadEnvFile, readConfig, type Config } from './config';
import { systemClock } from './kernel/clock';
import type { Deps } from './kernel/context';
import { createJobRunner } from './kernel/jobs';
import { createLog } from './kernel/log';
import { modules } from './modules/registry';
import { demoAccounts, demoPassword } from './modules/users/demo-accounts';
import { ensureBasics } from './start-up';

/** Everything a process of ours needs, from the settings, its base filled with what must be there. Used by the commands, too. */
export async function assemble(config: Config): Promise<Deps> {
  const log = createLog(config.LOG_LEVEL);
  if (config.DATABASE_URL.startsWith('sqlite:'))
    mkdirSync(dirname(resolve(config.DATABASE_URL.slice(7))), { recursive: true });
  mkdirSync(config.FILES_FOLDER, { recursive: true });
  const deps: Deps = {
    database: await connect(config.DATABASE_URL, { poolSize: config.DATABASE_POOL }),
    clock: systemClock,
    log,
    settings: {
      demo: config.DEMO,
      version: version(),
      filesFolder: resolve(config.FILES_FOLDER),
      sessionDays: config.SESSION_DAYS,
      timeZone: config.TIME_ZONE,
      publicUrl: config.PUBLIC_URL ?? `http://localhost:${config.PORT}`,
      teamsAppId: config.BOT_APP_ID && config.PUBLIC_URL ? appId({ url: config.PUBLIC_URL }, 'teams') : null,
    },
    adapters: createAdapters(config, log),
    modules,
  };
  await ensureBasics(
    deps,
    config.ADMIN_LOGIN && config.ADMIN_PASSWORD ? { login: config.ADMIN_LOGIN, password: config.ADMIN_PASSWORD } : null,
  );
  if (config.DEMO) await seedDemo(deps);
  return deps;
}

async function main(): Promise<void> {
  loadEnvFile();
  const config = readConfig();
  const deps = await assemble(config);

  const jobs = createJobRunner(deps);
  const ticks = modules.cron.map(({ kind, schedule: rule }) =>
    schedule.scheduleJob({ rule, tz: config.TIME_ZONE }, (slot) => void jobs.fire(kind, slot)),
  );
  const { microsoft, chat } = deps.adapters;
  const app = createApp(deps, {
    playground:
      config.DEMO && microsoft && isStandIn(microsoft)
        ? playground(deps, microsoft, { samplesFolder: config.SAMPLES_DIR })
        : undefined,
    bot: chat ? messagesRoute(deps, chat as BotHost) : undefined,
    supportContact: config.SUPPORT_CONTACT,
    // Built, we stand beside the tab; run from the sources, it is in dist.
    webFolder: resolve(__dirname, __filename.endsWith('.js') ? '../teams-app' : '../dist/teams-app'),
    addinFolder: resolve(__dirname, __filename.endsWith('.js') ? '../outlook-addin' : '../dist/outlook-addin'),
    frameAncestors: config.FRAME_ANCESTORS,
    trustProxy: config.TRUST_PROXY,
  });
  const server = createServer(app.callback());
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(config.PORT, config.HOST, listening);
  });
  // Not before we listen: the demo's jobs call the stand-ins on our own port.
  jobs.start();
  greet(config);

  const stop = async () => {
    for (const tick of ticks) tick.cancel();
    server.close();
    server.closeIdleConnections();
    await jobs.stop();
    await deps.database.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

function greet(config: Config): void {
  const lines = ['', `  Ryadom is running: http://localhost:${config.PORT}`, ''];
  if (config.DEMO) {
    lines.push(`  Demo logins (password ${demoPassword}):`);
    for (const { login, name, roleCode } of demoAccounts) lines.push(`    ${login.padEnd(8)} ${name} (${roleCode})`);
    lines.push('', `  A mailbox and a Teams to try it in: http://localhost:${config.PORT}/playground/`, '');
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

function version(): string {
  // Beside the sources in development, two folders up from the build.
  for (const place of ['../package.json', '../../package.json']) {
    try {
      return (JSON.parse(readFileSync(resolve(__dirname, place), 'utf8')) as { version: string }).version;
    } catch {
      // the other place
    }
  }
  return 'unknown';
}

if (require.main === module)
  main().catch((error: unknown) => {
    process.stderr.write(
      `${error instanceof ConfigError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exit(1);
  });
