import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEml, type ReadLetter } from './read-eml';

/** Letters of a folder with its subfolders, newest first; none when there is no such folder. */
export async function readSampleLetters(folder: string | null): Promise<ReadLetter[]> {
  if (!folder || !existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.eml'))
    .sort();
  const letters = await Promise.all(
    names.map((name, index) => readEml(readFileSync(join(folder, name)), `sample~${index}`)),
  );
  return letters.sort((one, other) => other.letter.at.localeCompare(one.letter.at));
}
