import { useState } from 'react';
import type { ColumnMapping, ImportView } from '../../../service/modules/imports/imports.contract';
import { keepPreference, readPreference } from '../../shared/preferences';

export interface ImportSettings {
  mapping: ColumnMapping;
  mode: ImportView['mode'];
  ownerId: string | null;
}

/** How the file is to be read, and whether that is how it was read last. */
export function useImportSettings(view: ImportView) {
  // The service does not tell whose the companies were to become; a run that goes on must be told the same again.
  const preference = `import.${view.id}.owner`;
  const [lastOwner, setLastOwner] = useState(() => readPreference<string | null>(preference, null));
  const [settings, setSettings] = useState<ImportSettings>({
    mapping: view.mapping,
    mode: view.mode,
    ownerId: lastOwner,
  });
  const last: ImportSettings = { mapping: view.mapping, mode: view.mode, ownerId: lastOwner };
  return {
    settings,
    changed: textOf(settings) !== textOf(last),
    change: (some: Partial<ImportSettings>) => setSettings((before) => ({ ...before, ...some })),
    /** These are what it runs with from now on. */
    used: () => {
      setLastOwner(settings.ownerId);
      keepPreference(preference, settings.ownerId);
    },
  };
}

/** The same whatever order columns were chosen in. */
const textOf = ({ mapping, mode, ownerId }: ImportSettings) =>
  JSON.stringify([Object.entries(mapping).sort(), mode, ownerId]);
