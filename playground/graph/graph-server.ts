import { randomUUID } from 'node:crypto';
import type Koa from 'koa';
import {
  CalendarStore,
  etagOf,
  NotTaken,
  objectIdOf,
  overlaps,
  toGraph,
  type StoredEvent,
  type StoredMailbox,
} from './calendar-store';
import { noFaults, type GraphFaults } from './graph-faults';
import { error, GraphSubscriptions } from './graph-subscriptions';

interface Request {
  method: string;
  /** Below /v1.0/, with its query. */
  path: string;
  headers: Record<string, string>;
  body: Record<string, unknown>;
}
interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

export interface GraphSettings {
  now?: () => Date;
  /** 0 to 1, for whether a fault happens. */
  chance?: () => number;
  /** Addresses that the application may reach; all without it. */
  group?: () => ReadonlySet<string> | null;
}

const context = 'https://graph.microsoft.com/v1.0/$metadata';
/** A mailbox bears so many requests at once, and so many in ten minutes. */
const atOnce = 4;
const inTenMinutes = 10_000;
const batchLimit = 20;

/**
 * A stand-in of Microsoft Graph, as far as a calendar needs it: events, calendarView and its delta, subscriptions, $batch, sendMail,
 * users (https://learn.microsoft.com/graph/api/overview). Checked against the documented shapes; as moody as the real one
 * when told so.
 */
export class GraphServer {
  readonly store: CalendarStore;
  readonly subscriptions: GraphSubscriptions;
  faults: GraphFaults = { ...noFaults };
  /** Letters that the program sent by Graph, or made Exchange send. */
  readonly letters: { from: string; subject: string; why: string }[] = [];
  /** The most requests that one mailbox had at once, and what was refused for it. */
  readonly load = { most: 0, refused: 0, requests: 0 };
  private readonly busy = new Map<string, number>();
  private readonly recent = new Map<string, number[]>();
  /** Links of changes of an earlier generation lead nowhere. */
  private generation = 1;
  private readonly chance: () => number;
  private readonly now: () => Date;
  private readonly group: () => ReadonlySet<string> | null;

  constructor(settings: GraphSettings = {}) {
    const clock = settings.now ?? (() => new Date());
    this.now = () => new Date(clock().getTime() + this.faults.skew);
    this.chance = settings.chance ?? Math.random;
    this.group = settings.group ?? (() => null);
    this.store = new CalendarStore(this.now);
    this.subscriptions = new GraphSubscriptions(this.store, this.now, () => this.faults, this.chance);
  }

  /** Forgets how far everybody had read. */
  forgetChanges(): void {
    this.generation += 1;
  }

  /** Everything it holds, to be kept in a file. */
  saved(): unknown {
    return {
      mailboxes: [...this.store.mailboxes.values()].map(({ events, ended, transactions, ...mailbox }) => ({
        ...mailbox,
        events: [...events.values()],
        ended: [...ended],
        transactions: [...transactions],
      })),
      subscriptions: [...this.subscriptions.all.values()],
    };
  }

  /** What `saved` gave, read from the file again. */
  restore(saved: unknown): void {
    const { mailboxes, subscriptions } = saved as {
      mailboxes: (Pick<StoredMailbox, 'address' | 'name' | 'seq'> & {
        events: StoredEvent[];
        ended: [string, number][];
        transactions: [string, string][];
      })[];
      subscriptions: Parameters<GraphSubscriptions['keep']>[0][];
    };
    for (const { events, ended, transactions, ...mailbox } of mailboxes) {
      const living = events.map(({ span, ...event }): [string, StoredEvent] => [
        event.id,
        { ...event, span: 'date' in span ? span : { ...span, at: new Date(span.at) } },
      ]);
      this.store.mailboxes.set(mailbox.address.toLowerCase(), {
        ...mailbox,
        events: new Map(living),
        ended: new Map(ended),
        transactions: new Map(transactions),
      });
    }
    for (const subscription of subscriptions) this.subscriptions.keep(subscription);
  }

