import { signInMicrosoft, signInOptions, type Me } from '../../service/modules/users/users.contract';
import { api, keepBearer } from '../../teams-app/shared/api';
import { clientFacts } from '../office/outlook';
import { microsoftToken } from './microsoft-token';

export type Opened = { state: 'entered'; me: Me } | { state: 'ask' } | { state: 'password' };

/**
 * Opens a session of ours with whoever owns the mailbox. Its token stays in memory: nothing is stored, no cookie set.
 * `ask`: Microsoft has to ask him something first; `password`: no tenant is connected.
 * @throws ApiError when the service refuses (no such user, blocked) or cannot be reached
 */
export async function openSession(mayAsk: boolean): Promise<Opened> {
  const { microsoft } = await api.call(signInOptions, {});
  if (!microsoft) return { state: 'password' };
  const token = await microsoftToken(microsoft, mayAsk);
  if (!token) return { state: 'ask' };
  const { host, version } = clientFacts();
  const session = await api.call(signInMicrosoft, { token, client: `${host} ${version}`.slice(0, 100) });
  keepBearer(session.token);
  return { state: 'entered', me: session.user };
}
