// Microsoft's own playground for agents (an evaluation licence, nothing of it is shipped) against a running demo: the same
// cards as in Teams, and a log of every activity. The people in it are the demo's.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const port = process.env.PORT ?? '3978';
spawn(
  'npx',
  [
    'agentsplayground',
    '-e',
    `http://127.0.0.1:${port}/api/messages`,
    '-c',
    'msteams',
    '-p',
    '56150',
    '--disable-telemetry',
  ],
  {
    cwd: fileURLToPath(new URL('../playground/microsoft', import.meta.url)),
    stdio: 'inherit',
    shell: process.platform === 'win32',
  },
).once('exit', (code) => process.exit(code ?? 1));
