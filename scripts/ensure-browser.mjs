// The browser tests drive a real Chromium. Where there is none, Debian and Ubuntu can install one by themselves.
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from './find-browser.cjs';

if (!findBrowser()) {
  if (!existsSync('/usr/bin/apt-get')) {
    console.error(
      'No Chrome, Chromium or Edge was found. Install one, or name it: BROWSER_PATH=/path/to/chrome npm test',
    );
    process.exit(1);
  }
  const root = process.getuid?.() === 0 ? '' : 'sudo ';
  const run = (command) =>
    execSync(root + command, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  run('apt-get update');
  run(
    'apt-get -o DPkg::Lock::Timeout=500 install -y --no-install-recommends chromium fonts-dejavu-core fonts-liberation',
  );
}
