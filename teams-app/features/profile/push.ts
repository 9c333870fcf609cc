import { isFramed } from '../../shared/host';

/** Teams shows us in a frame, where browsers have no push. */
export const mayPush = (): boolean =>
  !isFramed && 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

export async function currentSubscription(): Promise<PushSubscription | null> {
  if (!mayPush()) return null;
  const registration = await navigator.serviceWorker.getRegistration('/');
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** Asks the person and the browser's push service; null when either says no. */
export async function startPush(publicKey: string): Promise<PushSubscription | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null;
  await navigator.serviceWorker.register('/push-worker.js', { scope: '/' });
  const registration = await navigator.serviceWorker.ready;
  try {
    const known = await registration.pushManager.getSubscription();
    // Made for another key, it would never ring.
    if (known && keyOf(known) !== publicKey) await known.unsubscribe();
    return await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
  } catch {
    return null;
  }
}

function keyOf({ options }: PushSubscription): string {
  const bytes = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