  async serve(http: Koa.Context, path: string): Promise<void> {
    if (this.faults.slow) await new Promise((go) => setTimeout(go, this.faults.slow));
    const request: Request = {
      method: http.method,
      path: path + (http.querystring ? `?${http.querystring}` : ''),
      headers: Object.fromEntries(Object.entries(http.headers).map(([name, value]) => [name, String(value)])),
      body: ((http.request as { body?: unknown }).body ?? {}) as Record<string, unknown>,
    };
    const root = `${http.protocol}://${http.host}${/^.*?\/v1\.0\//.exec(http.path)?.[0] ?? '/v1.0/'}`;
    const { status, body, headers } = request.headers.authorization?.startsWith('Bearer ')
      ? await this.answer(request, root)
      : { status: 401, body: error('InvalidAuthenticationToken', 'Access token is empty.'), headers: {} };
    http.status = status;
    http.set({ date: this.now().toUTCString(), 'request-id': randomUUID(), ...headers });
    if (body === null) http.body = null;
    else http.body = body as object;
    http.status = status;
  }

  private async answer(request: Request, root: string): Promise<Answer> {
    this.load.requests += 1;
    if (request.path.startsWith('$batch')) return this.batch(request, root);
    const mailbox = /^users\/([^/?]+)\//.exec(request.path)?.[1];
    const key = mailbox && (this.store.find(decodeURIComponent(mailbox))?.address.toLowerCase() ?? mailbox);
    if (!key) return this.withFaults(request, () => this.act(request, root));
    const held = (this.busy.get(key) ?? 0) + 1;
    if (held > atOnce || this.tooMany(key)) {
      this.load.refused += 1;
      return {
        status: 429,
        headers: { 'retry-after': '5' },
        body: error('ApplicationThrottled', 'Application is over its MailboxConcurrency limit.'),
      };
    }
    this.busy.set(key, held);
    this.load.most = Math.max(this.load.most, held);
    try {
      // Work takes a moment, in which others may come.
      await new Promise((go) => setImmediate(go));
      return await this.withFaults(request, () => this.act(request, root));
    } finally {
      this.busy.set(key, this.busy.get(key)! - 1);
    }
  }

  private tooMany(key: string): boolean {
    const now = Date.now();
    const past = (this.recent.get(key) ?? []).filter((at) => at > now - 600_000);
    past.push(now);
    this.recent.set(key, past);
    return past.length > inTenMinutes;
  }

  private async withFaults(request: Request, work: () => Promise<Answer> | Answer): Promise<Answer> {
    const happens = (rate: number) => rate > 0 && this.chance() < rate;
    if (happens(this.faults.throttled))
      return { status: 429, headers: { 'retry-after': '3' }, body: error('TooManyRequests', 'Too many requests.') };
    if (happens(this.faults.unavailable))
      return { status: 503, body: error('ServiceUnavailable', 'The service is temporarily unavailable.') };
    if (happens(this.faults.lostBefore)) return { status: 504, body: error('GatewayTimeout', 'A time-out.') };
    if (request.headers['if-match'] && happens(this.faults.touched))
      return { status: 412, body: error('ErrorIrresolvableConflict', 'The change key does not match.') };
    const answer = await work();
    if (request.method !== 'GET' && happens(this.faults.lostAfter))
      return { status: 504, body: error('GatewayTimeout', 'A time-out.') };
    return answer;
  }

