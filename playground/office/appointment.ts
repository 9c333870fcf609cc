import type { Meeting } from '../mailbox/letter';
import { answer } from './async-result';
import type { OutlookHost } from './host';
import { itemCategories } from './item-categories';
import { normalized, toDetails } from './people';

/** A meeting somebody else has called: open for reading. */
export const attendeeAppointment = (host: OutlookHost, meeting: Meeting) => ({
  itemType: 'appointment',
  itemClass: 'IPM.Appointment',
  itemId: meeting.id,
  seriesId: meeting.seriesId,
  subject: meeting.subject,
  normalizedSubject: normalized(meeting.subject),
  organizer: toDetails(meeting.organizer),
  requiredAttendees: meeting.required.map(toDetails),
  optionalAttendees: meeting.optional.map(toDetails),
  start: new Date(meeting.start),
  end: new Date(meeting.end),
  location: meeting.location,
  attachments: [],
  ...common(host, meeting),
});

/** A meeting of the owner’s own: open for writing, so everything is asked for by a call. */
export function organizerAppointment(host: OutlookHost, meeting: Meeting) {
  const told = <T>(name: string, value: T) => ({
    getAsync: (...rest: unknown[]) =>
      answer(
        () => host.faults,
        `${name}.getAsync`,
        rest,
        () => value,
      ),
  });
  return {
    itemType: 'appointment',
    itemClass: 'IPM.Appointment',
    seriesId: meeting.seriesId,
    organizer: told('organizer', toDetails(meeting.organizer)),
    requiredAttendees: told('requiredAttendees', meeting.required.map(toDetails)),
    optionalAttendees: told('optionalAttendees', meeting.optional.map(toDetails)),
    subject: told('subject', meeting.subject),
    start: told('start', new Date(meeting.start)),
    end: told('end', new Date(meeting.end)),
    location: told('location', meeting.location),
    getItemIdAsync: told('getItemId', meeting.id).getAsync,
    addHandlerAsync: (_type: string, _handler: unknown, ...rest: unknown[]) =>
      answer(
        () => host.faults,
        'addHandlerAsync',
        rest,
        () => undefined,
      ),
    ...common(host, meeting),
  };
}

const common = (host: OutlookHost, meeting: Meeting) => ({
  body: {
    getAsync: (_coercionType: string, ...rest: unknown[]) =>
      answer(
        () => host.faults,
        'body.getAsync',
        rest,
        () => meeting.text,
      ),
  },
  categories: itemCategories(host, () => meeting.id),
});
