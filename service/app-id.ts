import { createHash } from 'node:crypto';

/** An id of one server's app that is the same at every build: a UUID of version 5 (RFC 9562) from its address. */
export function appId({ url }: { url: string }, app: 'teams' | 'outlook' | 'unified'): string {
  const bytes = createHash('sha1').update(`ryadom ${app} ${url}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
