import { isDeepStrictEqual } from 'node:util';
import Router from '@koa/router';
import type { Next, ParameterizedContext } from 'koa';
import { createContext, inTransaction, type Caller, type Deps, type Identity, type Locale } from './context';
import { isUniqueViolation } from './dialect';
import type { Endpoint, Refusal } from './endpoint';
import { AppError, conflict, forbidden, invalid, unauthenticated } from './errors';
import { EventStream, FileAnswer, type Request, type Route } from './handle';
import { newId } from './id';
import { check, translate } from './texts';

/** Turns a token into its owner; null when it opens nothing. */
export type Identify = (token: string) => Promise<Identity | null>;

export interface HttpOptions {
  identify: Identify;
  /** Checks every answer against its contract: on in tests, where a leak must fail. */
  checkAnswers?: boolean;
}

export const sessionCookie = 'ryadom_session';

/** Binds every endpoint to its route, all in the same order: who, may he, what, do it, answer. */
export function bindRoutes(deps: Deps, options: HttpOptions): Router {
  const router = new Router();
  // `/companies/count` must be met before `/companies/{id}`.
  const routes = [...deps.modules.routes].sort(
    (a, b) => Number(a.endpoint.path.includes('{')) - Number(b.endpoint.path.includes('{')),
  );
  for (const route of routes) {
    const path = route.endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1');
    router.register(path, [route.endpoint.method], (http: ParameterizedContext) => answer(deps, options, route, http));
  }
  return router;
}

async function answer(deps: Deps, options: HttpOptions, route: Route, http: ParameterizedContext): Promise<void> {
  const { endpoint } = route;
  const caller = await whoCalls(options, endpoint, http);
  http.state.locale = caller.locale;
  admit(endpoint, caller.user);

  const given = {
    ...(endpoint.method === 'GET' || endpoint.method === 'DELETE' || endpoint.upload ? http.query : bodyOf(http)),
    ...(http.params as Record<string, string>),
  };
  const checked = check(deps.modules, caller.locale, endpoint.input, given);
  if ('fields' in checked) throw invalid(checked.fields);

  const request: Request = {
    upload: http.req,
    ip: http.ip,
    userAgent: http.get('user-agent').slice(0, 300) || null,
    http,
  };
  const run = async (ctx: ReturnType<typeof createContext>) => {
    http.state.changeId = ctx.changeId;
    const result = await route.run(ctx, checked.data as never, request);
    if (!ctx.authorized && endpoint.access !== 'public') throw new Error(`${endpoint.id} answered without authorizing`);
    return result;
  };
  const reading = endpoint.method === 'GET' || route.ownTransactions;
  const result = reading
    ? await run(createContext(deps, deps.database.read, caller))
    : await inTransaction(deps, caller, run);

  if (result instanceof EventStream) {
    http.type = 'text/event-stream';
    http.set('cache-control', 'no-store');
    // nginx would collect them otherwise.
    http.set('x-accel-buffering', 'no');
    http.body = result.body;
    return;
  }
  if (result instanceof FileAnswer) {
    http.type = result.type;
    http.set('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(result.fileName)}`);
    http.body = result.body;
    return;
  }
  if (!reading) http.set('x-change-id', http.state.changeId as string);
  http.set('cache-control', 'no-store');
  if (options.checkAnswers) requireContract(endpoint, result);
  http.body = result;
}

/** An answer with a field that its contract does not name would leave in production: there nothing takes it out. */
function requireContract(endpoint: Endpoint, result: unknown): void {
  const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;
  const [answered, promised] = [plain(result), plain(endpoint.output.parse(result))];
  if (!isDeepStrictEqual(answered, promised)) throw new Error(`${endpoint.id} answers more than its contract says`);
}

async function whoCalls(options: HttpOptions, endpoint: Endpoint, http: ParameterizedContext): Promise<Caller> {
  const bearer = /^Bearer (\S+)$/i.exec(http.get('authorization'))?.[1];
  const cookie = http.cookies.get(sessionCookie);
  let user: Identity | null = null;
  if (bearer) user = await options.identify(bearer);
  else if (cookie) {
    user = await options.identify(cookie);
    // A cookie travels by itself, so a write must also bear a header that a foreign page cannot set.
    if (user && endpoint.method !== 'GET' && http.get('x-requested-by') !== 'ryadom') throw forbidden('crossSite');
  }
  const preferred: Locale = http.acceptsLanguages('ru', 'en') === 'en' ? 'en' : 'ru';
  return { user, locale: user?.locale ?? preferred };
}

/** The coarse gate; the use case measures the record. */
function admit({ access, id }: Endpoint, user: Identity | null): void {
  if (access === 'public') return;
  if (!user) throw unauthenticated();
  const atTheDoor = ['users.me', 'users.changePassword', 'users.signOut'];
  if (user.mustChangePassword && !atTheDoor.includes(id)) throw forbidden('users.passwordMustChange');
  if (access !== 'signedIn' && !user.grants.has(access)) throw forbidden();
}

function bodyOf(http: ParameterizedContext): Record<string, unknown> {
  const body = (http.request as { body?: unknown }).body ?? {};
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new AppError(400, 'badJson');
  return body as Record<string, unknown>;
}

/** Every refusal and every fault leaves as `{code, message, fields?}`; what is inside stays in the log. */
export function refusals(deps: Deps) {
  return async (http: ParameterizedContext, next: Next): Promise<void> => {
    try {
      await next();
      if (http.status === 404 && http.body == null && http.path.startsWith('/api/'))
        throw new AppError(404, 'notFound');
    } catch (error) {
      const locale: Locale =
        (http.state.locale as Locale | undefined) ?? (http.acceptsLanguages('ru', 'en') === 'en' ? 'en' : 'ru');
      const known = recognise(error);
      if (!known) {
        const changeId = (http.state.changeId as string | undefined) ?? newId(deps.clock.now());
        deps.log.error({ error, method: http.method, path: http.path, changeId }, 'a request failed');
        http.status = 500;
        http.body = {
          code: 'internal',
          message: translate(deps.modules, locale, 'internal', { changeId }),
        } satisfies Refusal;
        return;
      }
      const { fields, current, details, retryAfter } = known.extra;
      const words =
        fields &&
        Object.fromEntries(
          Object.entries(fields).map(([field, code]) => [field, translate(deps.modules, locale, code, details)]),
        );
      http.status = known.status;
      if (retryAfter) http.set('retry-after', String(Math.ceil(retryAfter)));
      http.body = {
        code: known.code,
        message: translate(deps.modules, locale, known.code, { ...details, ...(words ? { list: listOf(words) } : {}) }),
        ...(words ? { fields: words } : {}),
        ...(current === undefined ? {} : { current }),
        ...(details ? { details } : {}),
      } satisfies Refusal;
    }
  };
}

const listOf = (fields: Record<string, string>) =>
  Object.entries(fields)
    .map(([field, words]) => (field === '_' ? words : `${field} — ${words}`))
    .join('; ');

function recognise(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (isUniqueViolation(error)) return conflict('stale');
  const { status, type } = (error ?? {}) as { status?: number; type?: string };
  if (status === 413) return new AppError(413, 'tooLarge');
  if (status === 400 || type === 'entity.parse.failed') return new AppError(400, 'badJson');
  return null;
}
