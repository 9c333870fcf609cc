import { Checkbox, Field, Input, Select, Text, Textarea } from '@fluentui/react-components';
import { useId, type KeyboardEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutcomeView } from '../../../service/modules/activities/activities.contract';
import { activityKinds, type ActivityKind } from '../../../service/modules/activities/activity-kinds';
import { ChoiceChips, type ChoiceChipsHandle } from '../forms/ChoiceChips';
import { useMoments } from '../time/use-moments';
import { plannedFor, type DraftFaults, type LogDraft, type LogSubject } from './log-draft';
import { useLogFormStyles } from './log-form-styles';

interface DonePartProps {
  outcomeRef: Ref<ChoiceChipsHandle>;
  kindRef: Ref<HTMLSelectElement>;
  subject: LogSubject;
  draft: LogDraft;
  faults: DraftFaults;
  outcomes: readonly OutcomeView[];
  onChange: (some: Partial<LogDraft>) => void;
  onOutcome: (outcome: OutcomeView | null) => void;
  onSubmit: () => void;
}

/** The half of the log form about what was done: its kind, outcome, words, with whom. */
export function DonePart({ outcomeRef, kindRef, subject, draft, faults, outcomes, ...on }: DonePartProps) {
  const { t } = useTranslation(['activity', 'shared']);
  const styles = useLogFormStyles();
  const { moment } = useMoments();
  const id = useId();
  const planned = plannedFor(draft, subject);
  // A note of one line is sent by Enter; once it has a second line, Enter makes lines.
  const onNoteKey = (event: KeyboardEvent) => {
    const plain = event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey;
    if (!plain || event.nativeEvent.isComposing || draft.note.includes('\n')) return;
    event.preventDefault();
    on.onSubmit();
  };

  return (
    <div className={styles.part}>
      <div className={styles.row}>
        {!subject.about && (
          <Select
            ref={kindRef}
            aria-label={t('kind')}
            value={draft.kind}
            onChange={(_, data) => on.onChange({ kind: data.value as ActivityKind, outcomeId: null })}
          >
            {activityKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`shared:kind.${kind}`)}
              </option>
            ))}
          </Select>
        )}
        {planned && (
          <Checkbox
            checked={draft.completesPlanned}
            label={<Text size={200}>{t('completes', { moment: moment(planned.at) })}</Text>}
            onChange={(_, data) => on.onChange({ completesPlanned: data.checked === true })}
          />
        )}
      </div>
      {outcomes.length > 0 && (
        <div className={styles.group}>
          <Text size={200} className={styles.hint} id={id}>
            {t('outcome')}
          </Text>
          <ChoiceChips
            ref={outcomeRef}
            aria-labelledby={id}
            choices={outcomes.map((outcome) => ({ value: outcome.id, text: outcome.name }))}
            value={draft.outcomeId}
            onChange={(chosen) => on.onOutcome(outcomes.find((outcome) => outcome.id === chosen) ?? null)}
            clearable
          />
          {faults.outcome && (
            <Text size={200} role="alert" className={styles.fault}>
              {t(faults.outcome)}
            </Text>
          )}
        </div>
      )}
      <Field validationMessage={faults.note && t(faults.note)}>
        <Textarea
          aria-label={t('note')}
          value={draft.note}
          maxLength={10000}
          resize="vertical"
          rows={2}
          placeholder={t(`notePlaceholder.${draft.kind}`)}
          title={t('enterHint')}
          onChange={(_, data) => on.onChange({ note: data.value })}
          onKeyDown={onNoteKey}
        />
      </Field>
      <div className={styles.row}>
        <div className={styles.contact}>
          <Select
            aria-label={t('contact')}
            value={draft.contactId ?? subject.mainContactId ?? ''}
            onChange={(_, data) => on.onChange({ contactId: data.value })}
          >
            <option value="">{t('noContact')}</option>
            {subject.contacts.map((contact) => (
              <option key={contact.id} value={contact.id}>
                {contact.position ? `${contact.name}, ${contact.position}` : contact.name}
              </option>
            ))}
          </Select>
        </div>
        {draft.kind !== 'email' && (
          <div className={styles.minutes}>
            <Input
              style={{ width: '100%' }}
              aria-label={t('minutes')}
              placeholder={t('minutes')}
              inputMode="numeric"
              maxLength={4}
              value={draft.minutes}
              onChange={(_, data) => on.onChange({ minutes: data.value.replace(/\D/g, '') })}
            />
          </div>
        )}
      </div>
    </div>
  );
}
