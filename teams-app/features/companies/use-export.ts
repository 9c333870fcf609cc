import { useState } from 'react';
import {
  cancelExport,
  downloadExport,
  getExport,
  startExport,
  type ExportView,
} from '../../../service/modules/imports/imports.contract';
import { api } from '../../shared/api';
import { keepPreference, readPreference } from '../../shared/preferences';
import { useRead, useWrite } from '../../shared/queries';
import { useNotify } from '../../shared/toasts/notify-context';
import type { FilterInput } from './company-filter';

const preference = 'export';
const askEveryMs = 700;
export const isUnderWay = ({ status }: ExportView): boolean => status === 'waiting' || status === 'running';

/** The reader's last export: it goes on while he works elsewhere, and is found again after a reload. */
export function useExport() {
  const notify = useNotify();
  const [id, setId] = useState(() => readPreference<string | null>(preference, null));
  const keep = (next: string | null) => {
    setId(next);
    keepPreference(preference, next);
  };
  const { data, error, refetch } = useRead(
    getExport,
    { id: id ?? '' },
    {
      enabled: id !== null,
      refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? askEveryMs : false),
    },
  );
  const start = useWrite(startExport, { onWritten: (job) => keep(job.id) });
  const cancel = useWrite(cancelExport, { touches: [getExport] });

  return {
    job: id !== null && !error && data ? data : null,
    isStarting: start.isPending,
    start: (filter: FilterInput, why: string) => start.mutate({ ...filter, why }),
    cancel: () => id !== null && cancel.mutate({ id }),
    retry: () => void refetch(),
    dismiss: () => keep(null),
    download: (job: ExportView) =>
      api.download(downloadExport, { id: job.id }, job.fileName).catch((failure: unknown) => notify.failed(failure)),
  };
}
