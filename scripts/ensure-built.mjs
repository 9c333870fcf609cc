// Builds what is missing or older than its sources, so that `npm start` works on a fresh clone and after every change.
import { execSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const parts = [
  {
    script: 'build:service',
    made: 'dist/service/main.js',
    from: ['service', 'database', 'playground', 'package.json', 'tsconfig.build.json'],
  },
  {
    script: 'build:tab',
    made: 'dist/teams-app/index.html',
    from: ['teams-app', 'service', 'package.json', 'vite.config.mts'],
  },
  {
    script: 'build:addin',
    made: 'dist/outlook-addin/pane.html',
    from: ['outlook-addin', 'manifests', 'teams-app/shared', 'service', 'package.json', 'vite.outlook.config.mts'],
  },
  {
    script: 'build:playground',
    made: 'dist/playground/web/outlook.html',
    from: ['playground', 'package.json', 'vite.playground.config.mts'],
  },
];

const newest = (path) =>
  statSync(path).isDirectory()
    ? Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
    : statSync(path).mtimeMs;

const wanted = process.argv.slice(2);
for (const { script, made, from } of parts) {
  if (wanted.length && !wanted.includes(script)) continue;
  if (existsSync(made) && statSync(made).mtimeMs >= Math.max(...from.map(newest))) continue;
  execSync(`npm run ${script}`, { stdio: 'inherit' });
}
