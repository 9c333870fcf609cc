import { createStandardPublicClientApplication } from '@azure/msal-browser';
import { signInOptions } from '../../service/modules/users/users.contract';
import { api } from '../../teams-app/shared/api';

/**
 * The page of the Office dialog: goes to Microsoft and comes back with a token, which it hands to the pane. Kept apart
 * from the pane, since a redirect may not leave a pane.
 */
async function signIn(): Promise<{ token: string } | null> {
  const { microsoft } = await api.call(signInOptions, {});
  if (!microsoft) throw new Error('no tenant');
  const { origin, pathname, searchParams } = new URL(window.location.href);
  const client = await createStandardPublicClientApplication({
    auth: { clientId: microsoft.clientId, authority: microsoft.authority, redirectUri: origin + pathname },
    cache: { cacheLocation: 'sessionStorage' },
  });
  const answer = await client.handleRedirectPromise();
  if (answer) return { token: answer.accessToken };
  await client.acquireTokenRedirect({
    scopes: [microsoft.scope],
    loginHint: searchParams.get('hint') ?? undefined,
  });
  return null;
}

const tell = (message: object) => Office.context.ui.messageParent(JSON.stringify(message));

void Office.onReady().then(() =>
  signIn().then(
    (result) => result && tell(result),
    (error: unknown) => tell({ error: (error as { errorCode?: string }).errorCode ?? 'failed' }),
  ),
);
