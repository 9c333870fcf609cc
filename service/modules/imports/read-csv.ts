import { createReadStream } from 'node:fs';
import iconv from 'iconv-lite';
import { declaredDelimiter } from './csv-delimiter';
import { CsvParser, type CsvRecord } from './csv-parser';
import type { TextEncoding } from './text-encoding';

/** Every record of a delimited file, blank ones too; a leading `sep=;` line is not one. */
export async function* readCsv(
  path: string,
  encoding: TextEncoding,
  delimiter: string | null,
): AsyncGenerator<CsvRecord> {
  // Without a delimiter the whole line is the only cell; a tab does not occur in it, or it would be the delimiter.
  const parser = new CsvParser(delimiter ?? '\t');
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  const decoder = iconv.getDecoder(encoding);
  let beginning = true;
  try {
    for await (const chunk of file) {
      let text = decoder.write(chunk as Buffer);
      if (beginning && text !== '') {
        beginning = false;
        if (declaredDelimiter(text) !== null) text = text.slice(text.indexOf('\n') + 1);
      }
      yield* parser.push(text);
    }
    yield* parser.push(decoder.end() ?? '');
    yield* parser.end();
  } finally {
    file.destroy();
  }
}
