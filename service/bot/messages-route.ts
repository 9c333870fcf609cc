import type Koa from 'koa';
import type { Deps } from '../kernel/context';
import type { BotHost } from './bot-host';
import { takeTurn } from './take-turn';

const messagesPath = '/api/messages';

/**
 * Where the channel delivers. The SDK checks the token of every request (signature, issuer, audience, expiry, service
 * URL) when the bot is registered, and answers 401 itself; it wants a web server of another make, so it is given one that
 * notes what it says.
 */
export function messagesRoute(deps: Deps, host: BotHost): Koa.Middleware {
  return async (http, next) => {
    if (http.path !== messagesPath) return next();
    if (http.method !== 'POST') {
      http.status = 405;
      return;
    }
    const body = (http.request as { body?: Record<string, unknown> }).body;
    if (!body || typeof body.type !== 'string') {
      http.status = 400;
      return;
    }
    if (!host.settings.appId && !standsHere(body.serviceUrl)) {
      // Without a registration anybody may say anything: then answers go to this machine alone.
      http.status = 403;
      return;
    }
    let failed: unknown;
    let admitted = false;
    const answer: { status: number; body?: unknown } = { status: 200 };
    const response = {
      socket: http.req.socket,
      status: (code: number) => {
        answer.status = code;
        return response;
      },
      header: () => response,
      send: (said?: unknown) => {
        answer.body = said;
        return response;
      },
      end: () => response,
    };
    try {
      await host.adapter.process(
        { body, headers: http.headers, method: http.method } as never,
        response as never,
        async (context) => {
          admitted = true;
          try {
            await takeTurn(deps, host, context);
          } catch (error) {
            failed = error;
          }
        },
      );
    } catch (error) {
      failed = error;
    }
    if (!admitted && (failed !== undefined || answer.status >= 500)) {
      // A token that cannot be read at all is a fault to the SDK; whatever it was, nobody was let in.
      deps.log.warn(
        { why: failed instanceof Error ? failed.message : 'unreadable token' },
        'a bot request was refused',
      );
      answer.status = 401;
    } else if (isGone(failed)) deps.log.info({ type: body.type }, 'there is nobody to answer any more');
    else if (failed !== undefined) {
      // The channel delivers it again; what was written stays written once, what was answered is answered anew.
      deps.log.error({ error: failed, type: body.type }, 'a bot activity failed');
      answer.status = 500;
    }
    http.status = answer.status;
    if (answer.body !== undefined) http.body = answer.body;
    else http.body = '';
  };
}

/** Whoever was to be answered has taken the app out: to be delivered again helps nobody. */
const isGone = (error: unknown) => [403, 404].includes((error as { statusCode?: number } | undefined)?.statusCode ?? 0);

function standsHere(serviceUrl: unknown): boolean {
  try {
    return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(String(serviceUrl)).hostname);
  } catch {
    return false;
  }
}
