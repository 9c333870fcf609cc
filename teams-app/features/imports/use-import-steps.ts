import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  cancelImport,
  getImport,
  listImportRows,
  startImport,
  type ImportView,
} from '../../../service/modules/imports/imports.contract';
import { isApiError } from '../../shared/api-error';
import { useErrorText } from '../../shared/error-text';
import { keyOf, useWrite } from '../../shared/queries';
import { hasClash, namesSomebody } from './import-fields';
import { isRunning, type ImportStep } from './import-stage';
import type { useImportSettings } from './use-import-settings';

export type ImportSteps = ReturnType<typeof useImportSteps>;

/** Starting, stopping and going on; what stands in the way of it in words. */
export function useImportSteps(view: ImportView, { settings, used }: ReturnType<typeof useImportSettings>) {
  const { t } = useTranslation('imports');
  const errorText = useErrorText();
  const touches = [keyOf(getImport, { id: view.id }), listImportRows];
  const begin = useWrite(startImport, { refusals: 'caller', touches, onWritten: used });
  // Refused when it has just ended by itself: there is nothing to say, its end is shown anyway.
  const cancel = useWrite(cancelImport, { touches, refusals: 'caller' });
  const [stopping, setStopping] = useState(false);
  const running = isRunning(view);
  if (stopping && !running) setStopping(false);

  const fields = isApiError(begin.error) ? begin.error.fields : {};
  const obstacle = !namesSomebody(settings.mapping)
    ? t('mapping.nameNeeded')
    : hasClash(settings.mapping)
      ? t('mapping.twiceAbove')
      : null;
  return {
    obstacle,
    /** Faults the service found: of the whole mapping, of the owner, of a column. */
    faults: fields,
    failure: begin.error ? (fields.mapping ?? fields.ownerId ?? errorText(begin.error)) : null,
    isStarting: begin.isPending,
    stopping,
    start: (step: ImportStep) => {
      if (!obstacle) begin.mutate({ id: view.id, dryRun: step === 'check', ...settings });
    },
    cancel: () => {
      setStopping(true);
      cancel.mutate({ id: view.id }, { onError: () => setStopping(false) });
    },
  };
}
