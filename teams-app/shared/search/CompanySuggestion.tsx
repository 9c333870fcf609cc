import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CompanyRow } from '../../../service/modules/companies/companies.contract';
import { CompanyName } from '../company/CompanyName';
import { coarse } from '../frame/breakpoints';
import { rowTokens } from '../theme';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    padding: '6px 12px',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: rowTokens.rowHover },
    [coarse]: { paddingBlock: '10px' },
  },
  active: {
    backgroundColor: rowTokens.rowHover,
    outline: `2px solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: '-2px',
  },
  details: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
});

interface CompanySuggestionProps {
  id: string;
  row: CompanyRow;
  active: boolean;
  onPick: () => void;
}

export function CompanySuggestion({ id, row, active, onPick }: CompanySuggestionProps) {
  const { t } = useTranslation();
  const styles = useStyles();
  const details = [row.city, row.inn && t('inn', { inn: row.inn }), row.owner?.name ?? t('owner.none')]
    .filter(Boolean)
    .join(' · ');
  return (
    <div
      id={id}
      role="option"
      aria-selected={active}
      className={mergeClasses(styles.root, active && styles.active)}
      // The field keeps the focus while a row is pressed.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <CompanyName name={row.name} />
      <Text size={200} className={styles.details}>
        {details}
      </Text>
    </div>
  );
}
