import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countCompanies } from '../../../service/modules/companies/companies.contract';
import { numberText } from '../../shared/format/money';
import { useRead } from '../../shared/queries';
import type { FilterInput } from './company-filter';

const useStyles = makeStyles({
  count: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  button: {
    minWidth: 0,
    paddingInline: '4px',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    color: tokens.colorBrandForegroundLink,
  },
});

/** «1000+ компаний»; pressed, it counts them all. */
export function CompanyCount({ input }: { input: FilterInput }) {
  const { t, i18n } = useTranslation('companies');
  const styles = useStyles();
  const key = JSON.stringify(input);
  const [exactFor, setExactFor] = useState<string | null>(null);
  const exact = exactFor === key;
  const { data } = useRead(countCompanies, exact ? { ...input, exact } : input, {
    placeholderData: (previous) => previous,
  });
  if (!data) return null;
  const value = numberText(data.value, i18n.language);
  return (
    <span role="status">
      {data.capped ? (
        <Button
          appearance="transparent"
          size="small"
          className={styles.button}
          title={t('countExact')}
          onClick={() => setExactFor(key)}
        >
          {t('countCapped', { value })}
        </Button>
      ) : (
        <Text className={styles.count}>{t('count', { count: data.value, value })}</Text>
      )}
    </span>
  );
}
