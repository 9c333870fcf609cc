import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router-dom';
import { getCompany } from '../../../service/modules/companies/companies.contract';
import type { CallRow } from '../../../service/modules/activities/activities.contract';
import { ActivityLine } from '../../shared/activity/ActivityLine';
import { subjectOfCard, type LogInput, type LogSubject } from '../../shared/activity/log-draft';
import { LogForm, type LogFormHandle } from '../../shared/activity/LogForm';
import { useRead } from '../../shared/queries';
import { CompanyGlance } from '../../shared/company/CompanyGlance';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, paddingBottom: '16px' },
  section: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: tokens.spacingVerticalM },
  heading: { margin: '0 0 4px' },
  link: { color: tokens.colorBrandForegroundLink, fontSize: tokens.fontSizeBase200 },
});

interface CallWorkProps {
  row: CallRow;
  formRef?: Ref<LogFormHandle>;
  failure: string | null;
  mayLog: boolean;
  onSubmit: (input: LogInput) => void;
}

/** One company to talk to: who it is, the form to log, what was before. Starts with what the list knows already. */
export function CallWork({ row, formRef, failure, mayLog, onSubmit }: CallWorkProps) {
  const { t } = useTranslation(['calls', 'activity']);
  const styles = useStyles();
  const { data: card } = useRead(getCompany, { id: row.id }, { staleTime: 60_000 });
  const history = card && [...card.pinned, ...card.activities.filter((activity) => !activity.pinned)].slice(0, 6);
  return (
    <div className={styles.root}>
      <CompanyGlance row={row} card={card} />
      {mayLog && (card?.can.logActivity ?? true) && (
        <section className={styles.section}>
          <LogForm
            key={row.id}
            ref={formRef}
            subject={card ? subjectOfCard(card) : subjectOfRow(row)}
            saveText={t('activity:logAndNext')}
            failure={failure}
            onSubmit={onSubmit}
          />
        </section>
      )}
      {history && (
        <section className={styles.section} aria-label={t('history')}>
          <Text as="h3" weight="semibold" block className={styles.heading}>
            {t('history')}
          </Text>
          {history.length === 0 && <Text size={200}>{t('historyEmpty')}</Text>}
          {history.map((activity) => (
            <ActivityLine key={activity.id} activity={activity} />
          ))}
          {history.length > 0 && (
            <RouterLink to={`/companies/${row.id}`} className={styles.link}>
              {t('wholeHistory')}
            </RouterLink>
          )}
        </section>
      )}
    </div>
  );
}

function subjectOfRow(row: CallRow): LogSubject {
  return {
    id: row.id,
    name: row.name,
    timeZone: row.timeZone,
    contacts: row.contact ? [row.contact] : [],
    mainContactId: row.contact?.id ?? null,
    planned: row.nextContact
      ? [{ id: row.nextContact.activityId, kind: row.nextContact.kind, at: row.nextContact.at }]
      : [],
  };
}
