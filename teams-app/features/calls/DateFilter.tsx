import { makeStyles, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../../shared/forms/DateInput';
import { addDays } from '../../shared/time/zone-time';
import { useMoments } from '../../shared/time/use-moments';

const useStyles = makeStyles({
  root: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  select: { minWidth: '132px', flexGrow: 1 },
});

type Choice = 'any' | 'today' | 'tomorrow' | 'own';

/** Which day's calls: all, today with what is overdue, tomorrow, or any date. */
export function DateFilter({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (date: string | null) => void;
}) {
  const { t } = useTranslation('calls');
  const styles = useStyles();
  const moments = useMoments();
  const today = moments.today();
  const tomorrow = addDays(today, 1);
  const [own, setOwn] = useState(value !== undefined && value !== today && value !== tomorrow);
  const choice: Choice = own ? 'own' : value === today ? 'today' : value === tomorrow ? 'tomorrow' : 'any';
  const choose = (next: Choice) => {
    setOwn(next === 'own');
    onChange({ any: null, today, tomorrow, own: value ?? today }[next]);
  };
  return (
    <div className={styles.root}>
      <Select
        className={styles.select}
        aria-label={t('date.label')}
        value={choice}
        onChange={(_, data) => choose(data.value as Choice)}
      >
        {(['any', 'today', 'tomorrow', 'own'] as const).map((one) => (
          <option key={one} value={one}>
            {t(`date.${one}`)}
          </option>
        ))}
      </Select>
      {own && <DateInput aria-label={t('date.own')} value={value ?? ''} onChange={(date) => onChange(date || null)} />}
    </div>
  );
}
