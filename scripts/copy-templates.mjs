// Documents that the service fills stand beside its sources; the compiler leaves them behind.
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const modules = 'service/modules';
for (const module of readdirSync(modules)) {
  const templates = join(modules, module, 'templates');
  if (existsSync(templates)) cpSync(templates, join('dist', templates), { recursive: true });
}
