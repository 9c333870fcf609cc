import {
  QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type InfiniteData,
  type QueryKey,
  type UseQueryOptions,
} from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { z } from 'zod';
import type { Endpoint, EndpointInput, EndpointOutput } from '../../service/kernel/endpoint';
import { api } from './api';
import { isApiError } from './api-error';
import { useNotify } from './toasts/notify-context';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // Trying again helps a broken line, not a refusal.
      retry: (failures, error) => failures < 2 && isApiError(error) && error.code === 'network',
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

/** Every query is kept under its endpoint's id, so a write names the endpoints it touches. */
export const keyOf = <E extends Endpoint>(endpoint: E, input: EndpointInput<E>): QueryKey => [endpoint.id, input];
const pagesKeyOf = (endpoint: Endpoint, input: object): QueryKey => [endpoint.id, 'pages', input];

type ReadOptions<T> = Pick<
  UseQueryOptions<T>,
  'enabled' | 'staleTime' | 'refetchInterval' | 'refetchOnWindowFocus' | 'placeholderData' | 'gcTime'
>;

export function useRead<E extends Endpoint>(
  endpoint: E,
  input: EndpointInput<E>,
  options?: ReadOptions<EndpointOutput<E>>,
) {
  return useQuery<EndpointOutput<E>>({ ...readQuery(endpoint, input), ...options });
}

/** For `queryClient.prefetchQuery` and friends. */
export function readQuery<E extends Endpoint>(endpoint: E, input: EndpointInput<E>) {
  return {
    queryKey: keyOf(endpoint, input),
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<EndpointOutput<E>> => api.call(endpoint, input, { signal }),
  };
}

export interface Page<T> {
  rows: T[];
  next: string | null;
}
type PagedEndpoint = Endpoint<z.ZodObject, z.ZodType<Page<unknown>>>;
type RowOf<E extends PagedEndpoint> = EndpointOutput<E>['rows'][number];
export type Pages<T> = InfiniteData<Page<T>, string | undefined>;

/** A list by pages: `rows` is all that is loaded, `loadMore` asks for the next page. */
export function usePages<E extends PagedEndpoint>(
  endpoint: E,
  input: EndpointInput<E>,
  options: {
    enabled?: boolean;
    refetchOnWindowFocus?: boolean | ((query: { state: { dataUpdatedAt: number } }) => boolean | 'always');
    staleTime?: number;
    keepPrevious?: boolean;
    /** How soon to ask again, by what has come; false is not at all. */
    refetchEvery?: (rows: RowOf<E>[]) => number | false;
    /** The first page, when another answer has brought it already, and when it did. */
    first?: { page: Page<RowOf<E>>; at: number };
  } = {},
) {
  const queryKey = pagesKeyOf(endpoint, input);
  const { keepPrevious, refetchEvery, first, ...rest } = options;
  const query = useInfiniteQuery<Page<RowOf<E>>, Error, Pages<RowOf<E>>, QueryKey, string | undefined>({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      api.call(endpoint, { ...input, after: pageParam } as EndpointInput<E>, { signal }) as Promise<Page<RowOf<E>>>,
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPrevious ? (previous) => previous : undefined,
    refetchInterval:
      refetchEvery && (({ state }) => refetchEvery(state.data?.pages.flatMap((page) => page.rows) ?? [])),
    initialData: first && { pages: [first.page], pageParams: [undefined] },
    initialDataUpdatedAt: first?.at,
    ...rest,
  });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return { ...query, queryKey, rows, loadMore };
}

type Said = string | { title: string; detail: string };

export interface WriteOptions<E extends Endpoint> {
  /** What to say when it is written, with «Undo» when it can be undone. Left out: nothing is said. */
  said?: Said | ((output: EndpointOutput<E>, input: EndpointInput<E>) => Said);
  /** The reads that are no longer true: every read of an endpoint, or one by its key. */
  touches?: readonly (Endpoint | QueryKey)[];
  /** A form shows refusals itself; otherwise they are told as a toast. */
  refusals?: 'toast' | 'caller';
  /** It cannot be taken back, so «Undo» is not offered. */
  final?: boolean;
  onWritten?: (output: EndpointOutput<E>, input: EndpointInput<E>) => void;
  /** After «Undo»; everything is read again anyway. */
  onUndone?: (input: EndpointInput<E>) => void;
}

/** Writes, says so, and has what it touched read again. Rejects with what the service refused. */
export function useSend() {
  const client = useQueryClient();
  const notify = useNotify();
  return useCallback(
    async <E extends Endpoint>(
      endpoint: E,
      input: EndpointInput<E>,
      options: WriteOptions<E> = {},
    ): Promise<EndpointOutput<E>> => {
      try {
        const { data, changeId } = await api.write(endpoint, input);
        const said = typeof options.said === 'function' ? options.said(data, input) : options.said;
        if (said) {
          const { title, detail } = typeof said === 'string' ? { title: said, detail: undefined } : said;
          notify.done(title, {
            detail,
            changeId: options.final ? null : changeId,
            onUndone: () => options.onUndone?.(input),
          });
        }
        options.onWritten?.(data, input);
        await invalidate(client, options.touches ?? []);
        return data;
      } catch (error) {
        if (options.refusals !== 'caller') notify.failed(error);
        throw error;
      }
    },
    [client, notify],
  );
}

/** `useSend` for one endpoint, knowing whether it is under way. `mutate` swallows the refusal, `mutateAsync` throws it. */
export function useWrite<E extends Endpoint>(endpoint: E, options: WriteOptions<E> = {}) {
  const send = useSend();
  return useMutation({ mutationFn: (input: EndpointInput<E>) => send(endpoint, input, options) });
}

export async function invalidate(client: QueryClient, touched: readonly (Endpoint | QueryKey)[]): Promise<void> {
  await Promise.all(touched.map((one) => client.invalidateQueries({ queryKey: 'path' in one ? [one.id] : one })));
}
