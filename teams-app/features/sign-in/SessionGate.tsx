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
import { NewPasswordPage } from './NewPasswordPage';
import { SessionEndedDialog } from './SessionEndedDialog';
import { SignInPage } from './SignInPage';

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
  const signedIn = me !== undefined && !signedOut;

  // A session that ends while somebody works is asked for over his work: what he typed stays.
  useEffect(() => whenSessionIsLost(() => setEnded(true)), []);

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
  if (signedOut || (isApiError(error) && error.status === 401)) {
    return <SignInPage onEntered={(user) => void enter(user)} />;
  }
  if (error) {
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
