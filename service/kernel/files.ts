import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Settings } from './context';
import { AppError } from './errors';

/** Files are kept under their id: what a user calls his file never becomes a path of ours. */
export const pathOf = ({ filesFolder }: Pick<Settings, 'filesFolder'>, kind: string, id: string): string =>
  join(filesFolder, kind, id);

/**
 * Stores an upload.
 * @returns its size and the SHA-256 of its contents, hexadecimal
 * @throws 413 `code` beyond `most` bytes; a broken or too large upload leaves nothing behind
 */
export async function storeFile(
  body: Readable,
  path: string,
  { most, code }: { most: number; code: string },
): Promise<{ bytes: number; hash: string }> {
  let bytes = 0;
  const hash = createHash('sha256');
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      hash.update(chunk);
      done(bytes > most ? new AppError(413, code) : null, chunk);
    },
  });
  await mkdir(dirname(path), { recursive: true });
  try {
    await pipeline(body, measure, createWriteStream(path));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { bytes, hash: hash.digest('hex') };
}
