import type { MicrosoftOptions } from '../../../service/modules/users/users.contract';

/** Where Microsoft comes back to: a page of ours that hands the answer to the window that asked. */
const redirectPage = '/redirect.html';

/**
 * A token for us from Microsoft's own window.
 * @throws BrowserAuthError with its `errorCode`, such as `user_cancelled` or `popup_window_error`
 */
export async function popupToken({ clientId, authority, scope }: MicrosoftOptions): Promise<string> {
  const { createStandardPublicClientApplication } = await import('@azure/msal-browser');
  const client = await createStandardPublicClientApplication({
    auth: { clientId, authority, redirectUri: window.location.origin + redirectPage },
    // Nothing of Microsoft's is left in the browser: from here on the session is ours.
    cache: { cacheLocation: 'memoryStorage' },
  });
  const { accessToken } = await client.acquireTokenPopup({ scopes: [scope], prompt: 'select_account' });
  return accessToken;
}

/** The demo's stand-in gives a token to anybody who says who he is. */
export async function standInToken(url: string, account: string): Promise<string> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account }),
  });
  return ((await answer.json()) as { token: string }).token;
}
