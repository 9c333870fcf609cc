import type { Person } from '../mailbox/letter';

export interface EmailAddressDetails {
  emailAddress: string;
  displayName: string;
  recipientType: string;
}

/** People as Office.js writes them; who has no name is called by his address. */
export const toDetails = ({ address, name }: Person): EmailAddressDetails => ({
  emailAddress: address,
  displayName: name || address,
  recipientType: 'other',
});

/** What an add-in may give: an address, or an address with a name. */
export const toPerson = (given: string | { emailAddress: string; displayName?: string }): Person =>
  typeof given === 'string'
    ? { address: given, name: '' }
    : { address: given.emailAddress, name: given.displayName ?? '' };

const prefixes = /^(?:\s*(?:re|fw|fwd|ответ|на|пересл)\s*:\s*)+/i;
export const normalized = (subject: string): string => subject.replace(prefixes, '');
