import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CompanyRow } from '../../../service/modules/companies/companies.contract';
import { CompanySuggestion } from './CompanySuggestion';

const useStyles = makeStyles({
  hint: { display: 'block', padding: '12px', color: tokens.colorNeutralForeground3 },
});

interface FinderListProps {
  id: string;
  text: string;
  rows: CompanyRow[];
  asked: boolean;
  active: number;
  onPick: (row: CompanyRow) => void;
}

/** What the search found, under its field or on the whole screen of a phone. */
export function FinderList({ id, text, rows, asked, active, onPick }: FinderListProps) {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <>
      <div id={id} role="listbox" aria-label={t('find.results')}>
        {rows.map((row, index) => (
          <CompanySuggestion
            key={row.id}
            id={`${id}-${index}`}
            row={row}
            active={index === active}
            onPick={() => onPick(row)}
          />
        ))}
      </div>
      {rows.length === 0 && (
        <Text size={200} className={styles.hint} role="status">
          {text.trim().length < 2 ? t('find.start') : asked ? t('find.nothing') : t('loading')}
        </Text>
      )}
    </>
  );
}
