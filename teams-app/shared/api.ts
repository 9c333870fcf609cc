import type { Endpoint, EndpointInput, EndpointOutput, Refusal } from '../../service/kernel/endpoint';
import { ApiError } from './api-error';
import { i18n } from './texts/i18n';

export interface Written<T> {
  data: T;
  /** What `POST /api/undo` takes; null when there is nothing to take back. */
  changeId: string | null;
}

export interface CallOptions {
  signal?: AbortSignal;
  headers?: Record<string, string>;
}

/**
 * Inside Teams third-party cookies fail, so a bearer token lives in memory, and only there. In a browser of its own the
 * session is an HttpOnly cookie no script can read.
 */
let bearer: string | null = null;
let onSessionLost: () => void = () => {};

export const api = {
  async call<E extends Endpoint>(
    endpoint: E,
    input: EndpointInput<E>,
    options?: CallOptions,
  ): Promise<EndpointOutput<E>> {
    return (await api.write(endpoint, input, options)).data;
  },

  async write<E extends Endpoint>(
    endpoint: E,
    input: EndpointInput<E>,
    options: CallOptions = {},
  ): Promise<Written<EndpointOutput<E>>> {
    const { url, rest } = address(endpoint, input);
    const inQuery = endpoint.method === 'GET' || endpoint.method === 'DELETE';
    const response = await send(endpoint, inQuery ? withQuery(url, rest) : url, {
      ...options,
      body: inQuery ? undefined : JSON.stringify(rest),
      type: inQuery ? undefined : 'application/json',
    });
    return { data: (await response.json()) as EndpointOutput<E>, changeId: response.headers.get('x-change-id') };
  },

  /** The body is the file itself, the input travels in the query. */
  async upload<E extends Endpoint>(endpoint: E, input: EndpointInput<E>, file: Blob): Promise<EndpointOutput<E>> {
    const { url, rest } = address(endpoint, input);
    const response = await send(endpoint, withQuery(url, rest), { body: file, type: 'application/octet-stream' });
    return (await response.json()) as EndpointOutput<E>;
  },

  /**
   * Listens to a stream of events until it ends or the signal says so. `EventSource` cannot send the bearer token that
   * Teams needs, so the stream is read here (server-sent events, WHATWG HTML 9.2).
   */
  async listen<E extends Endpoint>(
    endpoint: E,
    input: EndpointInput<E>,
    hear: (event: EndpointOutput<E>) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const { url, rest } = address(endpoint, input);
    const response = await send(endpoint, withQuery(url, rest), { signal });
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    for (let heard = ''; ;) {
      const { value, done } = await reader.read();
      if (done) return;
      heard += value;
      for (let end = heard.indexOf('\n\n'); end >= 0; end = heard.indexOf('\n\n')) {
        const data = /^data: (.*)$/m.exec(heard.slice(0, end))?.[1];
        heard = heard.slice(end + 2);
        if (data) hear(JSON.parse(data) as EndpointOutput<E>);
      }
    }
  },

  /** Fetches a file and hands it to the browser to save. */
  async download<E extends Endpoint>(endpoint: E, input: EndpointInput<E>, fileName: string): Promise<void> {
    const { url, rest } = address(endpoint, input);
    const response = await send(endpoint, withQuery(url, rest), {});
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await response.blob());
    link.download = fileName;
    link.click();
    // The browser reads the blob after the click returns.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  },
};

export function keepBearer(token: string | null): void {
  bearer = token;
}

/** For the script that runs when a letter is sent: it has no page of ours to ask. */
export const bearerForSend = (): string | null => bearer;

export function whenSessionIsLost(listener: () => void): void {
  onSessionLost = listener;
}

interface Sending extends CallOptions {
  body?: string | Blob;
  type?: string;
}

async function send(endpoint: Endpoint, url: string, { body, type, headers, signal }: Sending): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: endpoint.method,
      body,
      signal,
      credentials: 'same-origin',
      headers: {
        // With a cookie, this header is what another site cannot send.
        'x-requested-by': 'ryadom',
        // Refusals come in words: until the profile is known, in the screen's language.
        ...(i18n.language && { 'accept-language': i18n.language }),
        ...(type && { 'content-type': type }),
        ...(bearer && { authorization: `Bearer ${bearer}` }),
        ...headers,
      },
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw ApiError.network();
  }
  if (response.ok) return response;
  const refusal = await readRefusal(response);
  if (response.status === 401 && endpoint.access !== 'public') onSessionLost();
  throw refusal;
}

async function readRefusal(response: Response): Promise<ApiError> {
  try {
    return new ApiError(response.status, (await response.json()) as Refusal);
  } catch {
    // A proxy or a gateway answered, not the service.
    return new ApiError(response.status, {
      code: response.status >= 502 ? 'network' : 'unknown',
      message: response.statusText,
    });
  }
}

/** Splits an input into the path's parameters and the rest. */
function address(endpoint: Endpoint, input: object): { url: string; rest: Record<string, unknown> } {
  const rest: Record<string, unknown> = { ...input };
  const url = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  return { url, rest };
}

function withQuery(url: string, values: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  }
  return query.size > 0 ? `${url}?${query}` : url;
}
