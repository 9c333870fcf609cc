import { randomUUID } from 'node:crypto';
import { objectIdOf, type CalendarStore, type ChangeKind, type StoredMailbox } from './calendar-store';
import type { GraphFaults } from './graph-faults';

interface Subscription {
  id: string;
  mailbox: string;
  changeTypes: string[];
  notificationUrl: string;
  lifecycleUrl: string | null;
  clientState: string;
  until: string;
  resource: string;
}

type Notification = Record<string, unknown>;

/** 10,080 minutes: https://learn.microsoft.com/graph/api/resources/subscription#subscription-lifetime */
const longest = 10_080 * 60_000;
const tenantId = '00000000-0000-4000-8000-000000000001';

/** Who is to be told of changes, and the telling (https://learn.microsoft.com/graph/change-notifications-delivery-webhooks). */
export class GraphSubscriptions {
  readonly all = new Map<string, Subscription>();
  private readonly onTheWay = new Set<Promise<void>>();
  /** Statuses that the program answered notifications with. */
  readonly answers: number[] = [];

  constructor(
    private readonly store: CalendarStore,
    private readonly now: () => Date,
    private readonly faults: () => GraphFaults,
    private readonly chance: () => number,
  ) {
    store.onChange((mailbox, eventId, kind) => this.changed(mailbox, eventId, kind));
  }

  async subscribe(body: Record<string, unknown>): Promise<[number, unknown]> {
    const resource = String(body.resource ?? '');
    const mailbox = this.store.find(decodeURIComponent(/^\/?users\/([^/]+)\/events$/.exec(resource)?.[1] ?? ''));
    const until = Date.parse(String(body.expirationDateTime));
    if (!mailbox || !body.changeType || !body.notificationUrl || Number.isNaN(until))
      return [400, error('InvalidRequest', 'The subscription is not right.')];
    if (until > this.now().getTime() + longest + this.faults().skew)
      return [400, error('InvalidRequest', 'Subscription expiration can only be 10080 minutes in the future.')];
    for (const url of [body.notificationUrl, body.lifecycleNotificationUrl])
      if (url && !(await this.validates(String(url))))
        return [
          400,
          error(
            'ValidationError',
            'Subscription validation request failed. Response must exactly match validationToken.',
          ),
        ];
    const subscription: Subscription = {
      id: randomUUID(),
      mailbox: mailbox.address.toLowerCase(),
      changeTypes: String(body.changeType).split(','),
      notificationUrl: String(body.notificationUrl),
      lifecycleUrl: body.lifecycleNotificationUrl ? String(body.lifecycleNotificationUrl) : null,
      clientState: String(body.clientState ?? ''),
      until: new Date(until).toISOString(),
      resource,
    };
    this.all.set(subscription.id, subscription);
    return [201, shown(subscription)];
  }

  /** One that was made before a restart. */
  keep(subscription: Subscription): void {
    this.all.set(subscription.id, subscription);
  }

  renew(id: string, body: Record<string, unknown>): [number, unknown] {
    const known = this.living(id);
    if (!known) return [404, error('ResourceNotFound', 'The object was not found.')];
    const until = Date.parse(String(body.expirationDateTime));
    if (Number.isNaN(until) || until > this.now().getTime() + longest + this.faults().skew)
      return [400, error('InvalidRequest', 'Subscription expiration can only be 10080 minutes in the future.')];
    known.until = new Date(until).toISOString();
    return [200, shown(known)];
  }

  end(id: string): [number, unknown] {
    return this.all.delete(id) ? [204, null] : [404, error('ResourceNotFound', 'The object was not found.')];
  }

  /** What Graph tells about the subscription itself. */
  async lifecycle(
    id: string,
    lifecycleEvent: 'reauthorizationRequired' | 'subscriptionRemoved' | 'missed',
  ): Promise<void> {
    const known = this.all.get(id);
    if (!known?.lifecycleUrl) return;
    if (lifecycleEvent === 'subscriptionRemoved') this.all.delete(id);
    await this.send(known.lifecycleUrl, {
      lifecycleEvent,
      subscriptionId: id,
      subscriptionExpirationDateTime: known.until,
      organizationId: tenantId,
      clientState: known.clientState,
      tenantId,
    });
  }

  /** Waits until everything that is to be told was told. */
  async told(): Promise<void> {
    while (this.onTheWay.size > 0) await Promise.all(this.onTheWay);
  }

  private changed(mailbox: StoredMailbox, eventId: string, kind: ChangeKind): void {
    for (const known of [...this.all.values()]) {
      if (known.mailbox !== mailbox.address.toLowerCase() || !known.changeTypes.includes(kind)) continue;
      if (!this.living(known.id) || this.chance() < this.faults().unheard) continue;
      const resource = `Users/${objectIdOf(mailbox)}/Events/${eventId}`;
      const notification: Notification = {
        id: randomUUID(),
        subscriptionId: known.id,
        subscriptionExpirationDateTime: known.until,
        clientState: known.clientState,
        changeType: kind,
        resource,
        tenantId,
        resourceData: {
          '@odata.type': '#Microsoft.Graph.Event',
          '@odata.id': resource,
          '@odata.etag': 'W/"DwAAABYAAAC"',
          id: eventId,
        },
      };
      const times = this.chance() < this.faults().heardTwice ? 2 : 1;
      for (let time = 0; time < times; time += 1) this.later(() => this.send(known.notificationUrl, notification));
    }
  }

  private later(work: () => Promise<void>): void {
    const promise = new Promise<void>((go) => setImmediate(go))
      .then(work)
      .catch(() => undefined)
      .finally(() => this.onTheWay.delete(promise));
    this.onTheWay.add(promise);
  }

  private async send(url: string, notification: Notification): Promise<void> {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ value: [notification] }),
    });
    await answer.arrayBuffer();
    this.answers.push(answer.status);
    if (this.answers.length > 1000) this.answers.shift();
  }

  private living(id: string): Subscription | null {
    const known = this.all.get(id);
    if (!known) return null;
    if (Date.parse(known.until) > this.now().getTime()) return known;
    this.all.delete(id);
    return null;
  }

  private async validates(url: string): Promise<boolean> {
    const token = `Validation: Testing client application reachability for subscription Request-Id: ${randomUUID()}`;
    try {
      const answer = await fetch(`${url}?validationToken=${encodeURIComponent(token)}`, {
        method: 'POST',
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        body: '',
        signal: AbortSignal.timeout(10_000),
      });
      const type = answer.headers.get('content-type') ?? '';
      return answer.status === 200 && type.startsWith('text/plain') && (await answer.text()) === token;
    } catch {
      return false;
    }
  }
}

export const error = (code: string, message: string) => ({
  error: { code, message, innerError: { date: new Date().toISOString().slice(0, 19), 'request-id': randomUUID() } },
});

const shown = ({ id, resource, changeTypes, notificationUrl, lifecycleUrl, until }: Subscription) => ({
  '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#subscriptions/$entity',
  id,
  resource,
  applicationId: '00000000-0000-4000-8000-000000000002',
  changeType: changeTypes.join(','),
  // Graph never tells the secret again.
  clientState: null,
  notificationUrl,
  lifecycleNotificationUrl: lifecycleUrl,
  expirationDateTime: until,
  creatorId: '00000000-0000-4000-8000-000000000002',
  latestSupportedTlsVersion: 'v1_2',
  encryptionCertificate: null,
  encryptionCertificateId: null,
  includeResourceData: null,
});
