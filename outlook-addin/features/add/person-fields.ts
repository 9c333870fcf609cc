import type { Correspondent, SignatureView } from '../../../service/modules/mail/mail.contract';

/** What is asked about a new person. */
export interface PersonFields {
  name: string;
  position: string;
  phones: string[];
  email: string;
}

export const personFields = (person: Correspondent, signature: SignatureView): PersonFields => ({
  name: signature.name ?? person.name ?? '',
  position: signature.position ?? '',
  phones: signature.phones,
  email: person.address,
});

/** As the service takes a contact. */
export const toContact = ({ name, position, phones, email }: PersonFields) => ({
  name: name.trim(),
  position: position.trim() || null,
  phones: phones.map((phone) => phone.trim()).filter(Boolean),
  emails: [email.trim()].filter(Boolean),
});
