import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { lookUpMail, mailState, unlogMail, type LoggedView } from '../../../service/modules/mail/mail.contract';
import { useRead, useWrite } from '../../../teams-app/shared/queries';
import { touchedByActivity } from '../../../teams-app/shared/activity/touched';
import { useMoments } from '../../../teams-app/shared/time/use-moments';
import { markLogged } from '../../office/categories';
import { useBeside, useCurrentItem } from '../../open-item';

/** A colleague’s press is seen here within five seconds. */
const askEveryMs = 4000;

/** Who has logged the open item, as the service knows it now. */
export function useLogged(known: LoggedView[]): LoggedView[] {
  const { item } = useBeside();
  const { data } = useRead(
    mailState,
    { key: item.key ?? '' },
    { enabled: item.key !== null, refetchInterval: askEveryMs, refetchOnWindowFocus: true, staleTime: 0 },
  );
  return data?.logged ?? known;
}

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minHeight: '32px',
    padding: '4px 8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusSuccessBackground1,
  },
  icon: { color: tokens.colorStatusSuccessForeground1 },
});

/** «✓ Записал Лугов 12.03 14:05»: one line for each company the item is logged on. */
export function LoggedLines({ logged, companyId }: { logged: LoggedView[]; companyId?: string }) {
  return logged.map((one) => <LoggedLine key={one.id} logged={one} here={one.company?.id === companyId} />);
}

function LoggedLine({ logged, here }: { logged: LoggedView; here: boolean }) {
  const { t } = useTranslation('pane');
  const styles = useStyles();
  const { moment } = useMoments();
  const { open } = useBeside();
  const current = useCurrentItem();
  const { company, by, at } = logged;
  const unlog = useWrite(unlogMail, {
    said: t('unlogged'),
    final: true,
    touches: [mailState, lookUpMail, ...(company ? touchedByActivity(company.id) : [])],
    onWritten: () => void current.during(open, () => markLogged(false)).catch(() => undefined),
  });
  const where = !here && company ? t('loggedOn', { company: company.name }) : null;
  return (
    <div className={styles.line} role="status">
      <CheckmarkCircle16Filled className={styles.icon} aria-hidden />
      <Text size={200}>
        {t('loggedBy', { name: by?.name ?? t('somebody'), moment: moment(at) })}
        {where && ` · ${where}`}
      </Text>
      {logged.can.unlog && (
        <Button
          appearance="subtle"
          size="small"
          disabledFocusable={unlog.isPending}
          onClick={() => unlog.mutate({ id: logged.id, version: logged.version })}
        >
          {t('unlog')}
        </Button>
      )}
    </div>
  );
}
