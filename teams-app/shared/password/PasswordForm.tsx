import { Button, Field, Input, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { changePassword } from '../../../service/modules/users/users.contract';
import { api } from '../api';
import { isApiError } from '../api-error';
import { useErrorText } from '../error-text';

const shortest = 8;

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '400px' },
  button: { alignSelf: 'flex-start' },
});

export function PasswordForm({ onChanged }: { onChanged: () => void }) {
  const { t } = useTranslation(['profile', 'shared']);
  const styles = useStyles();
  const errorText = useErrorText();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found: Record<string, string> = {};
    if (!current) found.current = t('shared:field.required');
    if (next.length < shortest) found.next = t('password.tooShort', { count: shortest });
    if (again !== next) found.again = t('password.differs');
    setFaults(found);
    setFailure(null);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      await api.call(changePassword, { current, next });
      setCurrent('');
      setNext('');
      setAgain('');
      onChanged();
    } catch (error) {
      if (isApiError(error) && error.hasFields) {
        setFaults({ ...error.fields });
      } else setFailure(errorText(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      {failure && (
        <MessageBar intent="error" role="alert">
          <MessageBarBody>{failure}</MessageBarBody>
        </MessageBar>
      )}
      <Field label={t('password.current')} required validationMessage={faults.current}>
        <Input
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={(_, data) => setCurrent(data.value)}
        />
      </Field>
      <Field label={t('password.next')} required hint={t('password.hint')} validationMessage={faults.next}>
        <Input type="password" autoComplete="new-password" value={next} onChange={(_, data) => setNext(data.value)} />
      </Field>
      <Field label={t('password.again')} required validationMessage={faults.again}>
        <Input type="password" autoComplete="new-password" value={again} onChange={(_, data) => setAgain(data.value)} />
      </Field>
      <Button type="submit" appearance="primary" className={styles.button} disabled={busy}>
        {t('password.change')}
      </Button>
    </form>
  );
}
