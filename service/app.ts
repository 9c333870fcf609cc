import { createReadStream, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import bodyParser from '@koa/bodyparser';
import Router from '@koa/router';
import { send } from '@koa/send';
import Koa from 'koa';
import helmet from 'koa-helmet';
import type { Deps } from './kernel/context';
import { bindRoutes, refusals } from './kernel/http';
import { openApiDocument } from './kernel/openapi';
import { legalPages } from './legal-pages';
import { identify } from './modules/users/identify';

export interface AppOptions {
  /** The built tab; without it only the API is served. */
  webFolder?: string;
  /** The built Outlook add-in, served below /outlook-addin/. */
  addinFolder?: string;
  /** The demo's stand-ins of Microsoft 365, below /playground/. */
  playground?: Koa.Middleware;
  /** Where the bot's channel delivers. */
  bot?: Koa.Middleware;
  frameAncestors?: string;
  /** Whom to write to for help, shown on the support page. */
  supportContact?: string;
  trustProxy?: boolean;
  /** Checks every answer against its contract: on in tests. */
  checkAnswers?: boolean;
}

/** The web application over what it is made of; the tests build the same one. */
export function createApp(deps: Deps, options: AppOptions = {}): Koa {
  const app = new Koa({ proxy: options.trustProxy ?? false });
  app.silent = true;
  app.use(security(options.frameAncestors ?? "'self'"));
  app.use(refusals(deps));
  app.use(bodyParser({ enableTypes: ['json'], jsonLimit: '1mb', jsonStrict: true }));

  const openApi = new Router();
  let document: object | undefined;
  openApi.get('/api/openapi.json', (http) => {
    document ??= openApiDocument(
      deps.modules.routes.map((route) => route.endpoint),
      deps.settings.version,
    );
    http.body = document;
  });
  app.use(openApi.routes());
  const api = bindRoutes(deps, { identify: (token) => identify(deps, token), checkAnswers: options.checkAnswers });
  app.use(api.routes());
  app.use(legalPages(options.supportContact ?? null));
  if (options.bot) app.use(options.bot);
  if (options.playground) app.use(options.playground);
  if (options.addinFolder && existsSync(options.addinFolder)) app.use(serveAddin(resolve(options.addinFolder)));
  if (options.webFolder && existsSync(options.webFolder)) app.use(serveTab(resolve(options.webFolder)));
  return app;
}

const addinPath = '/outlook-addin/';

/** Teams and Outlook show us in a frame, so frames are named rather than forbidden. */
function security(frameAncestors: string): Koa.Middleware {
  const page = headers(frameAncestors, []);
  // Office.js has to come from Microsoft (store validation policy 1120.3), the add-in's pages alone load it.
  const addin = headers(frameAncestors, ['https://appsforoffice.microsoft.com']);
  return (http, next) => (http.path.startsWith(addinPath) ? addin : page)(http, next);
}

function headers(frameAncestors: string, office: string[]): Koa.Middleware {
  return helmet({
    frameguard: false,
    crossOriginResourcePolicy: { policy: 'same-site' },
    crossOriginOpenerPolicy: false,
    strictTransportSecurity: { maxAge: 15_552_000 },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...office],
        // Fluent writes its styles at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        // MSAL fetches the token of a pop-up sign-in itself.
        connectSrc: ["'self'", 'https://login.microsoftonline.com', ...office],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'", ...frameAncestors.split(/\s+/).filter((source) => source && source !== "'self'")],
      },
    },
  }) as unknown as Koa.Middleware;
}

function serveAddin(folder: string): Koa.Middleware {
  return async (http, next) => {
    if (!http.path.startsWith(addinPath) || (http.method !== 'GET' && http.method !== 'HEAD')) return next();
    const path = http.path.slice(addinPath.length);
    const named = path.startsWith('assets/');
    if (!named) http.set('cache-control', 'no-cache');
    await send(http, path, { root: folder, maxAge: named ? 31_536_000_000 : 0, immutable: named });
  };
}

/** Files of the build; any other address is a page of the tab, which finds its way by itself. */
function serveTab(folder: string): Koa.Middleware {
  return async (http, next) => {
    if (http.path.startsWith('/api/') || (http.method !== 'GET' && http.method !== 'HEAD')) return next();
    const named = http.path.startsWith('/assets/');
    if (http.path !== '/' && existsSync(resolve(folder, `.${decodeURIComponent(http.path)}`)))
      await send(http, http.path, { root: folder, maxAge: named ? 31_536_000_000 : 0, immutable: named });
    else if (!named) {
      http.type = 'html';
      http.set('cache-control', 'no-cache');
      http.body = createReadStream(resolve(folder, 'index.html'));
    }
  };
}
