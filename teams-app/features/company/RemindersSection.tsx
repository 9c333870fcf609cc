import { Button, makeStyles } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listReminders } from '../../../service/modules/reminders/reminders.contract';
import { Section } from '../../shared/frame/Section';
import { useRead } from '../../shared/queries';
import { ReminderForm } from '../../shared/reminders/ReminderForm';
import { ReminderLine } from '../../shared/reminders/ReminderLine';

const useStyles = makeStyles({ list: { margin: 0, padding: 0, listStyleType: 'none' } });

/** The reader's own reminders on this company. */
export function RemindersSection({ company }: { company: { id: string; name: string } }) {
  const { t } = useTranslation(['reminders', 'shared']);
  const styles = useStyles();
  const { data } = useRead(listReminders, { companyId: company.id });
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={t('ofCompany')}
      action={
        <Button
          size="small"
          appearance="subtle"
          icon={<Add16Regular />}
          aria-label={t('addHere')}
          onClick={() => setAdding(true)}
        >
          {t('shared:add')}
        </Button>
      }
    >
      <ul className={styles.list}>
        {data?.rows.map((reminder) => (
          <ReminderLine key={reminder.id} reminder={reminder} onCard />
        ))}
      </ul>
      {adding && <ReminderForm company={company} onClose={() => setAdding(false)} />}
    </Section>
  );
}
