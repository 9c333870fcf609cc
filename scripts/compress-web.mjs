// Puts a .br and a .gz beside every text file of the built pages: packed once here as well as can be, instead of with
// every request. @koa/send hands out whichever the browser takes.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

for (const folder of process.argv.slice(2))
  for (const name of readdirSync(folder, { recursive: true }).filter((file) => /\.(js|css|svg)$/.test(file))) {
    const path = join(folder, name);
    const content = readFileSync(path);
    writeFileSync(`${path}.br`, brotliCompressSync(content));
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
  }
