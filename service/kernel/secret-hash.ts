import { createHash } from 'node:crypto';

/** What is kept of a random secret (a session's token, a feed's key): SHA-256, so that whoever reads the base cannot use it. */
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex');
