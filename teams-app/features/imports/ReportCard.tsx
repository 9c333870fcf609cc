import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { CompanyName } from '../../shared/company/CompanyName';
import type { ReportRow } from './ImportReport';
import { Reasons } from './Reasons';
import { ResultBadge } from './ResultBadge';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '4px' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
  },
  row: { color: tokens.colorNeutralForeground3 },
});

export function ReportCard({ row, dryRun }: { row: ReportRow; dryRun: boolean }) {
  const { t } = useTranslation('imports');
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <Text size={200} className={styles.row}>
          {t('report.rowNumber', { row: row.row })}
        </Text>
        <ResultBadge result={row.result} dryRun={dryRun} />
      </div>
      <CompanyName name={row.name ?? t('report.noName')} />
      <Reasons reasons={row.reasons} />
    </div>
  );
}
