import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import bodyParser from '@koa/bodyparser';
import Koa from 'koa';
import { graphCalendar } from '../../service/adapters/calendar/calendar.graph';
import type { Calendar } from '../../service/adapters/calendar/calendar.port';
import { getCalendar, updateCalendar } from '../../service/modules/calendar/calendar.contract';
import type { Person } from '../../service/test/builders';
import { buildUser } from '../../service/test/builders';
import { testApp, type TestApp, type TestClock } from '../../service/test/test-app';
import { crmIdProperty } from '../../service/adapters/calendar/graph-event';
import type { StoredEvent, StoredMailbox } from '../graph/calendar-store';
import { GraphServer } from '../graph/graph-server';

export interface OutlookCalendar {
  app: TestApp;
  graph: GraphServer;
  graphUrl: string;
  /** A person with a mailbox, connected. */
  person(values?: Parameters<typeof buildUser>[1] & { connect?: boolean }): Promise<Person>;
  mailboxOf(person: { email: string | null }): StoredMailbox;
  /** The events in a mailbox that carry an id of ours, by start. */
  ours(person: { email: string | null }): StoredEvent[];
  /** Tells everything there is to tell and does everything there is to do, on both sides. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

let serial = 0;

/** The service beside a Graph that stands in for Microsoft's, both on ports of their own. */
export async function outlookCalendar({
  clock,
  notifies = true,
  chance,
  group,
  wrap = (calendar) => calendar,
}: {
  clock?: TestClock;
  notifies?: boolean;
  chance?: () => number;
  group?: () => ReadonlySet<string> | null;
  /** Something between the service and its calendar: a test that kills. */
  wrap?: (calendar: Calendar) => Calendar;
} = {}): Promise<OutlookCalendar> {
  const adapters: { calendar: Calendar | null } = { calendar: null };
  const app = await testApp({ clock, adapters });
  const graph = new GraphServer({ now: () => app.clock.now(), chance, group });
  const koa = new Koa();
  koa.use(bodyParser());
  koa.use((http) => graph.serve(http, http.path.slice('/v1.0/'.length)));
  const server = createServer(koa.callback());
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const graphUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  (app.deps.adapters as { calendar: Calendar | null }).calendar = wrap(
    graphCalendar({
      graph: graphUrl,
      token: () => Promise.resolve('stand-in'),
      standIn: true,
      notificationUrl: notifies ? `${app.url}/api/calendar/notifications` : null,
      lifecycleUrl: notifies ? `${app.url}/api/calendar/lifecycle` : null,
      now: () => app.clock.now(),
    }),
  );

  const mailboxOf = (person: { email: string | null }) => graph.store.find(person.email!)!;
  const settle = async () => {
    for (let round = 0; round < 3; round += 1) {
      await app.drainJobs();
      await graph.subscriptions.told();
    }
    await app.drainJobs();
  };
  return {
    app,
    graph,
    graphUrl,
    mailboxOf,
    ours: (person) =>
      [...mailboxOf(person).events.values()]
        .filter(({ properties }) => (properties[crmIdProperty.toLowerCase()] ?? '-') !== '-')
        .sort((one, other) => startOf(one).localeCompare(startOf(other))),
    settle,
    person: async ({ connect = true, ...values } = {}) => {
      const email = values.email ?? `person${(serial += 1)}@ryadom.example`;
      const person = await buildUser(app, { ...values, email });
      graph.store.add({ address: email, name: person.name });
      if (connect) {
        const { version } = (await app.call(getCalendar, {}, person.token)).body;
        const answer = await app.call(updateCalendar, { version, connected: true }, person.token);
        if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
        await settle();
      }
      return person;
    },
    close: async () => {
      await closed(server);
      await app.close();
    },
  };
}

export const startOf = ({ span }: StoredEvent): string => ('date' in span ? span.date : span.at.toISOString());

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}
