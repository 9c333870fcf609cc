import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { signInOptions, type Me } from '../../../service/modules/users/users.contract';
import { isApiError } from '../../shared/api-error';
import { CopyDetails } from '../../shared/diagnostics/CopyDetails';
import { note } from '../../shared/diagnostics/notes';
import { useErrorText } from '../../shared/error-text';
import { currentHost, teamsToken } from '../../shared/host';
import { useRead } from '../../shared/queries';
import { enterWithMicrosoft } from '../../shared/sign-in/enter';
import { popupToken, standInToken } from './microsoft-token';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

interface MicrosoftSignInProps {
  /** Why it did not work by itself. */
  failure?: unknown;
  onEntered: (user: Me) => void;
}

const facts = () => ({ host: currentHost().kind, language: navigator.language });

/** «Sign in with Microsoft», where a tenant is connected; in the demo its stand-in asks who one would like to be. */
export function MicrosoftSignIn({ failure: before, onEntered }: MicrosoftSignInProps) {
  const { t } = useTranslation('signIn');
  const styles = useStyles();
  const errorText = useErrorText();
  const { data } = useRead(signInOptions, {}, { staleTime: Infinity });
  const [asksWho, setAsksWho] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(before);
  const microsoft = data?.microsoft;
  if (!microsoft) return null;

  const enter = async (getToken: () => Promise<string>) => {
    setAsksWho(false);
    setBusy(true);
    setFailure(null);
    try {
      onEntered(await enterWithMicrosoft(await getToken()));
    } catch (error) {
      const { errorCode, code, name } = error as { errorCode?: string; code?: string; name?: string };
      note(`sign-in: Microsoft, ${errorCode ?? code ?? name ?? 'unknown'}`);
      setFailure(error);
      setBusy(false);
    }
  };
  const press = () => {
    const { tokenUrl } = microsoft;
    if (currentHost().kind === 'teams') void enter(teamsToken);
    else if (tokenUrl) setAsksWho(true);
    else void enter(() => popupToken(microsoft));
  };
  return (
    <section className={styles.root} aria-label={t('microsoft')}>
      {Boolean(failure) && (
        <MessageBar intent="error" role="alert" layout="multiline">
          <MessageBarBody>{isApiError(failure) ? errorText(failure) : t('microsoftFailed')}</MessageBarBody>
        </MessageBar>
      )}
      <Button size="large" disabledFocusable={busy} onClick={press}>
        {busy ? t('entering') : t(microsoft.standIn ? 'microsoftStandIn' : 'microsoft')}
      </Button>
      {Boolean(failure) && <CopyDetails facts={facts} />}
      {asksWho && microsoft.tokenUrl && (
        <WhoDialog
          onChosen={(account) => void enter(() => standInToken(microsoft.tokenUrl!, account))}
          onClose={() => setAsksWho(false)}
        />
      )}
    </section>
  );
}

function WhoDialog({ onChosen, onClose }: { onChosen: (account: string) => void; onClose: () => void }) {
  const { t } = useTranslation(['signIn', 'shared']);
  const [account, setAccount] = useState('anna@ryadom.example');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (account.trim()) onChosen(account.trim());
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{t('standInTitle')}</DialogTitle>
            <DialogContent>
              <Field label={t('standInAccount')} hint={t('standInHint')}>
                <Input type="email" value={account} onChange={(_, data) => setAccount(data.value)} autoFocus />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary">
                {t('enter')}
              </Button>
              <Button onClick={onClose}>{t('shared:cancel')}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
