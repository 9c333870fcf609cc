import { signInOptions, type Me } from '../../../service/modules/users/users.contract';
import { api } from '../../shared/api';
import { note } from '../../shared/diagnostics/notes';
import { currentHost, teamsToken } from '../../shared/host';
import { enterWithMicrosoft } from '../../shared/sign-in/enter';

/**
 * Inside Teams its user is let in without being asked. Null where that cannot be: in a browser, without a tenant, before
 * somebody has consented.
 * @throws ApiError when the service refuses the account or cannot be reached
 */
export async function enterSilently(): Promise<Me | null> {
  if (currentHost().kind !== 'teams') return null;
  const { microsoft } = await api.call(signInOptions, {});
  if (!microsoft) return null;
  const token = await teamsToken().catch((error: unknown) => {
    note(`sign-in: Teams gave no token, ${error instanceof Error ? error.message : String(error)}`);
    return null;
  });
  return token ? enterWithMicrosoft(token, 'Teams') : null;
}
