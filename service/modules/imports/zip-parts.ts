import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createInflateRaw } from 'node:zlib';

/** The files inside a zip by name; `read` streams one of them, inflated. */
export type ZipParts = { names: string[]; read(name: string): AsyncGenerator<Buffer> };

type Entry = { compression: number; size: number; offset: number };

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
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
  const { size } = await file.stat();
  const tail = await readAt(file, Math.max(0, size - 0xffff - 22), size);
  const end = tail.lastIndexOf(signatureBytes(endSignature));
  if (end < 0) throw new Error('no directory in the zip');
  const directorySize = tail.readUInt32LE(end + 12);
  const directoryOffset = tail.readUInt32LE(end + 16);
  const directory = await readAt(file, directoryOffset, directoryOffset + directorySize);

  const entries = new Map<string, Entry>();
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === entrySignature;) {
    const nameLength = directory.readUInt16LE(at + 28);
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
    // Some writers on Windows put backslashes.
    entries.set(name.replaceAll('\\', '/'), {
      compression: directory.readUInt16LE(at + 10),
      size: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
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
