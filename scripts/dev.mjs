// The service with reload on 3978, the tab with hot reload on 5173 (it passes /api on).
import { spawn } from 'node:child_process';

const run = (command, args) => spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
const children = [run('npx', ['tsx', 'watch', '--clear-screen=false', 'service/main.ts']), run('npx', ['vite'])];
const stop = () => children.forEach((child) => child.kill());
for (const child of children) child.on('exit', stop);
process.on('SIGINT', stop);
