import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { signOut, type Me } from '../../service/modules/users/users.contract';
import { api, keepBearer, whenSessionIsLost } from '../../teams-app/shared/api';
import { queryClient } from '../../teams-app/shared/queries';
import { SessionContext } from '../../teams-app/shared/session';
import { speak } from '../../teams-app/shared/texts/i18n';
import { note } from '../../teams-app/shared/diagnostics/notes';
import { PaneSkeleton } from '../PaneSkeleton';
import { openSession } from './open-session';
import { Welcome } from './Welcome';

type Door =
  | { state: 'opening' }
  | { state: 'entered'; me: Me }
  /** Somebody has to press a button; `failure` says why nothing came of the last attempt. */
  | { state: 'closed'; by: 'ask' | 'password' | 'signedOut'; failure: unknown };

/**
 * Lets in who has a session, silently where Microsoft allows it. A session that was lost is opened again the same way
 * once before anybody is asked.
 */
export function SignInGate({ children }: { children: ReactNode }) {
  const [door, setDoor] = useState<Door>({ state: 'opening' });

  const entered = useCallback((me: Me) => {
    void speak(me.locale);
    setDoor({ state: 'entered', me });
    void queryClient.invalidateQueries();
  }, []);

  const open = useCallback(
    async (mayAsk: boolean) => {
      try {
        const opened = await openSession(mayAsk);
        if (opened.state === 'entered') entered(opened.me);
        else setDoor({ state: 'closed', by: opened.state, failure: null });
      } catch (failure) {
        note(`sign-in: refused, ${(failure as { code?: string }).code ?? 'unknown'}`);
        setDoor({ state: 'closed', by: 'ask', failure });
      }
    },
    [entered],
  );

  useEffect(() => {
    let renewing = false;
    whenSessionIsLost(() => {
      if (renewing) return;
      renewing = true;
      keepBearer(null);
      void open(false).finally(() => (renewing = false));
    });
    // The first attempt is made once; React mounts effects twice in development.
    const timer = setTimeout(() => void open(false));
    return () => clearTimeout(timer);
  }, [open]);

  const me = door.state === 'entered' ? door.me : null;
  const session = useMemo(
    () =>
      me && {
        me,
        signOut: async () => {
          await api.call(signOut, {}).catch(() => undefined);
          keepBearer(null);
          queryClient.clear();
          setDoor({ state: 'closed', by: 'signedOut', failure: null });
        },
      },
    [me],
  );

  if (session) return <SessionContext value={session}>{children}</SessionContext>;
  if (door.state !== 'closed') return <PaneSkeleton />;
  return (
    <Welcome
      withPassword={door.by === 'password'}
      failure={door.failure}
      onOpen={() => {
        setDoor({ state: 'opening' });
        void open(true);
      }}
      onEntered={entered}
    />
  );
}