  /** https://learn.microsoft.com/graph/json-batching: up to twenty, done side by side, answered in any order. */
  private async batch({ body, headers }: Request, root: string): Promise<Answer> {
    const requests = (body.requests ?? []) as {
      id: string;
      method: string;
      url: string;
      headers?: object;
      body?: object;
    }[];
    if (requests.length > batchLimit)
      return {
        status: 400,
        body: error('BadRequest', 'Number of batch request steps exceeds the maximum value of 20.'),
      };
    const answers = await Promise.all(
      requests.map(async ({ id, method, url, headers: own, body: sent }) => {
        const lower = Object.fromEntries(
          Object.entries(own ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
        );
        const one: Request = {
          method,
          path: url.replace(/^\//, ''),
          headers: { authorization: headers.authorization!, ...lower },
          body: JSON.parse(JSON.stringify(sent ?? {})) as Record<string, unknown>,
        };
        const answer = await this.answer(one, root);
        return { id, status: answer.status, headers: answer.headers ?? {}, body: answer.body ?? undefined };
      }),
    );
    return { status: 200, body: { responses: answers.reverse() } };
  }

  private async act(request: Request, root: string): Promise<Answer> {
    const [path, query = ''] = request.path.split(/\?(.*)/s) as [string, string?];
    const parameters = new URLSearchParams(query);
    const steps = path.split('/').filter(Boolean).map(decodeURIComponent);
    try {
      if (steps[0] === 'subscriptions') return await this.subscription(request, steps);
      if (steps[0] === 'users' && steps.length <= 2) return this.users(steps[1]);
      if (steps[0] !== 'users')
        return {
          status: 400,
          body: error('BadRequest', '/me request is only valid with delegated authentication flow.'),
        };
      const mailbox = this.store.find(steps[1]!);
      if (!mailbox)
        return { status: 404, body: error('ErrorInvalidUser', `The requested user '${steps[1]}' is invalid.`) };
      const group = this.group();
      if (group && !group.has(mailbox.address.toLowerCase()))
        return { status: 403, body: error('ErrorAccessDenied', 'Access is denied. Check credentials and try again.') };
      if (steps[2] === 'sendMail') {
        const message = (request.body.message ?? {}) as { subject?: string };
        this.letters.push({ from: mailbox.address, subject: message.subject ?? '', why: 'sendMail' });
        return { status: 202, body: null };
      }
      if (steps[2] === 'calendarView' && steps[3] === 'delta') return this.changes(mailbox, parameters, root, request);
      if (steps[2] === 'calendarView') return this.view(mailbox, parameters, request);
      const at = steps[2] === 'calendar' ? 4 : 3;
      if (steps[at - 1] === 'events') return this.events(mailbox, steps[at] ?? null, parameters, request, root);
      return { status: 404, body: error('ResourceNotFound', `Resource not found: ${path}`) };
    } catch (fault) {
      if (fault instanceof NotTaken) return { status: fault.status, body: error(fault.code, fault.message) };
      throw fault;
    }
  }

  private async subscription({ method, body }: Request, [, id]: string[]): Promise<Answer> {
    const done = ([status, answer]: [number, unknown]): Answer => ({ status, body: answer });
    if (method === 'POST' && !id) return done(await this.subscriptions.subscribe(body));
    if (method === 'PATCH' && id) return done(this.subscriptions.renew(id, body));
    if (method === 'DELETE' && id) return done(this.subscriptions.end(id));
    return { status: 405, body: error('MethodNotAllowed', method) };
  }

  private users(asked: string | undefined): Answer {
    const shown = ({ address, name }: StoredMailbox) => ({
      id: objectIdOf({ address }),
      displayName: name,
      mail: address,
      userPrincipalName: address,
    });
    if (!asked) return { status: 200, body: { value: [...this.store.mailboxes.values()].map(shown) } };
    const mailbox = this.store.find(asked);
    return mailbox
      ? { status: 200, body: shown(mailbox) }
      : { status: 404, body: error('Request_ResourceNotFound', `Resource '${asked}' does not exist.`) };
  }

  private events(
    mailbox: StoredMailbox,
    id: string | null,
    parameters: URLSearchParams,
    request: Request,
    root: string,
  ): Answer {
    const property = /id eq '([^']+)'/.exec(parameters.get('$expand') ?? '')?.[1]?.toLowerCase() ?? null;
    const show = (event: StoredEvent) => toGraph(mailbox, event, zoneOf(request), property);
    if (!id && request.method === 'POST') return this.createEvent(mailbox, request, show);
    if (!id) return this.listEvents(mailbox, parameters, root, show);
    const event = mailbox.events.get(id);
    if (!event)
      return { status: 404, body: error('ErrorItemNotFound', 'The specified object was not found in the store.') };
    if (request.method === 'GET') return { status: 200, body: show(event) };
    const match = request.headers['if-match'];
    if (match && match !== `W/"${etagOf(event)}"`)
      return {
        status: 412,
        body: error('ErrorIrresolvableConflict', 'The send or update operation could not be performed.'),
      };
    const invited = event.attendees.length > 0;
    if (request.method === 'PATCH') {
      this.store.change(mailbox, event, request.body);
      if (invited || event.attendees.length) this.exchangeWrites(mailbox, event, 'update');
      return { status: 200, body: show(event) };
    }
    if (request.method === 'DELETE') {
      this.store.remove(mailbox, event);
      if (invited) this.exchangeWrites(mailbox, event, 'cancellation');
      return { status: 204, body: null };
    }
    return { status: 405, body: error('MethodNotAllowed', request.method) };
  }

