import { Badge, Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listSessions, revokeSession } from '../../../service/modules/users/users.contract';
import { Section } from '../../shared/frame/Section';
import { useRead, useWrite } from '../../shared/queries';
import { useMoments } from '../../shared/time/use-moments';
import { deviceName } from './device-name';

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
  end: { flexShrink: 0 },
  device: { minWidth: 0, overflowWrap: 'anywhere' },
  used: { color: tokens.colorNeutralForeground3 },
});

const shownAtOnce = 5;

/** Where the reader is signed in; any but this place can be signed out from here. */
export function SessionsSection() {
  const { t } = useTranslation('profile');
  const styles = useStyles();
  const { moment } = useMoments();
  const { data } = useRead(listSessions, {});
  const [all, setAll] = useState(false);
  const rows = data?.rows ?? [];
  const shown = all ? rows : rows.slice(0, shownAtOnce);
  const revoke = useWrite(revokeSession, { said: t('sessions.ended'), touches: [listSessions] });
  return (
    <Section title={t('sessions.title')}>
      <ul className={styles.list}>
        {shown.map((session) => (
          <li key={session.id} className={styles.row}>
            <div className={styles.device}>
              <Text title={session.device ?? undefined}>
                {(session.device && deviceName(session.device)) ?? t('sessions.unknown')}
              </Text>{' '}
              {session.current && <Badge appearance="tint">{t('sessions.current')}</Badge>}
              <Text size={200} block className={styles.used}>
                {t('sessions.used', { moment: moment(session.lastUsedAt) })}
              </Text>
            </div>
            {!session.current && (
              <Button size="small" className={styles.end} onClick={() => revoke.mutate({ id: session.id })}>
                {t('sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {shown.length < rows.length && (
        <Link as="button" onClick={() => setAll(true)}>
          {t('sessions.showAll', { count: rows.length })}
        </Link>
      )}
    </Section>
  );
}
