import { Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { importModes, type ImportField, type ImportView } from '../../../service/modules/imports/imports.contract';
import { phone } from '../../shared/frame/breakpoints';
import { takenBy } from './import-fields';
import { ImportOwner } from './ImportOwner';
import { MappingRow } from './MappingRow';
import type { ImportSettings } from './use-import-settings';

const useStyles = makeStyles({
  root: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: '16px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  column: { maxWidth: '960px', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  settings: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
  heading: { margin: 0 },
  intro: { color: tokens.colorNeutralForeground3 },
  rows: { listStyleType: 'none', margin: 0, padding: 0 },
  fault: { color: tokens.colorStatusDangerForeground3, [phone]: { marginTop: '4px' } },
});

interface ImportColumnsProps {
  view: ImportView;
  settings: ImportSettings;
  disabled: boolean;
  faults: Readonly<Record<string, string>>;
  onChange: (some: Partial<ImportSettings>) => void;
}

/** Where each column goes; those nobody recognised stand below, so that the sheet of an old program stays readable. */
export function ImportColumns({ view, settings, disabled, faults, onChange }: ImportColumnsProps) {
  const { t } = useTranslation('imports');
  const styles = useStyles();
  const { mapping } = settings;
  // As it was when the page opened: a row must not jump from one list to the other under the hand.
  const [usedAtFirst] = useState(() => new Set(Object.keys(mapping).map(Number)));
  const all = view.columns.map((column, index) => ({ ...column, index }));
  const nameOf = (index: number) => view.columns[index]?.header || t('mapping.unnamed', { number: index + 1 });
  const put = (index: number, field: ImportField | null) => {
    const { [index]: _, ...others } = mapping;
    onChange({ mapping: field ? { ...others, [index]: field } : others });
  };
  const list = (columns: typeof all) => (
    <ul className={styles.rows}>
      {columns.map(({ index, samples }) => {
        const taker = takenBy(mapping, index);
        return (
          <MappingRow
            key={index}
            header={nameOf(index)}
            samples={samples}
            field={mapping[index] ?? null}
            disabled={disabled}
            fault={
              faults[`mapping.${index}`] ?? (taker === null ? undefined : t('mapping.twice', { header: nameOf(taker) }))
            }
            onChange={(field) => put(index, field)}
          />
        );
      })}
    </ul>
  );
  const used = all.filter(({ index }) => usedAtFirst.has(index));
  const unused = all.filter(({ index }) => !usedAtFirst.has(index));

  return (
    <div className={styles.root} id="import-panel" role="tabpanel" aria-labelledby="import-tab-columns" tabIndex={-1}>
      <div className={styles.column}>
        <div className={styles.settings}>
          <Field label={t('mode.label')}>
            <Select
              value={settings.mode}
              disabled={disabled}
              onChange={(_, { value }) => onChange({ mode: value as ImportSettings['mode'] })}
            >
              {importModes.map((mode) => (
                <option key={mode} value={mode}>
                  {t(`mode.${mode}`)}
                </option>
              ))}
            </Select>
          </Field>
          <ImportOwner
            value={settings.ownerId}
            disabled={disabled}
            fault={faults.ownerId}
            onChange={(ownerId) => onChange({ ownerId })}
          />
        </div>
        <Text className={styles.intro}>{t('mapping.intro')}</Text>
        {used.length > 0 && (
          <section aria-label={t('mapping.used', { count: used.length })}>
            <Text as="h2" weight="semibold" block className={styles.heading}>
              {t('mapping.used', { count: used.length })}
            </Text>
            {list(used)}
          </section>
        )}
        {unused.length > 0 && (
          <section aria-label={t('mapping.unused', { count: unused.length })}>
            <Text as="h2" weight="semibold" block className={styles.heading}>
              {t('mapping.unused', { count: unused.length })}
            </Text>
            {list(unused)}
          </section>
        )}
      </div>
    </div>
  );
}
