import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { callList, nextContactPresets, type CallRow } from '../../../service/modules/activities/activities.contract';
import { getCompany } from '../../../service/modules/companies/companies.contract';
import { readQuery, usePages, type Pages } from '../../shared/queries';
import type { CallListInput } from './call-filter';

const settleMs = 200;
const absenceMs = 15 * 60_000;

/** Who comes back to the window after a while has nothing under the cursor: he gets a fresh list. */
const afterAbsence = ({ state }: { state: { dataUpdatedAt: number } }) => Date.now() - state.dataUpdatedAt > absenceMs;

/**
 * The list one works through: which company is in hand, the next one already fetched, and a row that leaves without the
 * list being read again under the cursor.
 */
export function useCallQueue(input: CallListInput, pickFirst: boolean) {
  const client = useQueryClient();
  const list = usePages(callList, input, { staleTime: 5 * 60_000, refetchOnWindowFocus: afterAbsence });
  const { rows, queryKey } = list;
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [settling, setSettling] = useState(false);
  const found = rows.findIndex((row) => row.id === selectedId);
  const at = found < 0 && pickFirst && rows.length > 0 ? 0 : found;
  const current = rows[at] ?? null;
  const next = rows[at + 1];

  // What comes after is fetched while this one is talked to.
  useEffect(() => {
    if (!next) return;
    void client.prefetchQuery({ ...readQuery(getCompany, { id: next.id }), staleTime: 60_000 });
    void client.prefetchQuery({ ...readQuery(nextContactPresets, { companyId: next.id }), staleTime: 60_000 });
  }, [client, next]);

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** Takes a row out and turns to the one that came after it. */
  const take = useCallback(
    (row: CallRow): (() => void) => {
      const before = client.getQueryData<Pages<CallRow>>(queryKey);
      const index = rows.findIndex(({ id }) => id === row.id);
      setSelectedId((rows[index + 1] ?? rows[index - 1])?.id ?? null);
      setSettling(true);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setSettling(false), settleMs);
      client.setQueryData<Pages<CallRow>>(queryKey, (pages) => pages && without(pages, row.id));
      return () => {
        client.setQueryData<Pages<CallRow>>(queryKey, (pages) => pages && before && putBack(pages, before, row));
        setSelectedId(row.id);
      };
    },
    [client, queryKey, rows],
  );

  return {
    ...list,
    at,
    current,
    settling,
    select: setSelectedId,
    step: (by: 1 | -1) => {
      const row = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
      if (row) setSelectedId(row.id);
      return row ? rows.indexOf(row) : -1;
    },
    take,
  };
}

function without(pages: Pages<CallRow>, id: string): Pages<CallRow> {
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, rows: page.rows.filter((row) => row.id !== id) })) };
}

/** Back where it stood: before the first row that followed it and is still there. */
function putBack(pages: Pages<CallRow>, before: Pages<CallRow>, row: CallRow): Pages<CallRow> {
  const order = before.pages.flatMap((page) => page.rows.map(({ id }) => id));
  const followers = order.slice(order.indexOf(row.id) + 1);
  const present = new Set(pages.pages.flatMap((page) => page.rows.map(({ id }) => id)));
  const anchor = followers.find((id) => present.has(id));
  if (present.has(row.id)) return pages;
  let placed = false;
  const restored = pages.pages.map((page) => {
    const index = page.rows.findIndex(({ id }) => id === anchor);
    if (placed || index < 0) return page;
    placed = true;
    return { ...page, rows: [...page.rows.slice(0, index), row, ...page.rows.slice(index)] };
  });
  if (!placed) {
    const last = restored.at(-1);
    if (last) restored[restored.length - 1] = { ...last, rows: [...last.rows, row] };
  }
  return { ...pages, pages: restored };
}
