import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Account } from '../../mailbox/letter';
import { useTexts } from '../shared/TextsProvider';
import { useOutlookState } from './outlook-context';
import { StandMenu } from './StandMenu';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    minHeight: '44px',
    padding: '0 12px 0 16px',
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  notice: {
    border: `1px solid ${tokens.colorNeutralForegroundOnBrand}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: '2px 8px',
  },
  end: { marginLeft: 'auto', display: 'flex', alignItems: 'center', gap: '12px' },
});

export function TopBar({ accounts }: { accounts: Account[] }) {
  const { mail, standIn } = useTexts();
  const { account } = useOutlookState();
  const styles = useStyles();
  return (
    <header className={styles.bar}>
      <Text as="h1" weight="semibold" size={400} style={{ margin: 0 }}>
        {mail.name}
      </Text>
      <Text size={200} className={styles.notice}>
        {standIn.outlook}
      </Text>
      <div className={styles.end}>
        <Text>{account.name}</Text>
        <StandMenu accounts={accounts} />
      </div>
    </header>
  );
}
