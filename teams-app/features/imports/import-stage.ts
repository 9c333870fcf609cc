import type { ImportView } from '../../../service/modules/imports/imports.contract';

export type ImportStep = 'check' | 'load' | 'resume';

export const isRunning = ({ status }: ImportView): boolean => status === 'checking' || status === 'running';

/** What is to be pressed next; `changed`: the settings are not those of the last run. */
export function nextStep(view: ImportView, changed: boolean): ImportStep | null {
  switch (view.status) {
    case 'uploaded':
      return 'check';
    case 'checked':
      return changed ? 'check' : 'load';
    case 'paused':
    case 'cancelled':
    case 'failed':
      return !view.dryRun && view.processed > 0 && !changed ? 'resume' : 'check';
    default:
      return null;
  }
}

/** Something was read: there is a report of it. */
export const hasReport = (view: ImportView): boolean => view.status !== 'uploaded' && view.processed > 0;
