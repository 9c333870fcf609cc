import type { Card } from '../../kernel/cards';

/** Where a person can be spoken to first: kept as the channel gave it, understood by its adapter alone. */
export type ChatReference = Record<string, unknown>;

/** A chat one may speak in first (Teams). Null when no bot is connected. */
export interface Chat {
  /** True when whoever answers is a stand-in: the screens say so. */
  readonly standIn: boolean;
  /**
   * Says something in a person's chat, unasked.
   * @throws OutsideFault `busy` with the seconds asked for, `gone` when the app was taken out, `unknown`, `refused`
   */
  send(reference: ChatReference, message: { card: Card; summary: string }): Promise<void>;
}

declare module '../../kernel/context' {
  interface Adapters {
    readonly chat: Chat | null;
  }
}
