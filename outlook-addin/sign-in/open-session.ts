import { getMe, signInOptions, type Me } from '../../service/modules/users/users.contract';
import { api } from '../../teams-app/shared/api';
import { isFramed } from '../../teams-app/shared/host';
import { enterWithMicrosoft } from '../../teams-app/shared/sign-in/enter';
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
  if (!microsoft) return known();
  const token = await microsoftToken(microsoft, mayAsk);
  if (!token) return { state: 'ask' };
  const { host, version } = clientFacts();
  // In memory whatever the window: the script that runs on sending is given the token, and has no cookies.
  const me = await enterWithMicrosoft(token, `${host} ${version}`.slice(0, 100), 'memory');
  return { state: 'entered', me };
}

/** Where Outlook shows us as a page of its own, a cookie of ours may be there from the last time. */
async function known(): Promise<Opened> {
  if (isFramed) return { state: 'password' };
  return api.call(getMe, {}).then(
    (me): Opened => ({ state: 'entered', me }),
    () => ({ state: 'password' }),
  );
}
