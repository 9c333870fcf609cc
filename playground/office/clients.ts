/** The Outlooks an add-in meets: what each says of itself and the newest set of calls it knows. */
export const clients = {
  classic: { platform: 'PC', hostName: 'Outlook', version: '16.0.18025.20104', mailbox: 15 },
  new: { platform: 'OfficeOnline', hostName: 'newOutlookWindows', version: '20250117003.11', mailbox: 15 },
  web: { platform: 'OfficeOnline', hostName: 'OutlookWebApp', version: '20250117003.11', mailbox: 15 },
  mac: { platform: 'Mac', hostName: 'Outlook', version: '16.93.1214.0', mailbox: 15 },
  mobile: { platform: 'iOS', hostName: 'OutlookIOS', version: '4.2504.0', mailbox: 5 },
} as const;
export type ClientName = keyof typeof clients;

/**
 * Whether the client knows a set of calls. Sign-in by nested apps is none of the stand-in’s: its tokens come from the
 * playground’s own door.
 */
export function isSetSupported(client: ClientName, name: string, version = '1.1'): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major !== 1) return false;
  if (/^mailbox$/i.test(name)) return minor <= clients[client].mailbox;
  if (/^dialogapi$/i.test(name)) return minor <= 2;
  return false;
}

/** On a telephone nothing is written with an add-in beside it. */
export const canCompose = (client: ClientName): boolean => client !== 'mobile';
