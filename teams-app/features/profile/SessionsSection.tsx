import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { listSessions, revokeSession } from '../../../service/modules/users/users.contract';
import { Section } from '../../shared/frame/Section';
import { useRead, useWrite } from '../../shared/queries';
import { useMoments } from '../../shared/time/use-moments';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  device: { minWidth: 0, overflowWrap: 'anywhere' },
  used: { color: tokens.colorNeutralForeground3 },
});

/** Where the reader is signed in; any but this place can be signed out from here. */
export function SessionsSection() {
  const { t } = useTranslation('profile');
  const styles = useStyles();
  const { moment } = useMoments();
  const { data } = useRead(listSessions, {});
  const revoke = useWrite(revokeSession, { said: t('sessions.ended'), touches: [listSessions] });
  return (
    <Section title={t('sessions.title')}>
      <ul className={styles.list}>
        {data?.rows.map((session) => (
          <li key={session.id} className={styles.row}>
            <div className={styles.device}>
              <Text>{session.device ?? t('sessions.unknown')}</Text>{' '}
              {session.current && <Badge appearance="tint">{t('sessions.current')}</Badge>}
              <Text size={200} block className={styles.used}>
                {t('sessions.used', { moment: moment(session.lastUsedAt) })}
              </Text>
            </div>
            {!session.current && (
              <Button size="small" onClick={() => revoke.mutate({ id: session.id })}>
                {t('sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
