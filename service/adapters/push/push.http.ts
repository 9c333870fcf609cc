import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import webPush from 'web-push';
import { networkFault, OutsideFault, retryAfterSeconds } from '../../kernel/outside';
import type { Push } from './push.port';

interface Keys {
  publicKey: string;
  privateKey: string;
}

/** Seconds a push service keeps the message for a browser that is not there; a reminder older than that is no help. */
const keepSeconds = 12 * 3600;
const patience = 15_000;

/**
 * Web Push (RFC 8030) with our own keys (RFC 8292), encrypted for the browser (RFC 8291).
 * @param contact a mailto: or https: address the push services may complain to
 */
export function webPusher(keys: Keys, contact: string): Push {
  return {
    publicKey: keys.publicKey,
    send: async (target, message) => {
      try {
        await webPush.sendNotification(target, JSON.stringify(message), {
          vapidDetails: { subject: contact, ...keys },
          TTL: keepSeconds,
          // The same notice sent again takes its place (RFC 8030, 5.4): at most 32 characters of base64url.
          topic: message.tag.replace(/[^\w-]/g, '').slice(-32),
          timeout: patience,
        });
      } catch (error) {
        throw pushFault(error);
      }
    },
  };
}

function pushFault(error: unknown): OutsideFault {
  const { statusCode, headers, message } = (error ?? {}) as {
    statusCode?: number;
    headers?: Record<string, string>;
    message?: string;
  };
  if (!statusCode) return networkFault(error);
  const said = `${message ?? ''} (${statusCode})`;
  if (statusCode === 404 || statusCode === 410) return new OutsideFault('gone', said);
  if (statusCode === 429 || statusCode >= 500)
    return new OutsideFault('busy', said, retryAfterSeconds(headers?.['retry-after'], new Date()) ?? 30);
  return new OutsideFault('refused', said);
}

/** Our pair of keys: made at the first start, kept beside the files, so that browsers stay subscribed. */
export function pushKeys(file: string): Keys {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Keys;
  } catch {
    const keys = webPush.generateVAPIDKeys();
    mkdirSync(dirname(file), { recursive: true });
    try {
      writeFileSync(file, JSON.stringify(keys), { mode: 0o600, flag: 'wx' });
    } catch {
      // Another process was quicker.
      return JSON.parse(readFileSync(file, 'utf8')) as Keys;
    }
    return keys;
  }
}
