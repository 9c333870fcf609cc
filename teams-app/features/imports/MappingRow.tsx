import { makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { ArrowRight16Regular } from '@fluentui/react-icons';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { importFields, type ImportField } from '../../../service/modules/imports/imports.contract';
import { phone } from '../../shared/frame/breakpoints';
import { fieldGroups } from './import-fields';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 16px minmax(0, 1fr)',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: '8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '4px' },
  },
  texts: { minWidth: 0, overflowWrap: 'anywhere' },
  samples: {
    color: tokens.colorNeutralForeground3,
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
  },
  arrow: { color: tokens.colorNeutralForeground3, [phone]: { display: 'none' } },
  fault: { color: tokens.colorStatusDangerForeground3 },
});

interface MappingRowProps {
  header: string;
  samples: readonly string[];
  field: ImportField | null;
  disabled: boolean;
  fault: string | undefined;
  onChange: (field: ImportField | null) => void;
}

/** A column of the file with what stands in it, and what it becomes. */
export function MappingRow({ header, samples, field, disabled, fault, onChange }: MappingRowProps) {
  const { t } = useTranslation('imports');
  const styles = useStyles();
  const faultId = useId();
  const groups = Object.entries(fieldGroups) as [keyof typeof fieldGroups, readonly ImportField[]][];
  return (
    <li className={styles.root}>
      <div className={styles.texts}>
        <Text weight={field ? 'semibold' : 'regular'} block>
          {header}
        </Text>
        <Text size={200} block className={styles.samples} title={samples.join('\n') || undefined}>
          {samples.join(' · ') || t('mapping.noSamples')}
        </Text>
      </div>
      <ArrowRight16Regular className={styles.arrow} aria-hidden />
      <div>
        <Select
          aria-label={t('mapping.for', { header })}
          aria-invalid={fault !== undefined}
          aria-describedby={fault ? faultId : undefined}
          disabled={disabled}
          value={field ?? ''}
          onChange={(_, { value }) => onChange(importFields.find((one) => one === value) ?? null)}
        >
          <option value="">{t('mapping.skip')}</option>
          {groups.map(([group, fields]) => (
            <optgroup key={group} label={t(`mapping.group.${group}`)}>
              {fields.map((one) => (
                <option key={one} value={one}>
                  {t(`field.${one}`)}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
        {fault && (
          <Text size={200} id={faultId} role="alert" className={styles.fault}>
            {fault}
          </Text>
        )}
      </div>
    </li>
  );
}
