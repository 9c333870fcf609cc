/** A browser that wants to be rung with its tab closed (W3C Push API, PushSubscription.toJSON()). */
export interface PushTarget {
  endpoint: string;
  keys: { p256dh: string; auth: string };
}

/** Rings browsers through their makers' push services. */
export interface Push {
  /** What a browser subscribes with: the public half of our key (VAPID, RFC 8292). */
  readonly publicKey: string;
  /** @throws OutsideFault `gone` when the browser does not want it any more */
  send(target: PushTarget, message: { title: string; body: string; url: string; tag: string }): Promise<void>;
}

declare module '../../kernel/context' {
  interface Adapters {
    readonly push: Push | null;
  }
}
