import { open } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { refused } from '../../kernel/errors';
import { detectDelimiter } from './csv-delimiter';
import { detectEncoding, type TextEncoding } from './text-encoding';

export type DetectedFormat =
  | { format: 'csv'; encoding: TextEncoding; delimiter: string | null }
  | { format: 'xlsx'; encoding: null; delimiter: null }
  | { format: 'vcf'; encoding: TextEncoding; delimiter: null };

/** So much of a file's beginning is enough to judge it. */
const headBytes = 1024 * 1024;

/** `detectFormat` of a file on disk. Errors: those of `detectFormat`. */
export async function detectFileFormat(path: string, fileName: string): Promise<DetectedFormat> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return detectFormat(buffer.subarray(0, bytesRead), fileName);
  } finally {
    await file.close();
  }
}

/**
 * What a file is, judged by its bytes (the first megabyte will do); its name matters only for a text that shows no
 * table. For a CSV also its encoding and delimiter, null when there is one column.
 *
 * Errors, refusals by code: `imports.empty`; `imports.oldExcel` (.xls), `imports.encrypted` (an Excel file with a
 * password), `imports.openDocument` (.ods), `imports.pdf`, `imports.webPage` (HTML or XML, which some programs call
 * .xls); `imports.unknownFormat` for anything else.
 */
export function detectFormat(bytes: Buffer, fileName: string): DetectedFormat {
  const container = detectContainer(bytes);
  if (container) return container;

  const encoding = detectEncoding(bytes);
  const text = iconv.decode(bytes, encoding);
  const start = text.slice(0, 2000).trimStart().toLowerCase();
  if (start === '') throw refused('imports.empty');
  if (/^begin:vcard/.test(start)) return { format: 'vcf', encoding, delimiter: null };
  if (/^<(\?xml|!doctype|html|head|body|table|meta|style)/.test(start)) throw refused('imports.webPage');
  if (!isText(text)) throw refused('imports.unknownFormat');

  const delimiter = detectDelimiter(text);
  if (delimiter === null && !/\.(csv|tsv|txt)$/i.test(fileName)) throw refused('imports.unknownFormat');
  return { format: 'csv', encoding, delimiter };
}

/** Formats that are told by their first bytes. */
function detectContainer(bytes: Buffer): DetectedFormat | null {
  const starts = (signature: string) => bytes.subarray(0, signature.length).toString('latin1') === signature;
  if (starts('PK\x03\x04')) {
    if (bytes.includes('application/vnd.oasis.opendocument')) throw refused('imports.openDocument');
    if (bytes.includes('xl/') || bytes.includes('[Content_Types].xml') || bytes.includes('_rels/.rels'))
      return { format: 'xlsx', encoding: null, delimiter: null };
    throw refused('imports.unknownFormat');
  }
  if (starts('\xd0\xcf\x11\xe0')) {
    const encrypted = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw refused(encrypted ? 'imports.encrypted' : 'imports.oldExcel');
  }
  // Excel 2 to 5 wrote a bare BIFF stream.
  // eslint-disable-next-line no-control-regex
  if (/^\x09[\x00\x02\x04\x08][\x04\x06\x08\x10]\x00/.test(bytes.subarray(0, 4).toString('latin1')))
    throw refused('imports.oldExcel');
  if (starts('%PDF')) throw refused('imports.pdf');
  return null;
}

/** Tables hold no control characters but tabs and line ends; a stray one is forgiven. */
function isText(text: string): boolean {
  const sample = text.slice(0, 20_000);
  // eslint-disable-next-line no-control-regex
  const controls = sample.match(/[\x00-\x08\x0e-\x1f]/g)?.length ?? 0;
  return controls * 200 < sample.length;
}
