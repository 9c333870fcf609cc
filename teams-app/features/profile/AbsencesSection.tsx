import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Add16Regular, Delete16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nextContactPresets } from '../../../service/modules/activities/activities.contract';
import { deleteAbsence, listAbsences } from '../../../service/modules/users/users.contract';
import { Section } from '../../shared/frame/Section';
import { useRead, useWrite } from '../../shared/queries';
import { useMoments } from '../../shared/time/use-moments';
import { AbsenceForm } from './AbsenceForm';

const useStyles = makeStyles({
  intro: { display: 'block', color: tokens.colorNeutralForeground3, marginBottom: tokens.spacingVerticalXS },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    paddingBlock: '2px',
  },
});

/** Days the reader is away: no next contact is proposed for them. */
export function AbsencesSection() {
  const { t } = useTranslation(['profile', 'shared']);
  const styles = useStyles();
  const { longDay } = useMoments();
  const { data } = useRead(listAbsences, {});
  const remove = useWrite(deleteAbsence, { said: t('absences.removed'), touches: [listAbsences, nextContactPresets] });
  const [adding, setAdding] = useState(false);
  const rows = data?.rows ?? [];
  return (
    <Section
      title={t('absences.title')}
      action={
        <Button
          size="small"
          appearance="subtle"
          icon={<Add16Regular />}
          aria-label={t('absences.add')}
          onClick={() => setAdding(true)}
        >
          {t('shared:add')}
        </Button>
      }
    >
      <Text size={200} className={styles.intro}>
        {t('absences.intro')}
      </Text>
      {data && rows.length === 0 && <Text>{t('absences.empty')}</Text>}
      <ul className={styles.list}>
        {rows.map((absence) => {
          const dates =
            absence.from === absence.to ? longDay(absence.from) : `${longDay(absence.from)} — ${longDay(absence.to)}`;
          return (
            <li key={absence.id} className={styles.row}>
              <span>
                {dates}
                {absence.reason && ` · ${absence.reason}`}
              </span>
              <Button
                size="small"
                appearance="subtle"
                icon={<Delete16Regular />}
                aria-label={t('absences.remove', { dates })}
                onClick={() => remove.mutate({ id: absence.id, version: absence.version })}
              />
            </li>
          );
        })}
      </ul>
      {adding && <AbsenceForm onClose={() => setAdding(false)} />}
    </Section>
  );
}
