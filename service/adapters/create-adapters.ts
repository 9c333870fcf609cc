import { resolve } from 'node:path';
import { botHost } from '../bot/bot-host';
import type { Config } from '../config';
import type { Adapters } from '../kernel/context';
import type { Log } from '../kernel/log';
import { graphCalendar } from './calendar/calendar.graph';
import { applicationToken } from './entra/application-token';
import { entraIdentity } from './entra/entra.http';
import { standInIdentity } from './entra/entra.local';
import { graphMailer } from './mailer/mailer.graph';
import { localMailer } from './mailer/mailer.local';
import { smtpMailer } from './mailer/mailer.smtp';
import { pushKeys, webPusher } from './push/push.http';
import { dadataRegistry } from './registry/registry.http';
import { localRegistry } from './registry/registry.local';

/** The one switch from settings to real adapters or stand-ins. */
export function createAdapters(config: Config, log: Log): Adapters {
  return {
    registry: registryOf(config, log),
    microsoft: microsoftOf(config, log),
    chat: chatOf(config),
    mailer: mailerOf(config),
    calendar: calendarOf(config),
    push: webPusher(
      pushKeys(resolve(config.FILES_FOLDER, 'push-keys.json')),
      config.MAIL_FROM ? `mailto:${config.MAIL_FROM}` : (config.PUBLIC_URL ?? 'https://ryadom.example'),
    ),
  };
}

function registryOf({ COMPANY_REGISTRY, DADATA_TOKEN }: Config, log: Log): Adapters['registry'] {
  if (COMPANY_REGISTRY === 'dadata') return dadataRegistry(DADATA_TOKEN!, log);
  return COMPANY_REGISTRY === 'stand-in' ? localRegistry() : null;
}

function microsoftOf(config: Config, log: Log): Adapters['microsoft'] {
  if (!config.MICROSOFT_CLIENT_ID) return config.DEMO ? standInIdentity(log) : null;
  return entraIdentity(
    {
      tenantId: config.MICROSOFT_TENANT_ID!,
      clientId: config.MICROSOFT_CLIENT_ID,
      clientSecret: config.MICROSOFT_CLIENT_SECRET ?? null,
      authority: config.MICROSOFT_AUTHORITY,
      host: config.PUBLIC_URL ? new URL(config.PUBLIC_URL).host : null,
    },
    log,
  );
}

/** A bot without a registration believes anybody: only the demo has one. */
function chatOf({ DEMO, BOT_APP_ID, BOT_APP_PASSWORD, MICROSOFT_TENANT_ID }: Config): Adapters['chat'] {
  if (BOT_APP_ID) return botHost({ appId: BOT_APP_ID, appPassword: BOT_APP_PASSWORD!, tenantId: MICROSOFT_TENANT_ID! });
  return DEMO ? botHost({ appId: '', appPassword: '', tenantId: '' }) : null;
}

function mailerOf(config: Config): Adapters['mailer'] {
  if (!config.MAIL_FROM) return config.DEMO ? localMailer() : null;
  if (config.SMTP_URL) return smtpMailer({ url: config.SMTP_URL, from: config.MAIL_FROM });
  return graphMailer({
    mailbox: config.MAIL_FROM,
    token: ownToken(config),
  });
}

const ownToken = (config: Config) =>
  applicationToken({
    authority: `${config.MICROSOFT_AUTHORITY}/${config.MICROSOFT_TENANT_ID!}`,
    clientId: config.MICROSOFT_CLIENT_ID!,
    clientSecret: config.MICROSOFT_CLIENT_SECRET!,
  });

/** The demo's goes by the same adapter to the playground's Graph, on this very port. */
function calendarOf(config: Config): Adapters['calendar'] {
  if (config.OUTLOOK_CALENDAR === 'off') return null;
  const here = `http://127.0.0.1:${config.PORT}`;
  const addresses = (root: string) => ({
    notificationUrl: `${root}/api/calendar/notifications`,
    lifecycleUrl: `${root}/api/calendar/lifecycle`,
  });
  if (config.OUTLOOK_CALENDAR === 'stand-in')
    return graphCalendar({
      ...addresses(here),
      graph: `${here}/playground/graph`,
      token: () => Promise.resolve('stand-in'),
      standIn: true,
    });
  return graphCalendar({
    // Without an address that Microsoft reaches, the calendars are asked every few minutes.
    ...(config.PUBLIC_URL ? addresses(config.PUBLIC_URL) : { notificationUrl: null, lifecycleUrl: null }),
    token: ownToken(config),
  });
}
