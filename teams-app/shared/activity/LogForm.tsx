import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  Select,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useId, useImperativeHandle, useRef, useState, type FormEvent, type KeyboardEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { activityKinds, plannableKinds, type ActivityKind } from '../../../service/modules/activities/activity-kinds';
import { coarse } from '../frame/breakpoints';
import { ChoiceChips, type ChoiceChipsHandle } from '../forms/ChoiceChips';
import { useMe } from '../session';
import { useMoments } from '../time/use-moments';
import type { PlannableKind } from './kinds';
import {
  keepDraft,
  keptDraft,
  newDraft,
  plannedFor,
  readDraft,
  stillPlanned,
  type DraftFaults,
  type LogDraft,
  type LogInput,
  type LogSubject,
} from './log-draft';
import { NextContactPicker } from './NextContactPicker';
import { useOutcomes } from './use-outcomes';
import { usePresets } from './use-presets';

const useStyles = makeStyles({
  // Where there is room, what was done stands beside what comes next.
  container: { containerType: 'inline-size' },
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
    '@container (min-width: 600px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
  },
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  whole: { gridColumn: '1 / -1' },
  kind: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
  },
  group: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  pair: { display: 'flex', gap: tokens.spacingHorizontalS },
  // A native select is as wide as its longest choice unless told otherwise.
  contact: { flexGrow: 1, minWidth: 0, '& select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } },
  minutes: { width: '84px', flexShrink: 0, '& input': { minWidth: 0 } },
  hint: { color: tokens.colorNeutralForeground3 },
  fault: { color: tokens.colorStatusDangerForeground3 },
  // In sight however long the form is.
  foot: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    paddingBlock: '8px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  save: { [coarse]: { minHeight: '44px', width: '100%' } },
});

export interface LogFormHandle {
  focusOutcome: () => void;
  focusNext: () => void;
}

interface LogFormProps {
  ref?: Ref<LogFormHandle>;
  subject: LogSubject;
  saveText: string;
  busy?: boolean;
  /** Why the last attempt was refused. */
  failure?: string | null;
  onSubmit: (input: LogInput) => void;
}

/**
 * Writes down what was done and sets the next contact: an outcome, a date, save. Shared by the call list, the company's
 * card and the Outlook pane. Give it `key={company.id}`: what is typed is kept per company.
 */
