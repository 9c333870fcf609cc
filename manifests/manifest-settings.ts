import type { Config } from '../service/config';

/** What the manifests are made of. */
export interface ManifestSettings {
  /** Without a slash at the end. */
  url: string;
  host: string;
  /** `major.minor.patch`, of package.json. */
  version: string;
  /** The app registration in Entra ID; without it the tab asks for login and password. */
  clientId: string | null;
  /** The bot's registration; without it the app has neither bot nor message extension. */
  botId: string | null;
}

export class SettingsMissing extends Error {}

/**
 * @throws SettingsMissing naming each setting that is needed and why
 */
export function manifestSettings(
  { PUBLIC_URL, MICROSOFT_CLIENT_ID, BOT_APP_ID }: Pick<Config, 'PUBLIC_URL' | 'MICROSOFT_CLIENT_ID' | 'BOT_APP_ID'>,
  version: string,
): ManifestSettings {
  if (!PUBLIC_URL)
    throw new SettingsMissing(
      'PUBLIC_URL: needed, Teams and Outlook load the pages from it, for example https://crm.company.ru',
    );
  return {
    url: PUBLIC_URL,
    host: new URL(PUBLIC_URL).host,
    version,
    clientId: MICROSOFT_CLIENT_ID ?? null,
    botId: BOT_APP_ID ?? null,
  };
}

export { appId } from '../service/app-id';
