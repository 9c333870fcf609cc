/** Sign-in with a Microsoft account (Entra ID). Null when the settings connect no tenant. */
export interface MicrosoftIdentity {
  /** True for the local stand-in: the screens say so. */
  readonly standIn: boolean;
  /** What a client needs to ask Microsoft for a token that is meant for us. */
  readonly client: { clientId: string; authority: string; scope: string };
  /**
   * Whom a token speaks of, once everything about it is right: signature, issuer, audience, tenant, times.
   * @throws AppError 401 `users.badMicrosoftToken`; 503 `users.microsoftUnavailable` when the keys cannot be had
   */
  verify(token: string, now: Date): Promise<MicrosoftAccount>;
  /** The account's own addresses, lower case: as its directory tells, else as the checked token does. */
  addressesOf(token: string, account: MicrosoftAccount): Promise<string[]>;
}

export interface MicrosoftAccount {
  /** `<tenant id>:<object id>`: the only thing that never changes about an account. */
  key: string;
  name: string | null;
  /** What the token says; good for finding somebody the first time, never for knowing him. */
  addresses: string[];
}

declare module '../../kernel/context' {
  interface Adapters {
    readonly microsoft: MicrosoftIdentity | null;
  }
}
