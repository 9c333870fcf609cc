import {
  Client,
  HTTPMessageHandler,
  ResponseType,
  type Context,
  type Middleware,
} from '@microsoft/microsoft-graph-client';
import { decodeJwt } from 'jose';
import { networkFault, OutsideFault, retryAfterSeconds, within } from '../../kernel/outside';
import {
  ChangesLost,
  type Calendar,
  type CalendarWrite,
  type ChangesPage,
  type SeenEvent,
  type Subscription,
  type WriteAnswer,
} from './calendar.port';
import { crmIdProperty, readable, readEvent, writeNew, writeSpan, writeText, type GraphEvent } from './graph-event';

interface Settings {
  /** A token of the application itself. */
  token: () => Promise<string>;
  /** Where Graph tells us of changes; null where it cannot reach us. */
  notificationUrl: string | null;
  lifecycleUrl: string | null;
  /** `https://graph.microsoft.com`, another for national clouds, our own stand-in. */
  graph?: string;
  standIn?: boolean;
  patience?: number;
  now?: () => Date;
}

interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
  /** How far Graph's clock is ahead of ours, milliseconds. */
  ahead: number;
}

const pageSize = 100;
/** Times come in UTC, ids stay when an event is moved to another calendar. */
const prefer = `outlook.timezone="UTC", outlook.body-content-type="text", IdType="ImmutableId", odata.maxpagesize=${pageSize}`;

/**
 * Calendars through Microsoft Graph v1.0 with an application permission, Calendars.ReadWrite, which RBAC for Applications
 * narrows to the mailboxes of a group (https://learn.microsoft.com/exchange/permissions-exo/application-rbac). Nothing is
 * sent again from here: what may be repeated is for the caller to know, so Graph's client goes without its retries.
 */
