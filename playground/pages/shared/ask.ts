import type { Account, Mailbox } from '../../mailbox/letter';

/** The playground's own server. */
async function read<T>(path: string): Promise<T> {
  const answer = await fetch(`/playground/${path}`);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return (await answer.json()) as T;
}

export const readAccounts = async (): Promise<Account[]> =>
  (await read<{ accounts: Account[] }>('api/accounts')).accounts;

export const readMailbox = (account: string): Promise<Mailbox> =>
  read(`api/mailbox?account=${encodeURIComponent(account)}`);

/** The bytes of an attachment, base64. */
export async function readAttachment(id: string): Promise<string> {
  const answer = await fetch(`/playground/api/attachments/${encodeURIComponent(id)}`);
  if (!answer.ok) throw new Error(`attachment ${id}: ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

export async function askToken(account: string): Promise<string> {
  const answer = await fetch('/playground/entra/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account }),
  });
  if (!answer.ok) throw new Error(`token: ${answer.status}`);
  return ((await answer.json()) as { token: string }).token;
}

/** Whose page it is: `?account=`, else the first one. */
export const accountOf = (accounts: readonly Account[]): Account | undefined => {
  const asked = new URLSearchParams(window.location.search).get('account');
  return accounts.find(({ address, login }) => address === asked || login === asked) ?? accounts[0];
};

/** The same page for somebody else. */
export function openFor(address: string): void {
  const url = new URL(window.location.href);
  url.searchParams.set('account', address);
  window.location.assign(url);
}
