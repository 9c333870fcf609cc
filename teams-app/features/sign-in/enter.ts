import { signIn, type Me } from '../../../service/modules/users/users.contract';
import { api, keepBearer } from '../../shared/api';
import { isFramed } from '../../shared/host';

/**
 * In a window of its own the session is an HttpOnly cookie: nothing for a script to read. Framed by Teams, where
 * third-party cookies fail, the token lives in memory until the tab is closed.
 */
export async function enter(login: string, password: string): Promise<Me> {
  const headers: Record<string, string> = isFramed ? {} : { 'x-session': 'cookie' };
  const { token, user } = await api.call(signIn, { login, password }, { headers });
  keepBearer(isFramed ? token : null);
  return user;
}
