import { createContext, useContext } from 'react';
import type { Permission } from '../../service/modules/users/permissions';
import type { Me } from '../../service/modules/users/users.contract';

export interface Session {
  me: Me;
  signOut: () => Promise<void>;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession before sign-in');
  return session;
}

export const useMe = (): Me => useSession().me;

/** Whether the reader holds a permission in any scope. */
export function useCan(): (permission: Permission) => boolean {
  const { can } = useMe();
  return (permission) => can[permission] !== undefined;
}

/** Whether other managers' companies are the reader's business too. */
export function useSeesOthers(): boolean {
  const scope = useMe().can['companies.read'];
  return scope === 'department' || scope === 'all';
}
