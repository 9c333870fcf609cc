import type { MicrosoftOptions } from '../../service/modules/users/users.contract';
import { note } from '../../teams-app/shared/diagnostics/notes';
import { ask } from '../office/ask';
import { ownAddress, supports } from '../office/outlook';

/**
 * A token of Microsoft’s that is meant for us, got where the pane is. `mayAsk`: somebody has pressed a button, so a
 * window may open; without it only what goes silently is tried.
 * @returns null when it cannot be had without asking
 */
export async function microsoftToken(options: MicrosoftOptions, mayAsk: boolean): Promise<string | null> {
  if (options.tokenUrl) return standInToken(options.tokenUrl);
  if (supports('NestedAppAuth', '1.1')) {
    const token = await attempt('nested', () => nestedToken(options, mayAsk));
    if (token) return token;
  } else note('sign-in: no nested app authentication on this client');
  return mayAsk ? dialogToken() : null;
}

/** The stand-in knows who sits here: the owner of the mailbox. */
async function standInToken(url: string): Promise<string> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: ownAddress() }),
  });
  return ((await answer.json()) as { token: string }).token;
}

/** Outlook itself speaks with Microsoft for us; no window, no cookie of a third party. */
async function nestedToken({ clientId, authority, scope }: MicrosoftOptions, mayAsk: boolean): Promise<string | null> {
  const { createNestablePublicClientApplication } = await import('@azure/msal-browser');
  const client = await createNestablePublicClientApplication({
    auth: { clientId, authority },
    cache: { cacheLocation: 'memoryStorage' },
  });
  const request = { scopes: [scope], loginHint: ownAddress() };
  const silent = await attempt('nested silent', () => client.ssoSilent(request));
  if (silent) return silent.accessToken;
  return mayAsk ? (await client.acquireTokenPopup(request)).accessToken : null;
}

/** Where Outlook cannot: a window of Office’s own, on our page `sign-in.html`. */
async function dialogToken(): Promise<string> {
  const url = new URL('sign-in.html', window.location.href);
  url.searchParams.set('hint', ownAddress());
  const dialog = await ask<Office.Dialog>('displayDialogAsync', (done) =>
    Office.context.ui.displayDialogAsync(url.href, { height: 60, width: 30 }, done),
  );
  return new Promise<string>((resolve, reject) => {
    dialog.addEventHandler(Office.EventType.DialogMessageReceived, (told) => {
      const { message, origin } = told as { message: string; origin?: string };
      dialog.close();
      // Only our own page may hand a token in.
      if (origin !== undefined && origin !== window.location.origin) return reject(new Error(`from ${origin}`));
      const { token, error } = JSON.parse(message) as { token?: string; error?: string };
      if (token) resolve(token);
      else reject(new Error(error ?? 'no token'));
    });
    dialog.addEventHandler(Office.EventType.DialogEventReceived, () => reject(new Error('the window was closed')));
  });
}

async function attempt<T>(step: string, run: () => Promise<T>): Promise<T | null> {
  try {
    const result = await run();
    note(`sign-in: ${step} ${result === null ? 'needs a word' : 'done'}`);
    return result;
  } catch (error) {
    // Names and codes alone: messages of MSAL may carry addresses.
    const { name, errorCode } = error as { name?: string; errorCode?: string };
    note(`sign-in: ${step} failed, ${errorCode ?? name ?? 'unknown'}`);
    return null;
  }
}
