import { Field, Input, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useId, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preset } from '../../../service/modules/activities/activities.contract';
import { DateInput } from '../forms/DateInput';
import { TimeInput } from '../forms/TimeInput';
import { ChoiceChips, type ChipChoice, type ChoiceChipsHandle } from '../forms/ChoiceChips';
import { addDays, dateIn } from '../time/zone-time';
import { useMoments } from '../time/use-moments';
import { useFromNow } from '../time/use-now';
import { nextMoment, type NextChoice } from './log-draft';
import type { PresetKey } from './activity-types';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  chips: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(100px, 1fr))' },
  own: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  date: { flex: '1 1 140px', minWidth: 0 },
  time: { flex: '1 1 96px', minWidth: 0 },
  // Above the form's own foot, which covers what is under it.
  reveal: { scrollMarginBottom: '72px' },
  summary: { color: tokens.colorNeutralForeground3 },
  fault: { color: tokens.colorStatusDangerForeground3 },
});

interface NextContactPickerProps {
  ref?: Ref<ChoiceChipsHandle>;
  /** The customer's zone. */
  timeZone: string;
  presets: readonly Preset[];
  value: NextChoice;
  onChange: (next: NextChoice) => void;
  /** Offers to go without a next contact, with a reason. */
  mayBeWithout?: boolean;
  fault?: string;
  'aria-labelledby'?: string;
  'aria-label'?: string;
}

/** When to be in touch next: a preset that skips days off, an own date, or a reason for none. */
export function NextContactPicker({
  ref,
  timeZone,
  presets,
  value,
  onChange,
  mayBeWithout,
  fault,
  ...aria
}: NextContactPickerProps) {
  const { t } = useTranslation(['activity', 'shared']);
  const styles = useStyles();
  const faultId = useId();
  const moments = useMoments();
  const today = useFromNow((now) => dateIn(now, moments.zone));

  const choices: ChipChoice<PresetKey | 'own' | 'without'>[] = [
    ...presets.map((preset) => ({
      value: preset.key,
      text: t(`preset.${preset.key}`),
      detail: `${dateIn(preset.at, moments.zone) === today ? t('shared:time.today') : moments.shortDay(dateIn(preset.at, moments.zone))} ${moments.time(preset.at)}`,
      title: preset.moved ? t(`moved.${preset.moved}`) : undefined,
    })),
    { value: 'own', text: t('ownDate'), detail: '…' },
    ...(mayBeWithout ? [{ value: 'without' as const, text: t('without'), detail: '—' }] : []),
  ];
  const chosen = value.mode === 'preset' ? value.key : value.mode === 'unset' ? null : value.mode;
  const choose = (key: PresetKey | 'own' | 'without' | null) => {
    if (key === null) onChange({ mode: 'unset' });
    else if (key === 'own') onChange({ mode: 'own', date: addDays(today, 1), time: '10:00' });
    else if (key === 'without') onChange({ mode: 'without', reason: '' });
    else onChange({ mode: 'preset', key });
  };
  const at = nextMoment(value, presets, moments.zone);
  const moved = value.mode === 'preset' ? presets.find((preset) => preset.key === value.key)?.moved : null;

  return (
    <div className={styles.root}>
      <ChoiceChips
        ref={ref}
        className={styles.chips}
        choices={choices}
        value={chosen}
        onChange={choose}
        clearable
        {...aria}
      />
      {value.mode === 'own' && (
        <div className={mergeClasses(styles.own, styles.reveal)} ref={reveal}>
          <Field label={t('shared:time.date')} className={styles.date}>
            <DateInput min={today} value={value.date} onChange={(date) => onChange({ ...value, date })} />
          </Field>
          <Field label={t('shared:time.time')} className={styles.time}>
            <TimeInput value={value.time} onChange={(time) => onChange({ ...value, time })} />
          </Field>
        </div>
      )}
      {value.mode === 'without' && (
        <Field label={t('withoutReason')} required className={styles.reveal} ref={reveal}>
          <Input
            value={value.reason}
            maxLength={300}
            placeholder={t('withoutHint')}
            onChange={(_, data) => onChange({ ...value, reason: data.value })}
          />
        </Field>
      )}
      {at && (
        <Text size={200} className={styles.summary}>
          {[
            `${moments.longDay(dateIn(at, moments.zone))}, ${moments.time(at)}`,
            moments.time(at, timeZone) !== moments.time(at) &&
              t('shared:time.customer', { time: moments.time(at, timeZone) }),
            moved && t(`moved.${moved}`),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      )}
      {fault && (
        <Text size={200} id={faultId} role="alert" className={styles.fault}>
          {fault}
        </Text>
      )}
    </div>
  );
}

/** What a choice opens is brought into sight. */
function reveal(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