  private createEvent(mailbox: StoredMailbox, request: Request, show: (event: StoredEvent) => object): Answer {
    const { transactionId } = request.body as { transactionId?: string };
    const before = transactionId ? mailbox.transactions.get(transactionId) : undefined;
    const same = before && mailbox.events.get(before);
    if (before) {
      // Both were seen: the event of the first time, or a refusal.
      return same && this.chance() < 0.5
        ? { status: 201, body: show(same) }
        : {
            status: 409,
            body: error(
              'ErrorDuplicateTransactionId',
              "Your request can't be completed. The TransactionId specified in the request has already been used to create a different event.",
            ),
          };
    }
    const event = this.store.create(mailbox, request.body);
    if (event.attendees.length) this.exchangeWrites(mailbox, event, 'invitation');
    return { status: 201, body: show(event) };
  }

  private exchangeWrites(mailbox: StoredMailbox, event: StoredEvent, why: string): void {
    this.letters.push({ from: mailbox.address, subject: event.subject, why });
  }

  /** $filter on one extended property, the only one that is asked for. */
  private listEvents(
    mailbox: StoredMailbox,
    parameters: URLSearchParams,
    root: string,
    show: (event: StoredEvent) => object,
  ): Answer {
    const filter = parameters.get('$filter') ?? '';
    const wanted = /ep\/id eq '([^']+)' and ep\/value (ne null|eq '([^']*)')/.exec(filter);
    if (filter && !wanted)
      return { status: 400, body: error('ErrorInvalidUrlQueryFilter', 'The query filter is not right.') };
    const found = [...mailbox.events.values()].filter((event) => {
      if (!wanted) return true;
      const value = event.properties[wanted[1]!.toLowerCase()];
      return value !== undefined && (wanted[3] === undefined || value === wanted[3]);
    });
    const skip = Number(parameters.get('$skip') ?? 0);
    const top = Number(parameters.get('$top') ?? 10);
    const more = skip + top < found.length;
    const next = new URLSearchParams(parameters);
    next.set('$skip', String(skip + top));
    return {
      status: 200,
      body: {
        '@odata.context': `${context}#users('${objectIdOf(mailbox)}')/events`,
        value: found.slice(skip, skip + top).map((event) => show(event)),
        ...(more ? { '@odata.nextLink': `${root}users/${mailbox.address}/events?${next.toString()}` } : {}),
      },
    };
  }

  private view(mailbox: StoredMailbox, parameters: URLSearchParams, request: Request): Answer {
    const [from, to] = [parameters.get('startDateTime'), parameters.get('endDateTime')].map(
      (text) => new Date(text ?? ''),
    );
    if (Number.isNaN(from!.getTime()) || Number.isNaN(to!.getTime()))
      return { status: 400, body: error('ErrorInvalidParameter', 'startDateTime and endDateTime are needed.') };
    const found = [...mailbox.events.values()].filter(({ span }) => overlaps(span, from!, to!));
    return { status: 200, body: { value: found.map((event) => toGraph(mailbox, event, zoneOf(request), null)) } };
  }

  /**
   * https://learn.microsoft.com/graph/delta-query-events: pages with nextLink, the last with deltaLink; what ended or
   * left the window comes as `@removed`; no $select, no $filter, no extended properties.
   */
  private changes(mailbox: StoredMailbox, parameters: URLSearchParams, root: string, request: Request): Answer {
    for (const forbidden of ['$select', '$filter', '$expand', '$orderby', '$search'])
      if (parameters.has(forbidden))
        return {
          status: 400,
          body: error('ErrorInvalidUrlQuery', `The query parameter ${forbidden} is not supported.`),
        };
    const link = parameters.get('$skiptoken') ?? parameters.get('$deltatoken');
    const state = link ? readToken(link) : null;
    if (link && (state?.generation !== this.generation || this.happened(this.faults.forgotten)))
      return {
        status: 410,
        body: error('SyncStateNotFound', 'The sync state generation is not found; resync required.'),
      };
    const { from, to, since, until, after } = state ?? {
      from: parameters.get('startDateTime') ?? '',
      to: parameters.get('endDateTime') ?? '',
      since: 0,
      until: mailbox.seq,
      after: 0,
    };
    // What changes between two pages comes with the next round.
    const end = parameters.has('$deltatoken') ? mailbox.seq : until;
    const [begin, finish] = [new Date(from), new Date(to)];
    if (Number.isNaN(begin.getTime()) || Number.isNaN(finish.getTime()))
      return { status: 400, body: error('ErrorInvalidParameter', 'startDateTime and endDateTime are needed.') };
    const living = [...mailbox.events.values()].filter(({ seq }) => seq > since && seq <= end);
    const rows: [number, object][] = living.flatMap((event): [number, object][] => {
      const inside = overlaps(event.span, begin, finish);
      if (inside) return [[event.seq, toGraph(mailbox, event, zoneOf(request), null)]];
      return since > 0 ? [[event.seq, removed(event.id)]] : [];
    });
    if (since > 0) for (const [id, seq] of mailbox.ended) if (seq > since && seq <= end) rows.push([seq, removed(id)]);
    rows.sort(([one], [other]) => one - other);
    const size = Math.min(Number(/odata\.maxpagesize=(\d+)/.exec(request.headers.prefer ?? '')?.[1] ?? 10), 100);
    const page = rows.filter(([seq]) => seq > after).slice(0, size);
    const reached = page.at(-1)?.[0] ?? after;
    const more = rows.some(([seq]) => seq > reached);
    const again = more && this.happened(this.faults.repeated);
    const token = (next: object) => writeToken({ generation: this.generation, from, to, ...next });
    const base = `${root}users/${mailbox.address}/calendarView/delta`;
    return {
      status: 200,
      body: {
        '@odata.context': `${context}#Collection(event)`,
        ...(more
          ? { '@odata.nextLink': `${base}?$skiptoken=${token({ since, until: end, after: again ? after : reached })}` }
          : { '@odata.deltaLink': `${base}?$deltatoken=${token({ since: end, until: end, after: end })}` }),
        value: page.map(([, row]) => row),
      },
    };
  }

  private happened(rate: number): boolean {
    return rate > 0 && this.chance() < rate;
  }
}

const removed = (id: string) => ({ '@odata.type': '#microsoft.graph.event', id, '@removed': { reason: 'deleted' } });
const zoneOf = ({ headers }: Request) => /outlook\.timezone="([^"]+)"/.exec(headers.prefer ?? '')?.[1] ?? 'UTC';

interface Token {
  generation: number;
  from: string;
  to: string;
  since: number;
  until: number;
  after: number;
}
const mark = 'R0usmc';
const writeToken = (token: object) => mark + Buffer.from(JSON.stringify(token)).toString('base64url');
function readToken(text: string): Token | null {
  try {
    return JSON.parse(Buffer.from(text.slice(mark.length), 'base64url').toString()) as Token;
  } catch {
    return null;
  }
}
