import { Button, Field, Input, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../../service/modules/users/users.contract';
import { useErrorText } from '../error-text';
import { enter } from './enter';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

interface SignInFormProps {
  /** Who signs in again: only his password is asked for. */
  login?: string;
  onEntered: (user: Me) => void;
}

export function SignInForm({ login: known, onEntered }: SignInFormProps) {
  const { t } = useTranslation('signIn');
  const styles = useStyles();
  const errorText = useErrorText();
  const [login, setLogin] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      onEntered(await enter(login, password));
    } catch (error) {
      setFailure(errorText(error));
      setBusy(false);
    }
  };

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      {failure && (
        <MessageBar intent="error" role="alert" layout="multiline">
          <MessageBarBody>{failure}</MessageBarBody>
        </MessageBar>
      )}
      {known === undefined ? (
        <Field label={t('login')} required>
          <Input
            value={login}
            autoComplete="username"
            autoCapitalize="none"
            onChange={(_, data) => setLogin(data.value)}
          />
        </Field>
      ) : (
        // Password managers look for whom the password belongs to.
        <input type="text" hidden readOnly autoComplete="username" value={known} />
      )}
      <Field label={known === undefined ? t('password') : t('passwordOf', { login: known })} required>
        <Input
          type="password"
          value={password}
          autoComplete="current-password"
          onChange={(_, data) => setPassword(data.value)}
        />
      </Field>
      <Button type="submit" appearance="primary" size="large" disabled={busy || !login.trim() || !password}>
        {busy ? t('entering') : t('enter')}
      </Button>
    </form>
  );
}
