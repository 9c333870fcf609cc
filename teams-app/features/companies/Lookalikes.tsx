import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import type { Lookalike } from '../../../service/modules/companies/companies.contract';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: '4px 0 0',
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  name: { color: tokens.colorBrandForegroundLink, overflowWrap: 'anywhere' },
  facts: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** Companies that may be the one being typed in: whose they are, and why they look alike. */
export function Lookalikes({ rows }: { rows: readonly Lookalike[] }) {
  const { t } = useTranslation('companies');
  const styles = useStyles();
  if (rows.length === 0) return null;
  const blocked = rows.some(({ blocking }) => blocking);
  return (
    <MessageBar intent={blocked ? 'error' : 'warning'} layout="multiline" politeness="polite">
      <MessageBarBody>
        <MessageBarTitle>{blocked ? t('lookalike.blocking') : t('lookalike.title')}</MessageBarTitle>
        <ul className={styles.list}>
          {rows.map((row) => (
            <li key={row.id}>
              {row.visible ? (
                <Link to={`/companies/${row.id}`} target="_blank" rel="noreferrer" className={styles.name}>
                  {row.name}
                </Link>
              ) : (
                <Text weight="semibold">{row.name}</Text>
              )}
              <Text size={200} block className={styles.facts}>
                {[row.city, ...row.because.map((one) => t(`lookalike.because.${one}`))].filter(Boolean).join(' · ')}
              </Text>
              <Text size={200} block className={styles.facts}>
                {row.owner ? t('lookalike.with', { owner: row.owner.name }) : t('lookalike.nobody')}
                {!row.visible && row.owner && `. ${t('lookalike.ask')}`}
              </Text>
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
