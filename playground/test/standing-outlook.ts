import type { Letter, Mailbox, Meeting, Person } from '../mailbox/letter';
import type { AsyncResult } from '../office/async-result';
import { buildOffice } from '../office/build-office';
import { createOutlook, type OutlookOptions } from '../outlook/create-outlook';

export const anna: Person = { address: 'anna@ryadom.example', name: 'Анна Светлова' };
export const customer: Person = { address: 'ivanova@romashka.example', name: 'Иванова Анна' };

export const letter = (id: string, values: Partial<Letter> = {}): Letter => ({
  id,
  folder: 'inbox',
  internetMessageId: `<${id}@romashka.example>`,
  conversationId: `thread-${id}`,
  itemClass: 'IPM.Note',
  subject: `RE: Письмо ${id}`,
  from: customer,
  to: [anna],
  cc: [],
  at: '2026-03-12T08:00:00.000Z',
  text: `Текст ${id}`,
  html: `<p>Текст ${id}</p>`,
  attachments: [],
  headers: { 'message-id': `<${id}@romashka.example>` },
  read: false,
  encrypted: false,
  invitation: null,
  ...values,
});

export const meeting = (id: string, organizer: Person): Meeting => ({
  id,
  seriesId: null,
  subject: 'Показ',
  organizer,
  required: [anna, customer],
  optional: [],
  start: '2026-03-11T08:00:00.000Z',
  end: '2026-03-11T09:00:00.000Z',
  location: 'Зал',
  text: 'О насосах',
});

/** An Outlook with a pane in it, without any page around. */
export function standingOutlook(mailbox: Partial<Mailbox> = {}, options: Partial<OutlookOptions> = {}) {
  let serial = 0;
  const outlook = createOutlook(
    {
      account: anna,
      letters: [letter('first'), letter('second'), letter('third')],
      meetings: [meeting('own', anna), meeting('theirs', customer)],
      ...mailbox,
    },
    {
      language: 'ru-RU',
      now: () => new Date('2026-03-12T09:00:00Z'),
      uuid: () => `uuid-${(serial += 1)}`,
      attachment: async (id) => btoa(`bytes of ${id}`),
      openBrowserWindow: () => undefined,
      ...options,
    },
  );
  return { outlook, ...buildOffice(outlook, 'https://crm.example') };
}

/** A call of Office.js as a promise of what its callback is given. */
export const answerOf = <T>(start: (callback: (result: AsyncResult<T>) => void) => void): Promise<AsyncResult<T>> =>
  new Promise((resolve) => start(resolve));

/** A property of `mailbox.item`, whichever kind it is. */
export function itemOf<T = Record<string, never>>(office: { context: { mailbox: { item: unknown } } }): T {
  return office.context.mailbox.item as T;
}
