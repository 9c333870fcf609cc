import { Button, Field, Input, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  clearCalendarDay,
  dayKinds,
  listCalendarDays,
  setCalendarDay,
  type CalendarDay,
  type Country,
} from '../../../../service/modules/working-time/working-time.contract';
import { useSend } from '../../../shared/queries';
import { useMoments } from '../../../shared/time/use-moments';
import type { DayKind } from './year-days';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    width: 'min(260px, calc(100vw - 64px))',
  },
  title: { margin: 0 },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
});

interface DayFormProps {
  date: string;
  country: Country;
  /** Null is a day of the plain week. */
  day: CalendarDay | null;
  onDone: () => void;
}

/** What one date is in one country's calendar. */
export function DayForm({ date, country, day, onDone }: DayFormProps) {
  const { t } = useTranslation(['admin', 'shared']);
  const styles = useStyles();
  const { longDay } = useMoments();
  const send = useSend();
  const [kind, setKind] = useState<DayKind>(day?.kind ?? 'plain');
  const [title, setTitle] = useState(day?.title ?? '');
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const options = {
      said: t('calendars.saved', { date: longDay(date), kind: t(`calendars.kind.${kind}`) }),
      touches: [listCalendarDays],
    };
    setBusy(true);
    try {
      if (kind !== 'plain') await send(setCalendarDay, { country, date, kind, title }, options);
      else if (day) await send(clearCalendarDay, { country, date }, options);
      onDone();
    } catch {
      // The toast has told why.
      setBusy(false);
    }
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <Text as="h3" weight="semibold" block className={styles.title}>
        {longDay(date)}
      </Text>
      <RadioGroup
        aria-label={t('calendars.dayTitle')}
        value={kind}
        onChange={(_, { value }) => setKind(value as DayKind)}
      >
        {(['plain', ...dayKinds] as const).map((one) => (
          <Radio key={one} value={one} label={t(`calendars.kind.${one}`)} />
        ))}
      </RadioGroup>
      {kind !== 'plain' && (
        <Field label={t('calendars.title')}>
          <Input
            value={title}
            maxLength={120}
            placeholder={t('calendars.titleHint')}
            onChange={(_, { value }) => setTitle(value)}
          />
        </Field>
      )}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabled={busy}>
          {t('shared:save')}
        </Button>
        <Button onClick={onDone}>{t('shared:cancel')}</Button>
      </div>
    </form>
  );
}
