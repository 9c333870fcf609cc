import { Button, Spinner } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { getMe, signOut, type Me } from '../../../service/modules/users/users.contract';
import { api, keepBearer, whenSessionIsLost } from '../../shared/api';
import { isApiError } from '../../shared/api-error';
import { Message } from '../../shared/frame/Message';
import { keepPreference } from '../../shared/preferences';
import { keyOf, queryClient, useRead } from '../../shared/queries';
import { SessionContext } from '../../shared/session';
import { speak } from '../../shared/texts/i18n';
import type { ThemePreference } from '../../shared/theme';
import { enterSilently } from './enter-silently';
import { NewPasswordPage } from './NewPasswordPage';
import { SessionEndedDialog } from './SessionEndedDialog';
import { SignInPage } from './SignInPage';

/** Whether letting in without asking was tried, and why it came to nothing. */
type Silent = { state: 'untried' } | { state: 'tried'; failure: unknown };

interface SessionGateProps {
  onTheme: (theme: ThemePreference) => void;
  children: ReactNode;
}

/** Lets in who has a session; asks the others to sign in. */
export function SessionGate({ onTheme, children }: SessionGateProps) {
  const { t } = useTranslation(['shared', 'errors']);
  const { data: me, error, refetch } = useRead(getMe, {}, { staleTime: Infinity, gcTime: Infinity });
  const [ended, setEnded] = useState(false);
  const [signedOut, setSignedOut] = useState(false);
  const [silent, setSilent] = useState<Silent>({ state: 'untried' });
  const signedIn = me !== undefined && !signedOut;
  const isStranger = !signedIn && isApiError(error) && error.status === 401;

  useEffect(() => {
    if (!me) return;
    onTheme(me.theme);
    keepPreference('theme', me.theme);
    keepPreference('language', me.locale);
    void speak(me.locale);
  }, [me, onTheme]);

  const enter = useCallback(
    async (user: Me) => {
      // Another person must not see what the one before had loaded.
      if (me && me.id !== user.id) queryClient.clear();
      queryClient.setQueryData(keyOf(getMe, {}), user);
      setEnded(false);
      setSignedOut(false);
      await queryClient.invalidateQueries({ predicate: (query) => query.queryKey[0] !== getMe.id });
    },
    [me],
  );

  // A session that ends while somebody works is renewed if Teams can, and else asked for over his work: what he typed stays.
  useEffect(() => {
    if (!signedIn) return whenSessionIsLost(() => undefined);
    let renewing = false;
    whenSessionIsLost(() => {
      if (renewing) return;
      renewing = true;
      keepBearer(null);
      void enterSilently()
        .catch(() => null)
        .then((user) => (user ? enter(user) : setEnded(true)))
        .finally(() => (renewing = false));
    });
  }, [signedIn, enter]);

  useEffect(() => {
    if (!isStranger || silent.state !== 'untried') return;
    enterSilently()
      .then((user) => user && enter(user))
      .then(
        () => setSilent({ state: 'tried', failure: null }),
        (failure: unknown) => setSilent({ state: 'tried', failure }),
      );
  }, [isStranger, silent, enter]);

  const leave = useCallback(async () => {
    await api.call(signOut, {}).catch(() => undefined);
    keepBearer(null);
    setSignedOut(true);
    setEnded(false);
    queryClient.clear();
  }, []);

  const session = useMemo(() => (me ? { me, signOut: leave } : null), [me, leave]);

  if (signedIn && session) {
    if (me.mustChangePassword) return <NewPasswordPage onChanged={() => void refetch()} onLeave={() => void leave()} />;
    return (
      <SessionContext value={session}>
        {children}
        {ended && (
          <SessionEndedDialog login={me.login} onEntered={(user) => void enter(user)} onLeave={() => void leave()} />
        )}
      </SessionContext>
    );
  }
  if (signedOut) return <SignInPage onEntered={(user) => void enter(user)} />;
  if (isStranger && silent.state === 'tried')
    return <SignInPage failure={silent.failure} onEntered={(user) => void enter(user)} />;
  if (error && !isStranger) {
    return (
      <Message
        role="alert"
        tone="error"
        title={t('state.errorTitle')}
        text={t('errors:network')}
        action={
          <Button appearance="primary" onClick={() => void refetch()}>
            {t('retry')}
          </Button>
        }
      />
    );
  }
  return <Spinner style={{ height: '100%' }} label={t('loading')} />;
}
