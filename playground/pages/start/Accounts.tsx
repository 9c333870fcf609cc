import { Link, makeStyles, Text, Title3, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Account } from '../../mailbox/letter';
import { readAccounts } from '../shared/ask';
import { useTexts } from '../shared/TextsProvider';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '8px' },
  title: { margin: 0 },
  people: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
    gap: '8px 24px',
  },
  role: { display: 'block', color: tokens.colorNeutralForeground3 },
});

/** Who the demo has; each opens the mail as himself. */
export function Accounts() {
  const { start } = useTexts();
  const styles = useStyles();
  const [accounts, setAccounts] = useState<Account[] | 'failed'>([]);
  useEffect(() => {
    void readAccounts().then(setAccounts, () => setAccounts('failed'));
  }, []);
  return (
    <section className={styles.section}>
      <Title3 as="h2" className={styles.title}>
        {start.whoTitle}
      </Title3>
      <Text>{start.who}</Text>
      {accounts === 'failed' ? (
        <Text role="alert">{start.failed}</Text>
      ) : (
        <ul className={styles.people}>
          {accounts.map(({ login, name, role }) => (
            <li key={login}>
              <Link href={`./outlook.html?account=${encodeURIComponent(login)}`}>{name}</Link>
              <Text size={200} className={styles.role}>
                {role}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
