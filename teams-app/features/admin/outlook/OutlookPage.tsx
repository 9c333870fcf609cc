import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CalendarSync24Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import {
  listMailboxes,
  retryMailbox,
  updateMailbox,
  type MailboxView,
} from '../../../../service/modules/calendar/calendar.contract';
import { narrow } from '../../../shared/frame/breakpoints';
import { Message } from '../../../shared/frame/Message';
import { Section } from '../../../shared/frame/Section';
import { RecordTable } from '../../../shared/lists/RecordTable';
import { useRead, useSend, useWrite } from '../../../shared/queries';
import { useNotify } from '../../../shared/toasts/notify-context';
import { AdminSection } from '../AdminSection';
import { AccessCheckSection } from './AccessCheckSection';
import { MailboxCard } from './MailboxCard';
import { SetUpSteps } from './SetUpSteps';
import { useMailboxColumns } from './use-mailbox-columns';

const useStyles = makeStyles({
  root: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: '4px 16px 24px',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  intro: { color: tokens.colorNeutralForeground3 },
  table: { display: 'flex', flexDirection: 'column', minHeight: '240px', height: '48vh', [narrow]: { height: '70vh' } },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
});

/** Everybody's calendar: who is connected, how it goes, and the proof of what the program may open. */
export function OutlookPage() {
  const { t } = useTranslation('calendar');
  const styles = useStyles();
  const { data } = useRead(listMailboxes, {}, { refetchInterval: 5000 });
  const send = useSend();
  const notify = useNotify();
  const retry = useWrite(retryMailbox, { said: t('health.retried'), final: true, touches: [listMailboxes] });
  const write = useWrite(updateMailbox, { touches: [listMailboxes] });
  const columns = useMailboxColumns();
  const free = data?.rows.filter(({ connected, address }) => !connected && address) ?? [];
  const connectAll = async () => {
    for (const { user, version } of free)
      await send(updateMailbox, { id: user.id, version, connected: true }, { touches: [] }).catch(() => undefined);
    notify.done(t('admin.connectedAll', { count: free.length }));
  };
  const buttons = ({ user, version, connected, address, health }: MailboxView) => (
    <div className={styles.buttons}>
      {connected && health.fault && (
        <Button
          size="small"
          aria-label={t('admin.retryOf', { name: user.name })}
          onClick={() => retry.mutate({ id: user.id })}
        >
          {t('health.retry')}
        </Button>
      )}
      <Button
        size="small"
        disabled={write.isPending || (!connected && !address)}
        aria-label={t(connected ? 'admin.disconnectOf' : 'admin.connectOf', { name: user.name })}
        onClick={() => write.mutate({ id: user.id, version, connected: !connected })}
      >
        {t(connected ? 'admin.disconnect' : 'admin.connect')}
      </Button>
    </div>
  );

  return (
    <AdminSection
      name="outlook"
      actions={
        data && data.offered !== 'off' && free.length > 0 ? (
          <Button onClick={() => void connectAll()}>{t('admin.connectAll')}</Button>
        ) : undefined
      }
    >
      <div className={styles.root}>
        <Text size={200} className={styles.intro}>
          {t('admin.intro')}
          {data?.offered === 'stand-in' && ` ${t('standIn')}`}
        </Text>
        {data?.offered === 'off' && (
          <Message icon={<CalendarSync24Regular />} title={t('admin.offTitle')} text={t('admin.offText')} />
        )}
        {data && data.offered !== 'off' && (
          <>
            <div className={styles.table}>
              <RecordTable
                aria-label={t('admin.list')}
                rows={data.rows.map((row) => ({ ...row, id: row.user.id }))}
                columns={columns}
                labelOf={({ user }) => user.name}
                onOpen={() => undefined}
                actions={buttons}
                card={(row) => <MailboxCard row={row} buttons={buttons(row)} />}
              />
            </div>
            <AccessCheckSection />
          </>
        )}
        {data && (
          <Section title={t('admin.howTo')}>
            <SetUpSteps />
          </Section>
        )}
      </div>
    </AdminSection>
  );
}
