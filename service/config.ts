import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const flag = z.stringbool();
const whole = z.coerce.number().int();

/**
 * Every setting there is, from the environment (or a file `.env` beside package.json). An empty environment is a
 * working demo. A secret may come from a file: `ADMIN_PASSWORD_FILE=/run/secrets/admin` for `ADMIN_PASSWORD`.
 */
const variables = {
  PORT: { schema: whole.min(1).max(65535).default(3978), doc: 'Port the service listens on.' },
  HOST: {
    schema: z.string().default('0.0.0.0'),
    doc: 'Address it listens on; 127.0.0.1 behind a proxy on the same machine.',
  },
  DATABASE_URL: {
    schema: z
      .string()
      .regex(
        /^(sqlite:.+|mssql:\/\/.+)/,
        'sqlite:path/to/file or mssql://user:password@host:1433/database?encrypt=true',
      )
      .default('sqlite:var/ryadom.sqlite'),
    doc: 'SQLite file, or SQL Server: mssql://user:password@host:1433/database?encrypt=true&trustServerCertificate=false',
    secret: true,
  },
  DATABASE_POOL: {
    schema: whole.min(1).max(100).default(15),
    doc: 'SQL Server connections held at most; keep it small beside 1C or Exchange.',
  },
  ADMIN_LOGIN: {
    schema: z.string().min(2).optional(),
    doc: 'First administrator; created once. Setting it turns the demo off.',
  },
  ADMIN_PASSWORD: {
    schema: z.string().min(8).optional(),
    doc: 'His first password, 8 characters at least.',
    secret: true,
  },
  DEMO: { schema: flag.optional(), doc: 'Demo accounts and companies in an empty base. On unless ADMIN_LOGIN is set.' },
  FILES_FOLDER: { schema: z.string().default('var/files'), doc: 'Where uploaded and exported files are kept.' },
  SESSION_DAYS: { schema: whole.min(1).max(365).default(30), doc: 'Days after which everybody signs in again.' },
  TIME_ZONE: { schema: z.string().default('Europe/Moscow'), doc: 'Time zone of the company that runs Ryadom, IANA.' },
  LOG_LEVEL: {
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    doc: 'How much is logged.',
  },
  TRUST_PROXY: {
    schema: flag.default(false),
    doc: 'Believe X-Forwarded-For and -Proto: only behind your own reverse proxy.',
  },
  FRAME_ANCESTORS: {
    schema: z
      .string()
      .default(
        'https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft https://*.office.com https://outlook.office365.com',
      ),
    doc: 'Pages that may show the tab in a frame, separated by spaces.',
  },
  COMPANY_REGISTRY: {
    schema: z.enum(['off', 'stand-in', 'dadata']).optional(),
    doc: 'Requisites by INN: off, dadata (needs DADATA_TOKEN), or the named stand-in. The demo has the stand-in.',
  },
  SAMPLES_DIR: {
    schema: z.string().optional(),
    doc: 'Further letters for the demo’s playground, in its subfolder mail.',
  },
  PUBLIC_URL: {
    schema: z
      .string()
      .regex(/^https:\/\/[^/\s]+$/, 'https://crm.company.ru, without a slash at the end')
      .optional(),
    doc: 'Address people reach the service by, https; manifests and Microsoft sign-in need it.',
  },
  SUPPORT_CONTACT: { schema: z.string().max(200).optional(), doc: 'Whom to write to for help; on the support page.' },
  MICROSOFT_TENANT_ID: {
    schema: z.guid().optional(),
    doc: 'Directory (tenant) id of the app registration in Entra ID; turns sign-in with Microsoft on.',
  },
  MICROSOFT_CLIENT_ID: { schema: z.guid().optional(), doc: 'Application (client) id of the same registration.' },
  MICROSOFT_CLIENT_SECRET: {
    schema: z.string().min(8).optional(),
    doc: 'Its client secret; lets people be found by all their addresses at the first sign-in.',
    secret: true,
  },
  MICROSOFT_AUTHORITY: {
    schema: z.url().default('https://login.microsoftonline.com'),
    doc: 'Where Microsoft signs people in; other for national clouds.',
  },
  BOT_APP_ID: {
    schema: z.guid().optional(),
    doc: 'Application id of the Teams bot (Azure Bot, single tenant); without it there is no bot, but for the demo’s stand-in.',
  },
  BOT_APP_PASSWORD: { schema: z.string().min(8).optional(), doc: 'Its client secret.', secret: true },
  OUTLOOK_CALENDAR: {
    schema: z.enum(['off', 'stand-in', 'graph']).optional(),
    doc: 'Next-contact dates in Outlook: off, graph (the registration above with its secret, PUBLIC_URL), or the demo’s stand-in.',
  },
  MAIL_FROM: {
    schema: z.email().optional(),
    doc: 'Address the service’s own letters come from; turns e-mail notices on, through SMTP_URL or Microsoft Graph.',
  },
  SMTP_URL: {
    schema: z
      .string()
      .regex(/^smtps?:\/\//, 'smtp://user:password@host:587 or smtps://user:password@host:465')
      .optional(),
    doc: 'Mail server for these letters; without it they go through Graph with the registration above (Mail.Send).',
    secret: true,
  },
  DADATA_TOKEN: { schema: z.string().min(10).optional(), doc: 'API key of dadata.ru.', secret: true },
} as const satisfies Record<string, { schema: z.ZodType; doc: string; secret?: boolean }>;

type Variables = { [K in keyof typeof variables]: z.output<(typeof variables)[K]['schema']> };

export interface Config extends Omit<Variables, 'DEMO' | 'COMPANY_REGISTRY' | 'OUTLOOK_CALENDAR'> {
  DEMO: boolean;
  COMPANY_REGISTRY: 'off' | 'stand-in' | 'dadata';
  OUTLOOK_CALENDAR: 'off' | 'stand-in' | 'graph';
}

export const documentedVariables = variables;

/**
 * Reads and checks all settings at once.
 * @throws ConfigError with every problem, not only the first
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const problems: string[] = [];
  const given: Record<string, string | undefined> = {};
  for (const name of Object.keys(variables)) given[name] = fromEnvironment(environment, name, problems);
  const shape = Object.fromEntries(Object.entries(variables).map(([name, { schema }]) => [name, schema]));
  const checked = z.object(shape).safeParse(given);
  if (!checked.success)
    for (const issue of checked.error.issues) problems.push(`${issue.path.join('.')}: ${issue.message}`);
  const values = (checked.data ?? {}) as Partial<Variables>;
  if (given.ADMIN_LOGIN && !given.ADMIN_PASSWORD) problems.push('ADMIN_PASSWORD: needed together with ADMIN_LOGIN');
  if (given.COMPANY_REGISTRY === 'dadata' && !given.DADATA_TOKEN)
    problems.push('DADATA_TOKEN: needed for COMPANY_REGISTRY=dadata');
  if (Boolean(given.MICROSOFT_TENANT_ID) !== Boolean(given.MICROSOFT_CLIENT_ID))
    problems.push('MICROSOFT_TENANT_ID, MICROSOFT_CLIENT_ID: needed together');
  if (Boolean(given.BOT_APP_ID) !== Boolean(given.BOT_APP_PASSWORD))
    problems.push('BOT_APP_ID, BOT_APP_PASSWORD: needed together');
  if (given.BOT_APP_ID && !given.MICROSOFT_TENANT_ID)
    problems.push('MICROSOFT_TENANT_ID: needed for BOT_APP_ID, the bot answers one tenant alone');
  if (given.SMTP_URL && !given.MAIL_FROM) problems.push('MAIL_FROM: needed for SMTP_URL');
  if (given.MAIL_FROM && !given.SMTP_URL && !(given.MICROSOFT_CLIENT_ID && given.MICROSOFT_CLIENT_SECRET))
    problems.push(
      'MAIL_FROM: needs SMTP_URL, or MICROSOFT_CLIENT_ID and MICROSOFT_CLIENT_SECRET to send through Graph',
    );
  if (given.OUTLOOK_CALENDAR === 'graph' && !(given.MICROSOFT_CLIENT_ID && given.MICROSOFT_CLIENT_SECRET))
    problems.push('OUTLOOK_CALENDAR: graph needs MICROSOFT_TENANT_ID, MICROSOFT_CLIENT_ID and MICROSOFT_CLIENT_SECRET');
  const DEMO = values.DEMO ?? !values.ADMIN_LOGIN;
  if (given.OUTLOOK_CALENDAR === 'stand-in' && !DEMO) problems.push('OUTLOOK_CALENDAR: the stand-in is the demo’s');
  if (problems.length) throw new ConfigError(problems);
  const usual = DEMO ? 'stand-in' : 'off';
  return {
    ...(values as Variables),
    DEMO,
    COMPANY_REGISTRY: values.COMPANY_REGISTRY ?? usual,
    OUTLOOK_CALENDAR: values.OUTLOOK_CALENDAR ?? usual,
  };
}

export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(`The settings are not right:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

/** Loads `.env`, when there is one; what is set in the environment already wins. */
export function loadEnvFile(path = '.env'): void {
  if (existsSync(path)) process.loadEnvFile(path);
}

function fromEnvironment(environment: NodeJS.ProcessEnv, name: string, problems: string[]): string | undefined {
  const file = environment[`${name}_FILE`];
  if (!file) return environment[name] || undefined;
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch {
    problems.push(`${name}_FILE: cannot be read`);
    return undefined;
  }
}