export function graphCalendar(settings: Settings): Calendar {
  const { token, notificationUrl, lifecycleUrl, standIn = false, patience = 20_000, now = () => new Date() } = settings;
  const graph = settings.graph ?? 'https://graph.microsoft.com';
  const root = `${graph}/v1.0`;
  const client = Client.initWithMiddleware({
    baseUrl: graph,
    defaultVersion: 'v1.0',
    middleware: [new Bearer(token), new HTTPMessageHandler()],
  });

  const ask = async (
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer> => {
    const request = client
      .api(path)
      .headers({ Prefer: prefer, ...headers })
      .responseType(ResponseType.RAW);
    const sent: Promise<Response> = (
      {
        GET: () => request.get(),
        POST: () => request.post(body),
        PATCH: () => request.patch(body),
        DELETE: () => request.delete(),
      }[method] as () => Promise<Response>
    )();
    const answer = await within(patience, sent).catch((error: unknown) => {
      throw networkFault(error);
    });
    const text = await answer.text().catch((error: unknown) => {
      throw networkFault(error);
    });
    const date = Date.parse(answer.headers.get('date') ?? '');
    return {
      status: answer.status,
      headers: answer.headers,
      body: parsed(text),
      // The header has whole seconds: less than two of them are none.
      ahead: Number.isNaN(date) || Math.abs(date - now().getTime()) < 2000 ? 0 : date - now().getTime(),
    };
  };
  const ok = async (...call: Parameters<typeof ask>): Promise<Answer> => {
    const answer = await ask(...call);
    if (answer.status >= 300) throw faultOf(answer.status, answer.body, answer.headers.get('retry-after'), now());
    return answer;
  };
  const user = (mailbox: string) => `/users/${encodeURIComponent(mailbox)}`;
  const eventPath = (mailbox: string, id: string) => `${user(mailbox)}/events/${encodeURIComponent(id)}`;
  /** Our own token must not follow a link elsewhere. */
  const inside = (link: string) => {
    if (!link.startsWith(`${root}/`)) throw new OutsideFault('unknown', 'a link of Graph leads elsewhere');
    return link.slice(root.length);
  };
  const expand = `$expand=${encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${crmIdProperty}')`)}`;

  return {
    standIn,
    // A mailbox bears four at once (MailboxConcurrency); a batch of three leaves one for whoever reads mail meanwhile.
    together: 3,
    notifies: notificationUrl !== null,

    write: async (mailbox, writes) => {
      const requests = writes.map((write, index) => ({ id: String(index), ...requestOf(write, mailbox, now()) }));
      const { body, ahead } = await ok('POST', '/$batch', { body: { requests } });
      const answers = body.responses as {
        id: string;
        status: number;
        headers?: Record<string, string>;
        body?: unknown;
      }[];
      return writes.map((_, index): WriteAnswer => {
        const answer = answers.find(({ id }) => id === String(index));
        if (!answer) return { is: 'unknown', message: 'no answer in the batch' };
        const wait = Object.entries(answer.headers ?? {}).find(([name]) => name.toLowerCase() === 'retry-after')?.[1];
        return writeAnswer(answer.status, (answer.body ?? {}) as Record<string, unknown>, wait ?? null, ahead, now());
      });
    },

    changes: async (mailbox, from): Promise<ChangesPage> => {
      // Another cloud, another address of the stand-in: what was known there is worth nothing here.
      if ('link' in from && !from.link.startsWith(`${root}/`)) throw new ChangesLost('the link leads elsewhere');
      const path =
        'link' in from
          ? inside(from.link)
          : `${user(mailbox)}/calendarView/delta?startDateTime=${from.from.toISOString()}&endDateTime=${from.to.toISOString()}`;
      const answer = await ask('GET', path);
      if (answer.status === 410 || (answer.status === 400 && codeOf(answer.body) === 'SyncStateInvalid'))
        throw new ChangesLost(codeOf(answer.body));
      if (answer.status >= 300) throw faultOf(answer.status, answer.body, answer.headers.get('retry-after'), now());
      const found = (answer.body.value ?? []) as GraphEvent[];
      const nextLink = answer.body['@odata.nextLink'] as string | undefined;
      const deltaLink = answer.body['@odata.deltaLink'] as string | undefined;
      if (!nextLink && !deltaLink) throw new OutsideFault('unknown', 'a page of changes without a link');
      return {
        events: found
          .filter((event) => !event['@removed'] && readable(event))
          .map((event) => readEvent(event, answer.ahead)),
        removed: found.filter((event) => event['@removed']).map(({ id }) => id),
        next: nextLink ?? deltaLink!,
        last: !nextLink,
      };
    },

    event: async (mailbox, id) => {
      const answer = await ask('GET', `${eventPath(mailbox, id)}?${expand}`);
      if (answer.status === 404 && codeOf(answer.body) !== 'ErrorInvalidUser') return null;
      if (answer.status >= 300) throw faultOf(answer.status, answer.body, answer.headers.get('retry-after'), now());
      return readEvent(answer.body as unknown as GraphEvent, answer.ahead);
    },

    ours: async function* (mailbox, crmId) {
      const test = crmId === undefined ? `ep/value ne null` : `ep/value eq '${crmId}'`;
      const filter = `singleValueExtendedProperties/Any(ep: ep/id eq '${crmIdProperty}' and ${test})`;
      let path: string | null =
        `${user(mailbox)}/events?$filter=${encodeURIComponent(filter)}&${expand}&$top=${pageSize}`;
      const seen = new Set<string>();
      while (path) {
        const { body, ahead }: Answer = await ok('GET', path);
        const rows: SeenEvent[] = ((body.value ?? []) as GraphEvent[])
          .filter(readable)
          .map((event) => readEvent(event, ahead));
        yield rows.filter(({ crmId: id }) => id !== null && id !== disowned);
        const next = body['@odata.nextLink'] as string | undefined;
        // A page that comes again and again would never end.
        path = next && !seen.has(next) ? inside(next) : null;
        if (next) seen.add(next);
      }
    },

    subscribe: async (mailbox, secret, until) => {
      const { body } = await ok('POST', '/subscriptions', {
        body: {
          changeType: 'created,updated,deleted',
          notificationUrl,
          lifecycleNotificationUrl: lifecycleUrl,
          resource: `${user(mailbox)}/events`,
          expirationDateTime: until.toISOString(),
          clientState: secret,
        },
      });
      return subscriptionOf(body);
    },
    renew: async (id, until) => {
      const { body } = await ok('PATCH', `/subscriptions/${encodeURIComponent(id)}`, {
        body: { expirationDateTime: until.toISOString() },
      });
      return subscriptionOf(body);
    },
    unsubscribe: async (id) => {
      const { status, body, headers } = await ask('DELETE', `/subscriptions/${encodeURIComponent(id)}`);
      if (status >= 300 && status !== 404) throw faultOf(status, body, headers.get('retry-after'), now());
    },

    grants: async () => {
      try {
        return ((decodeJwt(await token()) as { roles?: string[] }).roles ?? []).sort();
      } catch (error) {
        if (error instanceof OutsideFault) throw error;
        return [];
      }
    },
  };

  function requestOf(write: CalendarWrite, mailbox: string, at: Date) {
    const headers = { 'Content-Type': 'application/json', Prefer: prefer };
    if (write.do === 'create')
      return { method: 'POST', url: `${user(mailbox)}/events`, headers, body: writeNew(write.event, at) };
    const url = eventPath(mailbox, write.eventId);
    if (write.do === 'disown')
      return {
        method: 'PATCH',
        url,
        headers,
        body: { singleValueExtendedProperties: [{ id: crmIdProperty, value: disowned }] },
      };
    const match = write.etag ? { 'If-Match': write.etag } : {};
    if (write.do === 'remove') return { method: 'DELETE', url, headers: { Prefer: prefer, ...match } };
    const { span, categories, ...text } = write.set;
    return {
      method: 'PATCH',
      url,
      headers: { ...headers, ...match },
      body: {
        ...writeText(text),
        ...(span ? writeSpan(span, write.zone, at) : {}),
        ...(categories ? { categories } : {}),
      },
    };
  }
}

/** Graph cannot take a property off, so it is given a value that is nobody's. */
const disowned = '-';

/** Adds the token; the chain ends with the request itself. */
class Bearer implements Middleware {
  private following!: Middleware;
  constructor(private readonly token: () => Promise<string>) {}
  async execute(context: Context): Promise<void> {
    const { headers, ...options } = context.options ?? {};
    context.options = {
      ...options,
      headers: { ...(headers as object), Authorization: `Bearer ${await this.token()}` },
    };
    await this.following.execute(context);
  }
  setNext(next: Middleware): void {
    this.following = next;
  }
}

const subscriptionOf = (body: Record<string, unknown>): Subscription => ({
  id: body.id as string,
  until: new Date(body.expirationDateTime as string),
});

function parsed(text: string): Record<string, unknown> {
  try {
    return text ? (JSON.parse(text) as Record<string, unknown>) : {};
  } catch {
    // A gateway in between answers with a page.
    return {};
  }
}

const errorOf = (body: Record<string, unknown>) => (body.error ?? {}) as { code?: string; message?: string };
const codeOf = (body: Record<string, unknown>) => errorOf(body).code ?? '';

/** https://learn.microsoft.com/graph/errors */
function faultOf(status: number, body: Record<string, unknown>, retryAfter: string | null, now: Date): OutsideFault {
  const { code, message } = errorOf(body);
  const said = `Graph ${status} ${code ?? ''}: ${message ?? ''}`.slice(0, 400);
  if (status === 429 || status === 503) return new OutsideFault('busy', said, retryAfterSeconds(retryAfter, now) ?? 10);
  if (status === 404 || status === 410) return new OutsideFault('gone', said);
  if (status === 401 || status === 403) return new OutsideFault('refused', said);
  return new OutsideFault(status >= 500 ? 'unknown' : 'refused', said);
}

function writeAnswer(
  status: number,
  body: Record<string, unknown>,
  retryAfter: string | null,
  ahead: number,
  now: Date,
): WriteAnswer {
  if (status < 300) {
    const event = body as unknown as GraphEvent;
    return { is: 'done', event: readable(event) ? readEvent(event, ahead) : null };
  }
  const fault = faultOf(status, body, retryAfter, now);
  if (status === 412) return { is: 'changed', message: fault.message };
  if (status === 409) return { is: 'taken', message: fault.message };
  if (fault.answer === 'busy') return { is: 'busy', message: fault.message, retryAfter: fault.retryAfter };
  return { is: fault.answer, message: fault.message };
}
