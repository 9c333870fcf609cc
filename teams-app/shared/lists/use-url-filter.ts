import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** A list's filter kept in the address: it survives a reload, can be sent to a colleague and saved as a view. */
export function useUrlFilter<N extends string>(names: readonly N[]) {
  const [params, setParams] = useSearchParams();
  const text = params.toString();
  const filter = useMemo(() => {
    const known = new URLSearchParams(text);
    return Object.fromEntries(names.flatMap((name) => (known.get(name) ? [[name, known.get(name)!]] : []))) as Partial<
      Record<N, string>
    >;
  }, [text, names]);

  const change = useCallback(
    (some: Partial<Record<N, string | null | undefined>>) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries<string | null | undefined>(some)) {
            if (value) next.set(name, value);
            else next.delete(name);
          }
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  const replace = useCallback((query: Record<string, string>) => setParams(query, { replace: true }), [setParams]);

  return { filter, change, replace };
}
