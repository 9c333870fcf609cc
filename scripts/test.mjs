// All tests. Without DATABASE_URL: the stories on SQLite, then again on the recorder that plays SQL Server and whose
// T-SQL the grammar judges, then the browser. With DATABASE_URL=mssql://… everything runs against that server.
import { execSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'ryadom-test-'));
const statements = join(folder, 'statements.jsonl');
const onServer = Boolean(process.env.DATABASE_URL);
const only = process.argv.slice(2);

const runs = [
  {
    title: onServer ? 'stories on the given database' : 'stories on SQLite',
    args: ['--config', 'jest.config.js'],
    env: {},
  },
  ...(onServer
    ? []
    : [
        {
          title: 'stories on the T-SQL recorder',
          args: ['--config', 'jest.config.js', 'service'],
          env: { DATABASE_URL: 'tsql-recorder:', TSQL_STATEMENTS: statements },
          judge: true,
        },
      ]),
  { title: 'the browser', args: ['--config', 'jest.browser.config.js'], env: {}, web: true },
];

const total = { passed: 0, failed: 0, skipped: 0 };
for (const { title, args, env, judge, web } of runs) {
  if (only.length && !only.some((word) => title.includes(word))) continue;
  console.log(`\n=== ${title} ===`);
  if (web) execSync('node scripts/ensure-built.mjs build:tab build:addin build:playground', { stdio: 'inherit' });
  const report = join(folder, 'report.json');
  const started = Date.now();
  const result = spawnSync('npx', ['jest', ...args, '--json', `--outputFile=${report}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  let counts = { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numFailedTestSuites: 0 };
  try {
    counts = JSON.parse(readFileSync(report, 'utf8'));
    rmSync(report);
  } catch {
    console.error('jest left no report');
  }
  total.passed += counts.numPassedTests;
  total.failed += counts.numFailedTests + (counts.numFailedTests === 0 && result.status !== 0 ? 1 : 0);
  total.skipped += counts.numPendingTests;
  console.log(`${title}: ${Math.round((Date.now() - started) / 1000)} s`);
  if (judge) {
    const verdict = spawnSync('npx', ['tsx', 'database/tsql/judge-command.ts', statements], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (verdict.status === 0) total.passed += 1;
    else total.failed += 1;
  }
}
rmSync(folder, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed ? 1 : 0);
