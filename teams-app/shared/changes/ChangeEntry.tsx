import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangeView } from '../../../service/modules/companies/companies.contract';
import { When } from '../time/When';
import { entityWord, fieldWord, flatFields, isShownField, useChangeValue } from './change-words';

const useStyles = makeStyles({
  root: { padding: '10px 16px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  meta: { color: tokens.colorNeutralForeground3 },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'minmax(96px, min(200px, 34%)) minmax(0, 1fr)',
    columnGap: '16px',
    rowGap: '2px',
    margin: '4px 0 0',
  },
  name: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  old: { color: tokens.colorNeutralForeground3, textDecorationLine: 'line-through' },
});

interface ChangeEntryProps {
  change: ChangeView;
  /** Names of what the history mentions, or speaks of, by id. */
  names?: ReadonlyMap<string, string>;
  /** What stands at its end: a link to the record. */
  aside?: ReactNode;
}

/** Who changed what and when, from what to what. */
export function ChangeEntry({ change, names, aside }: ChangeEntryProps) {
  const { t } = useTranslation('changes');
  const styles = useStyles();
  const shown = useChangeValue(names);
  // Of a new record only what was filled in says something.
  const fields = Object.entries(flatFields(change.fields)).filter(
    ([field, [, after]]) => isShownField(field) && (change.action !== 'create' || isFilled(after)),
  );
  const [before, after] = change.fields.name ?? [];
  const subject = names?.get(change.recordId) ?? [after, before].find((name) => typeof name === 'string');
  return (
    <div className={styles.root}>
      <Text weight="semibold">
        {entityWord(change.entity)}
        {subject && ` «${subject}»`}: {t(`action.${change.action}`)}
      </Text>{' '}
      <Text size={200} className={styles.meta}>
        {change.by?.name ?? t('system')} · <When at={change.at} />
        {aside && <> · {aside}</>}
      </Text>
      {fields.length > 0 && (
        <dl className={styles.fields}>
          {fields.map(([field, [before, after]]) => (
            <div key={field} style={{ display: 'contents' }}>
              <dt className={styles.name}>{fieldWord(field, change.entity)}</dt>
              <dd className={styles.value}>
                {change.action !== 'create' && (
                  <>
                    <del className={styles.old} aria-label={`${t('was')} ${shown(field, before)}`}>
                      {shown(field, before)}
                    </del>
                    {' → '}
                  </>
                )}
                <span>{shown(field, after)}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

const isFilled = (value: unknown) =>
  value !== null &&
  value !== false &&
  value !== 0 &&
  value !== '' &&
  !(typeof value === 'object' && Object.keys(value).length === 0);
