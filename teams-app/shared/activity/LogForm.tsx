import { Button, mergeClasses, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useImperativeHandle, useRef, type FormEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChoiceChipsHandle } from '../forms/ChoiceChips';
import { DonePart } from './DonePart';
import type { LogInput, LogSubject } from './log-draft';
import { useLogFormStyles } from './log-form-styles';
import { NextPart } from './NextPart';
import { useLogDraft } from './use-log-draft';
import { useOutcomes } from './use-outcomes';
import { usePresets } from './use-presets';

export interface LogFormHandle {
  focusOutcome: () => void;
  focusSave: () => void;
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
  const { t } = useTranslation('activity');
  const styles = useLogFormStyles();
  const outcomeChips = useRef<ChoiceChipsHandle>(null);
  const nextChips = useRef<ChoiceChipsHandle>(null);
  const kind = useRef<HTMLSelectElement>(null);
  const save = useRef<HTMLButtonElement>(null);
  const { draft, faults, change, chooseOutcome, check } = useLogDraft(subject);
  const outcomes = useOutcomes(draft.kind);
  const presets = usePresets(subject.id);

  useImperativeHandle(ref, () => ({
    focusOutcome: () => (outcomes.length > 0 ? outcomeChips : kind).current?.focus(),
    focusSave: () => save.current?.focus(),
  }));

  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (busy) return;
    const checked = check(presets);
    if ('input' in checked) onSubmit(checked.input);
    else if (checked.faults.outcome) outcomeChips.current?.focus();
    else if (checked.faults.next) nextChips.current?.focus();
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
        <DonePart
          outcomeRef={outcomeChips}
          kindRef={kind}
          subject={subject}
          draft={draft}
          faults={faults}
          outcomes={outcomes}
          onChange={change}
          onOutcome={chooseOutcome}
          onSubmit={submit}
        />
        <NextPart
          chipsRef={nextChips}
          subject={subject}
          draft={draft}
          faults={faults}
          presets={presets}
          onChange={change}
        />
        <div className={mergeClasses(styles.foot, styles.whole)}>
          <Button ref={save} type="submit" appearance="primary" className={styles.save} disabledFocusable={busy}>
            {busy ? t('logging') : saveText}
          </Button>
        </div>
      </form>
    </div>
  );
}
