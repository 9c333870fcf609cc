export interface OutgoingLetter {
  /** The same letter sent again has the same id: whoever receives it can tell. */
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** Files of ours that go with it. */
  attachments?: { name: string; path: string }[];
}

/** Letters the service itself writes to its users. Null when no way to send is set up. */
export interface Mailer {
  readonly standIn: boolean;
  /** @throws OutsideFault */
  send(letter: OutgoingLetter): Promise<void>;
}

declare module '../../kernel/context' {
  interface Adapters {
    readonly mailer: Mailer | null;
  }
}
