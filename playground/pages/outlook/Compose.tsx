import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Textarea,
} from '@fluentui/react-components';
import { DeleteRegular, SendRegular } from '@fluentui/react-icons';
import { useState, useSyncExternalStore } from 'react';
import type { Draft, DraftState } from '../../office/draft';
import { readRecipients, writeRecipients } from '../../outlook/sent-letter';
import { useTexts } from '../shared/TextsProvider';
import { useOutlook, useOutlookState } from './outlook-context';
import { runOnSend } from './run-on-send';

const useStyles = makeStyles({
  form: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: '8px', padding: '16px 20px' },
  buttons: { display: 'flex', gap: '8px' },
  grow: { flexGrow: 1, minHeight: 0 },
  text: { height: '100%', '& > textarea': { maxHeight: 'none', height: '100%' } },
});

export function Compose({ draft }: { draft: Draft }) {
  const { mail } = useTexts();
  const outlook = useOutlook();
  const { sending, refusal } = useOutlookState();
  const { to, cc, subject, text } = useDraft(draft);
  const styles = useStyles();
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void outlook.send(runOnSend);
      }}
    >
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" icon={<SendRegular />} disabled={sending || to.length === 0}>
          {sending ? mail.sending : mail.send}
        </Button>
        <Button icon={<DeleteRegular />} disabled={sending} onClick={() => outlook.change({ draft: null })}>
          {mail.discard}
        </Button>
      </div>
      {refusal !== null && (
        <MessageBar intent="error">
          <MessageBarBody>
            <MessageBarTitle>{mail.refused}</MessageBarTitle>
            {refusal}
          </MessageBarBody>
        </MessageBar>
      )}
      <Recipients label={mail.to} people={to} onChange={(people) => draft.change({ to: people })} />
      <Recipients label={mail.cc} people={cc} onChange={(people) => draft.change({ cc: people })} />
      <Field label={mail.subject}>
        <Input value={subject} onChange={(_, { value }) => draft.change({ subject: value })} />
      </Field>
      <div className={styles.grow}>
        <Textarea
          className={styles.text}
          style={{ width: '100%' }}
          aria-label={mail.text}
          value={text}
          onChange={(_, { value }) => draft.change({ text: value })}
        />
      </div>
    </form>
  );
}

interface RecipientsProps {
  label: string;
  people: DraftState['to'];
  onChange(people: DraftState['to']): void;
}

/** Addresses become recipients when the field is left, as in Outlook. */
function Recipients({ label, people, onChange }: RecipientsProps) {
  const known = writeRecipients(people);
  const [typed, setTyped] = useState<string | null>(null);
  const leave = () => {
    if (typed !== null && typed !== known) onChange(readRecipients(typed));
    setTyped(null);
  };
  return (
    <Field label={label}>
      <Input
        value={typed ?? known}
        onChange={(_, { value }) => setTyped(value)}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          leave();
        }}
      />
    </Field>
  );
}

function useDraft(draft: Draft): DraftState {
  return useSyncExternalStore(draft.listen, () => draft.state);
}
