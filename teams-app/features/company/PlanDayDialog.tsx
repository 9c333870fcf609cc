import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { logActivity } from '../../../service/modules/activities/activities.contract';
import { plannableKinds } from '../../../service/modules/activities/activity-kinds';
import type { CompanyCard } from '../../../service/modules/companies/companies.contract';
import { ActivityItem } from '../../shared/activity/ActivityItem';
import type { PlannableKind } from '../../shared/activity/activity-types';
import { touchedByActivity } from '../../shared/activity/touched';
import { TimeInput } from '../../shared/forms/TimeInput';
import { useWrite } from '../../shared/queries';
import { dateIn, instantIn, parseMinutes } from '../../shared/time/zone-time';
import { useMoments } from '../../shared/time/use-moments';
import { useNow } from '../../shared/time/use-now';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  pair: { display: 'flex', gap: tokens.spacingHorizontalM },
  hint: { color: tokens.colorNeutralForeground3 },
});

interface PlanDayDialogProps {
  card: CompanyCard;
  date: string;
  onClose: () => void;
}

/** A day of the calendar: what is planned on it, and a form to plan more. */
export function PlanDayDialog({ card, date, onClose }: PlanDayDialogProps) {
  const { t } = useTranslation(['company', 'shared', 'activity']);
  const styles = useStyles();
  const moments = useMoments();
  const now = useNow();
  const [kind, setKind] = useState<PlannableKind>('call');
  const [time, setTime] = useState('10:00');
  const [note, setNote] = useState('');
  const planned = card.planned.filter((activity) => dateIn(activity.at, moments.zone) === date);
  const minutes = parseMinutes(time);
  const at = minutes === null ? null : instantIn(date, minutes, moments.zone);
  const isPast = at !== null && Date.parse(at) <= now;
  const plan = useWrite(logActivity, {
    said: ({ activity }) => t('calendar.done', { moment: moments.moment(activity.at) }),
    touches: touchedByActivity(card.id),
    onWritten: onClose,
  });
  const mayPlan = card.can.logActivity && date >= moments.today();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (at && !isPast) plan.mutate({ id: crypto.randomUUID(), companyId: card.id, kind, status: 'planned', at, note });
  };

  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{moments.longDay(date)}</DialogTitle>
            <DialogContent className={styles.content}>
              {planned.map((activity) => (
                <ActivityItem key={activity.id} activity={activity} company={card} />
              ))}
              {mayPlan && (
                <>
                  <div className={styles.pair}>
                    <Field label={t('calendar.kind')}>
                      <Select value={kind} onChange={(_, data) => setKind(data.value as PlannableKind)}>
                        {plannableKinds.map((one) => (
                          <option key={one} value={one}>
                            {t(`shared:kind.${one}`)}
                          </option>
                        ))}
                      </Select>
                    </Field>
                    <Field label={t('calendar.time')} validationMessage={isPast ? t('activity:pastDate') : undefined}>
                      <TimeInput value={time} onChange={setTime} />
                    </Field>
                  </div>
                  {at && (
                    <Text size={200} className={styles.hint}>
                      {t('shared:time.customer', { time: moments.time(at, card.timeZone) })}
                    </Text>
                  )}
                  <Field label={t('calendar.note')}>
                    <Input value={note} maxLength={2000} onChange={(_, data) => setNote(data.value)} />
                  </Field>
                </>
              )}
            </DialogContent>
            <DialogActions>
              {mayPlan && (
                <Button type="submit" appearance="primary" disabled={!at || isPast || plan.isPending}>
                  {t('calendar.plan')}
                </Button>
              )}
              <Button onClick={onClose}>{t('shared:close')}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
