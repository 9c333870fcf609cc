import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ConfigError, loadEnvFile, readConfig } from '../service/config';
import { manifestSettings, SettingsMissing } from './manifest-settings';
import { makePackages } from './packages';

/** `npm run manifests`: from the settings to the files that an administrator uploads. */
async function main(): Promise<void> {
  loadEnvFile();
  const { version } = JSON.parse(readFileSync(resolve(__dirname, '../package.json'), 'utf8')) as { version: string };
  const settings = manifestSettings(readConfig(), version);
  const folder = resolve(__dirname, '../dist/manifests');
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(await makePackages(settings))) {
    writeFileSync(join(folder, name), content);
    process.stdout.write(`dist/manifests/${name}\n`);
  }
  if (!settings.clientId)
    process.stdout.write('MICROSOFT_CLIENT_ID is not set: the tab and the pane will ask for login and password.\n');
}

main().catch((error: unknown) => {
  const known = error instanceof ConfigError || error instanceof SettingsMissing;
  process.stderr.write(`${known ? error.message : String((error as Error).stack)}\n`);
  process.exit(1);
});
