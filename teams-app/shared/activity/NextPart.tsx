import { Select, Text } from '@fluentui/react-components';
import { useId, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preset } from '../../../service/modules/activities/activities.contract';
import { plannableKinds } from '../../../service/modules/activities/activity-kinds';
import type { ChoiceChipsHandle } from '../forms/ChoiceChips';
import { useMoments } from '../time/use-moments';
import type { PlannableKind } from './activity-types';
import { stillPlanned, type DraftFaults, type LogDraft, type LogSubject } from './log-draft';
import { useLogFormStyles } from './log-form-styles';
import { NextContactPicker } from './NextContactPicker';

interface NextPartProps {
  chipsRef: Ref<ChoiceChipsHandle>;
  subject: LogSubject;
  draft: LogDraft;
  faults: DraftFaults;
  presets: readonly Preset[];
  onChange: (some: Partial<LogDraft>) => void;
}

/** The half of the log form about what comes next: when, and what it will be. */
export function NextPart({ chipsRef, subject, draft, faults, presets, onChange }: NextPartProps) {
  const { t } = useTranslation(['activity', 'shared']);
  const styles = useLogFormStyles();
  const { moment } = useMoments();
  const id = useId();
  const kept = draft.next.mode === 'unset' ? stillPlanned(draft, subject) : null;
  return (
    <div className={styles.group}>
      <div className={styles.row}>
        <Text size={200} className={styles.hint} id={id}>
          {t('next')}
        </Text>
        <Select
          size="small"
          appearance="filled-lighter"
          aria-label={t('nextKind')}
          value={draft.nextKind}
          onChange={(_, data) => onChange({ nextKind: data.value as PlannableKind })}
        >
          {plannableKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`shared:kind.${kind}`)}
            </option>
          ))}
        </Select>
      </div>
      <NextContactPicker
        ref={chipsRef}
        aria-labelledby={id}
        timeZone={subject.timeZone}
        presets={presets}
        value={draft.next}
        onChange={(next) => onChange({ next, nextIsOwn: next.mode !== 'unset' })}
        mayBeWithout
        fault={faults.next && t(faults.next)}
      />
      {kept && (
        <Text size={200} className={styles.hint}>
          {t('nextKept', { moment: moment(kept.at) })}
        </Text>
      )}
    </div>
  );
}
