import { createHash, randomUUID } from 'node:crypto';

/**
 * A time-ordered UUID, version 7 (RFC 9562, 5.7), as text of 36 characters. Kept as text on both engines, because
 * SQL Server sorts its own uniqueidentifier by the last bytes and would scatter them.
 */
export function newId(now: Date): string {
  // Node keeps random numbers for a hundred of these at hand; asked for sixteen bytes it asks the system each time.
  const bytes = Buffer.from(randomUUID().replaceAll('-', ''), 'hex');
  let milliseconds = now.getTime();
  for (let i = 5; i >= 0; i -= 1) {
    bytes[i] = milliseconds % 256;
    milliseconds = Math.floor(milliseconds / 256);
  }
  // Twelve bits count within the millisecond, so ids made in one go keep their order.
  sequence = now.getTime() === lastMoment ? (sequence + 1) & 0xfff : bytes[7]!;
  lastMoment = now.getTime();
  bytes[6] = 0x70 | (sequence >> 8);
  bytes[7] = sequence & 0xff;
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

let lastMoment = 0;
let sequence = 0;

/**
 * The same words, the same id: a UUID, version 8 (RFC 9562, 5.8), out of their hash. For what may be asked for twice and
 * must be written once: a letter from a chat that is delivered again, a day's digest.
 */
export function idOf(...words: string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(words)).digest().subarray(0, 16);
  bytes[6] = 0x80 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
