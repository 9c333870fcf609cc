import { createWriteStream, mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Settings } from '../../kernel/context';
import { AppError } from '../../kernel/errors';

/** 100,000 rows of a wide table are about 100 MB. */
const largestFile = 200 * 1024 * 1024;

/** Files are kept under their id: what a user calls his file never becomes a path of ours. */
export function fileOf(
  settings: Pick<Settings, 'filesFolder'>,
  id: string,
  kind: 'imports' | 'exports' = 'imports',
): string {
  const folder = join(settings.filesFolder, kind);
  mkdirSync(folder, { recursive: true });
  return join(folder, id);
}

/** Stores an upload. Errors: 413 `imports.tooLarge`; a broken or too large one leaves nothing behind. */
export async function storeUpload(body: Readable, path: string): Promise<void> {
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      done(size > largestFile ? new AppError(413, 'imports.tooLarge') : null, chunk);
    },
  });
  try {
    await pipeline(body, measure, createWriteStream(path));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}
