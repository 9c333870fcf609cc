import {
  Button,
  Input,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  type InputProps,
} from '@fluentui/react-components';
import { CalendarLtr16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MonthCalendar } from '../time/MonthCalendar';
import { parseTypedDate, typedDate } from '../time/typed-time';
import { useMoments } from '../time/use-moments';
import { useMedia } from '../use-media';

const useStyles = makeStyles({
  root: { minWidth: '132px', '& input': { minWidth: 0 } },
  surface: { padding: '8px' },
});

export interface DateInputProps extends Pick<
  InputProps,
  'id' | 'name' | 'size' | 'className' | 'aria-label' | 'aria-labelledby' | 'aria-describedby'
> {
  /** `YYYY-MM-DD`, empty when there is none. */
  value: string;
  onChange: (date: string) => void;
  min?: string;
  max?: string;
}

/** A date typed or picked. The browser's own field speaks the browser's language; fingers still get their wheel. */
export function DateInput({ value, onChange, min, max, ...props }: DateInputProps) {
  const { t } = useTranslation();
  const styles = useStyles();
  const { today } = useMoments();
  const touch = useMedia('(pointer: coarse)');
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  if (touch) {
    return (
      <Input {...props} type="date" value={value} min={min} max={max} onChange={(_, data) => onChange(data.value)} />
    );
  }

  const settle = () => {
    if (typed === null) return;
    const date = parseTypedDate(typed, today());
    if (date || !typed.trim()) onChange(date ?? '');
    setTyped(null);
  };
  return (
    <Input
      {...props}
      className={props.className ?? styles.root}
      value={typed ?? (value && typedDate(value))}
      placeholder={t('time.dateFormat')}
      onChange={(_, data) => setTyped(data.value)}
      onBlur={settle}
      onKeyDown={(event) => event.key === 'Enter' && settle()}
      contentAfter={
        <Popover open={open} onOpenChange={(_, data) => setOpen(data.open)} trapFocus positioning="below-end">
          <PopoverTrigger disableButtonEnhancement>
            <Button
              size="small"
              appearance="transparent"
              icon={<CalendarLtr16Regular />}
              aria-label={t('time.pickDate')}
            />
          </PopoverTrigger>
          <PopoverSurface className={styles.surface} aria-label={t('time.pickDate')}>
            <MonthCalendar
              value={value}
              isUsable={(date) => (!min || date >= min) && (!max || date <= max)}
              onPick={(date) => {
                onChange(date);
                setOpen(false);
              }}
            />
          </PopoverSurface>
        </Popover>
      }
    />
  );
}
