import type { Person } from '../mailbox/letter';
import { answer, OfficeError } from './async-result';
import type { Draft } from './draft';
import { enums } from './enums';
import { createHandlers } from './handlers';
import type { OutlookHost } from './host';
import { toDetails, toPerson } from './people';

/** A letter being written: nothing is told at once, everything by a call. */
export function composeMessage(host: OutlookHost, draft: Draft) {
  const call = <T>(name: string, rest: unknown[], produce: () => T) => answer(() => host.faults, name, rest, produce);
  const handlers = createHandlers(() => host.faults);
  const stop = draft.listen((changed) => {
    const fields = { to: changed.includes('to'), cc: changed.includes('cc'), bcc: false };
    if (fields.to || fields.cc)
      handlers.raise(enums.EventType.RecipientsChanged, {
        type: enums.EventType.RecipientsChanged,
        changedRecipientFields: { ...fields, requiredAttendees: false, optionalAttendees: false, resources: false },
      });
  });
  const recipients = (field: 'to' | 'cc') => ({
    getAsync: (...rest: unknown[]) => call(`${field}.getAsync`, rest, () => draft.state[field].map(toDetails)),
    setAsync: (people: Parameters<typeof toPerson>[0][], ...rest: unknown[]) =>
      call(`${field}.setAsync`, rest, () => draft.change({ [field]: people.map(toPerson) } as { to: Person[] })),
    addAsync: (people: Parameters<typeof toPerson>[0][], ...rest: unknown[]) =>
      call(`${field}.addAsync`, rest, () =>
        draft.change({ [field]: [...draft.state[field], ...people.map(toPerson)] } as { to: Person[] }),
      ),
  });
  return {
    dispose: stop,
    item: {
      itemType: 'message',
      itemClass: 'IPM.Note',
      conversationId: draft.conversationId,
      to: recipients('to'),
      cc: recipients('cc'),
      subject: {
        getAsync: (...rest: unknown[]) => call('subject.getAsync', rest, () => draft.state.subject),
        setAsync: (subject: string, ...rest: unknown[]) =>
          call('subject.setAsync', rest, () => draft.change({ subject })),
      },
      from: { getAsync: (...rest: unknown[]) => call('from.getAsync', rest, () => toDetails(draft.state.from)) },
      body: {
        getAsync: (_coercionType: string, ...rest: unknown[]) => call('body.getAsync', rest, () => draft.state.text),
      },
      internetHeaders: internetHeaders(draft, call),
      sessionData: sessionData(draft, call),
      addHandlerAsync: handlers.addHandlerAsync,
      removeHandlerAsync: handlers.removeHandlerAsync,
    },
  };
}

type Call = <T>(name: string, rest: unknown[], produce: () => T) => void;

/** Custom headers: they travel with the letter, and only names of our own are asked for. */
const internetHeaders = ({ headers }: Draft, call: Call) => ({
  setAsync: (values: Record<string, string>, ...rest: unknown[]) =>
    call('internetHeaders.setAsync', rest, () => {
      for (const [name, value] of Object.entries(values)) headers.set(name.toLowerCase(), value);
    }),
  getAsync: (names: string[], ...rest: unknown[]) =>
    call('internetHeaders.getAsync', rest, () =>
      Object.fromEntries(
        names.flatMap((name) => {
          const value = headers.get(name.toLowerCase());
          return value === undefined ? [] : [[name, value]];
        }),
      ),
    ),
  removeAsync: (names: string[], ...rest: unknown[]) =>
    call('internetHeaders.removeAsync', rest, () => {
      for (const name of names) headers.delete(name.toLowerCase());
    }),
});

/** Lives as long as the window in which the letter is written. */
const sessionData = ({ sessionData: data }: Draft, call: Call) => ({
  setAsync: (name: string, value: string, ...rest: unknown[]) =>
    call('sessionData.setAsync', rest, () => void data.set(name, value)),
  getAsync: (name: string, ...rest: unknown[]) =>
    call('sessionData.getAsync', rest, () => {
      const value = data.get(name);
      if (value === undefined) throw new OfficeError(9020, 'KeyNotFound', 'The specified key was not found.');
      return value;
    }),
  removeAsync: (name: string, ...rest: unknown[]) =>
    call('sessionData.removeAsync', rest, () => void data.delete(name)),
  getAllAsync: (...rest: unknown[]) => call('sessionData.getAllAsync', rest, () => Object.fromEntries(data)),
});
