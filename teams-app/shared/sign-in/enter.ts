import { signIn, signInMicrosoft, type Me } from '../../../service/modules/users/users.contract';
import { api, keepBearer } from '../api';
import { isFramed } from '../host';

/**
 * In a window of its own the session is an HttpOnly cookie: nothing for a script to read. Framed by Teams or Outlook,
 * where third-party cookies fail, the token lives in memory until the page is closed.
 */
type Keep = 'cookie' | 'memory';
const usual: Keep = isFramed ? 'memory' : 'cookie';

const headersFor = (keep: Keep): Record<string, string> => (keep === 'cookie' ? { 'x-session': 'cookie' } : {});

function entered({ token, user }: { token: string; user: Me }, keep: Keep): Me {
  keepBearer(keep === 'memory' ? token : null);
  return user;
}

/** @throws ApiError 401 for a wrong login or password, 403 for a blocked user, 429 after too many attempts */
export async function enter(login: string, password: string): Promise<Me> {
  return entered(await api.call(signIn, { login, password }, { headers: headersFor(usual) }), usual);
}

/**
 * @param token an access token of Microsoft's that is meant for us
 * @param client what asked for it, for the list of sessions
 * @throws ApiError 401 for a token that is not right, 403 for an account that is nobody's here
 */
export async function enterWithMicrosoft(token: string, client?: string, keep = usual): Promise<Me> {
  return entered(await api.call(signInMicrosoft, { token, client }, { headers: headersFor(keep) }), keep);
}
