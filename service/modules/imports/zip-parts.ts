import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createInflateRaw } from 'node:zlib';

/** The files inside a zip by name; `read` streams one of them, inflated. */
export type ZipParts = { names: string[]; read(name: string): AsyncGenerator<Buffer> };

type Entry = { compression: number; size: number; offset: number };

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
/** Stands where a number is too large for the old fields; some writers put it always, and the number elsewhere. */
const inZip64 = 0xffffffff;
/** A part that inflates beyond this is an attack, not a table. */
const largestPart = 4 * 1024 ** 3;

/**
 * Opens a zip by its directory, so that its parts can be read in any order and reading may stop anywhere.
 * Throws a plain Error for a damaged zip.
 */
export async function openZip(path: string): Promise<ZipParts> {
  const file = await open(path);
  let entries: Map<string, Entry>;
  try {
    entries = await readDirectory(file);
  } finally {
    await file.close();
  }
  return {
    names: [...entries.keys()],
    read: async function* (name) {
      const entry = entries.get(name);
      if (!entry) throw new Error(`no ${name} in the zip`);
      yield* inflate(path, entry);
    },
  };
}

async function readDirectory(file: FileHandle): Promise<Map<string, Entry>> {
  const directory = await findDirectory(file);
  const entries = new Map<string, Entry>();
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === entrySignature;) {
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
    const extra = directory.subarray(nameEnd, extraEnd);
    // Some writers on Windows put backslashes.
    const name = directory.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/');
    const [, size, offset] = largeNumbers(
      [directory.readUInt32LE(at + 24), directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 42)],
      extra,
    );
    entries.set(name, { compression: directory.readUInt16LE(at + 10), size: size!, offset: offset! });
    at = extraEnd + directory.readUInt16LE(at + 32);
  }
  return entries;
}

async function findDirectory(file: FileHandle): Promise<Buffer> {
  const { size: fileSize } = await file.stat();
  const tailStart = Math.max(0, fileSize - 0xffff - 22);
  const tail = await readAt(file, tailStart, fileSize);
  const end = tail.lastIndexOf(signatureBytes(endSignature));
  if (end < 0) throw new Error('no directory in the zip');
  let size = tail.readUInt32LE(end + 12);
  let offset = tail.readUInt32LE(end + 16);
  if (offset === inZip64 && end >= 20) {
    const large = Number(tail.readBigUInt64LE(end - 20 + 8));
    const largeEnd = await readAt(file, large, large + 56);
    size = Number(largeEnd.readBigUInt64LE(40));
    offset = Number(largeEnd.readBigUInt64LE(48));
  }
  if (offset + size > fileSize) throw new Error('the zip is cut short');
  return readAt(file, offset, offset + size);
}

/** The numbers of an entry; those too large for their fields stand in the extra field, in the same order. */
function largeNumbers(numbers: number[], extra: Buffer): number[] {
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2);
  at += 4;
  return numbers.map((number) => {
    if (number !== inZip64 || at + 8 > extra.length) return number;
    at += 8;
    return Number(extra.readBigUInt64LE(at - 8));
  });
}

async function* inflate(path: string, entry: Entry): AsyncGenerator<Buffer> {
  const file = await open(path);
  let start: number;
  try {
    const header = await readAt(file, entry.offset, entry.offset + 30);
    start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    await file.close();
  }
  if (entry.size === 0) return;
  const packed = createReadStream(path, { start, end: start + entry.size - 1 });
  // The callback form destroys both streams however reading ends; the failure itself reaches the reader of the last.
  const stream = entry.compression === 0 ? packed : pipeline(packed, createInflateRaw(), () => {});
  let total = 0;
  for await (const chunk of stream) {
    total += (chunk as Buffer).length;
    if (total > largestPart) throw new Error('a part of the zip is too large');
    yield chunk as Buffer;
  }
}

async function readAt(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(to - from), 0, to - from, from);
  if (bytesRead < to - from) throw new Error('the zip is cut short');
  return buffer;
}

function signatureBytes(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}
