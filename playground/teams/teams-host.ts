import type { Person } from '../mailbox/letter';

export type TeamsTheme = 'default' | 'dark' | 'contrast';

/** A call of teams-js as it comes by postMessage. */
export interface TeamsRequest {
  id: number;
  uuid?: unknown;
  uuidAsString?: string;
  func: string;
  args?: unknown[];
}

export interface TeamsSurroundings {
  account: Person;
  theme: TeamsTheme;
  locale: string;
  phone: boolean;
  /** A token for the account, as Teams has it from Entra ID. */
  token(): Promise<string>;
}

export const isTeamsRequest = (data: unknown): data is TeamsRequest =>
  typeof data === 'object' &&
  data !== null &&
  typeof (data as TeamsRequest).func === 'string' &&
  typeof (data as TeamsRequest).id === 'number';

/** What Teams answers a call with; null for those it takes in silence. */
export async function answerTeams(
  { func }: TeamsRequest,
  { account, theme, locale, phone, token }: TeamsSurroundings,
): Promise<unknown[] | null> {
  const client = phone ? 'android' : 'web';
  switch (func) {
    case 'initialize':
      return ['content', client, JSON.stringify({ apiVersion: 4, isLegacyTeams: false, supports: {} }), '2.58.0'];
    case 'getContext':
      return [
        {
          theme,
          locale,
          entityId: 'ryadom',
          subEntityId: '',
          hostName: 'Teams',
          hostClientType: client,
          sessionId: 'playground',
          userPrincipalName: account.address,
          userDisplayName: account.name,
          loginHint: account.address,
        },
      ];
    case 'authentication.getAuthToken':
      // Teams tells a failure in the same shape.
      return token().then(
        (given) => [true, given],
        (error: unknown) => [false, String(error)],
      );
    default:
      return null;
  }
}

/** The answer in the envelope by which teams-js knows its call. */
export const envelope = ({ id, uuid, uuidAsString }: TeamsRequest, args: unknown[]) => ({
  id,
  uuid,
  uuidAsString,
  args,
});

export const themeNews = (theme: TeamsTheme) => ({ func: 'themeChange', args: [theme] });