export function LogForm({ ref, subject, saveText, busy, failure, onSubmit }: LogFormProps) {
  const { t } = useTranslation(['activity', 'shared']);
  const styles = useStyles();
  const { timeZone } = useMe();
  const { moment } = useMoments();
  const id = useId();
  const outcomeChips = useRef<ChoiceChipsHandle>(null);
  const kindSelect = useRef<HTMLSelectElement>(null);
  const nextChips = useRef<ChoiceChipsHandle>(null);
  const [draft, setDraft] = useState<LogDraft>(() => keptDraft(subject.id) ?? newDraft(subject));
  const [faults, setFaults] = useState<DraftFaults>({});
  const outcomes = useOutcomes(draft.kind);
  const presets = usePresets(subject.id);
  const planned = plannedFor(draft, subject);
  const kept = draft.next.mode === 'unset' ? stillPlanned(draft, subject) : null;

  useImperativeHandle(ref, () => ({
    focusOutcome: () => (outcomes.length > 0 ? outcomeChips : kindSelect).current?.focus(),
    focusNext: () => nextChips.current?.focus(),
  }));

  const change = (some: Partial<LogDraft>) => {
    const next = { ...draft, ...some };
    setDraft(next);
    keepDraft(subject.id, next);
    setFaults({});
  };
  const chooseOutcome = (outcomeId: string | null) => {
    const preset = outcomes.find((outcome) => outcome.id === outcomeId)?.preset;
    change({
      outcomeId,
      ...(!draft.nextIsOwn && { next: preset ? { mode: 'preset', key: preset } : { mode: 'unset' } }),
    });
  };
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (busy) return;
    const read = readDraft(draft, subject, presets, timeZone, Date.now());
    if ('input' in read) return onSubmit(read.input);
    setFaults(read.faults);
    if (read.faults.outcome) outcomeChips.current?.focus();
    else if (read.faults.next) nextChips.current?.focus();
  };
  // A note of one line is sent by Enter; once it has a second line, Enter makes lines.
  const onNoteKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing && !draft.note.includes('\n')) {
      submit(event);
    }
  };

  return (
    <div className={styles.container}>
      <form
        className={styles.form}
        aria-label={t('formTitle')}
        onSubmit={submit}
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && submit(event)}
      >
        {failure && (
          <MessageBar intent="error" role="alert" layout="multiline" className={styles.whole}>
            <MessageBarBody>{failure}</MessageBarBody>
          </MessageBar>
        )}
        <div className={styles.part}>
          <div className={styles.kind}>
            <Select
              ref={kindSelect}
              aria-label={t('kind')}
              value={draft.kind}
              onChange={(_, data) => change({ kind: data.value as ActivityKind, outcomeId: null })}
            >
              {activityKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`shared:kind.${kind}`)}
                </option>
              ))}
            </Select>
            {planned && (
              <Checkbox
                checked={draft.completesPlanned}
                label={<Text size={200}>{t('completes', { moment: moment(planned.at) })}</Text>}
                onChange={(_, data) => change({ completesPlanned: data.checked === true })}
              />
            )}
          </div>
          {outcomes.length > 0 && (
            <div className={styles.group}>
              <Text size={200} className={styles.hint} id={`${id}-outcome`}>
                {t('outcome')}
              </Text>
              <ChoiceChips
                ref={outcomeChips}
                aria-labelledby={`${id}-outcome`}
                choices={outcomes.map((outcome) => ({ value: outcome.id, text: outcome.name }))}
                value={draft.outcomeId}
                onChange={chooseOutcome}
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
              onChange={(_, data) => change({ note: data.value })}
              onKeyDown={onNoteKey}
            />
          </Field>
          <div className={styles.pair}>
            <div className={styles.contact}>
              <Select
                aria-label={t('contact')}
                value={draft.contactId ?? subject.mainContactId ?? ''}
                onChange={(_, data) => change({ contactId: data.value })}
              >
                <option value="">{t('noContact')}</option>
                {subject.contacts.map((contact) => (
                  <option key={contact.id} value={contact.id}>
                    {contact.position ? `${contact.name}, ${contact.position}` : contact.name}
                  </option>
                ))}
              </Select>
            </div>
            <div className={styles.minutes}>
              <Input
                style={{ width: '100%' }}
                aria-label={t('minutes')}
                placeholder={t('minutes')}
                inputMode="numeric"
                maxLength={4}
                value={draft.minutes}
                onChange={(_, data) => change({ minutes: data.value.replace(/\D/g, '') })}
              />
            </div>
          </div>
        </div>
        <div className={styles.group}>
          <div className={styles.head}>
            <Text size={200} className={styles.hint} id={`${id}-next`}>
              {t('next')}
            </Text>
            <Select
              size="small"
              appearance="filled-lighter"
              aria-label={t('nextKind')}
              value={draft.nextKind}
              onChange={(_, data) => change({ nextKind: data.value as PlannableKind })}
            >
              {plannableKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`shared:kind.${kind}`)}
                </option>
              ))}
            </Select>
          </div>
          <NextContactPicker
            ref={nextChips}
            aria-labelledby={`${id}-next`}
            timeZone={subject.timeZone}
            presets={presets}
            value={draft.next}
            onChange={(next) => change({ next, nextIsOwn: next.mode !== 'unset' })}
            mayBeWithout
            fault={faults.next && t(faults.next)}
          />
          {kept && (
            <Text size={200} className={styles.hint}>
              {t('nextKept', { moment: moment(kept.at) })}
            </Text>
          )}
        </div>
        <div className={mergeClasses(styles.foot, styles.whole)}>
          <Button type="submit" appearance="primary" className={styles.save} disabled={busy}>
            {busy ? t('logging') : saveText}
          </Button>
        </div>
      </form>
    </div>
  );
}
