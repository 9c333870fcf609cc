import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Settings } from '../../kernel/context';
import { pathOf } from '../../kernel/files';

/** 100,000 rows of a wide table are about 100 MB. */
export const largestImport = { most: 200 * 1024 * 1024, code: 'imports.tooLarge' };

export function fileOf(
  settings: Pick<Settings, 'filesFolder'>,
  id: string,
  kind: 'imports' | 'exports' = 'imports',
): string {
  const path = pathOf(settings, kind, id);
  mkdirSync(dirname(path), { recursive: true });
  return path;
}
