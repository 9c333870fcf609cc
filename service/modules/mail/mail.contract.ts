import { z } from 'zod';
import {
  deleteInput,
  done,
  endpoint,
  idInput,
  instant,
  optionalText,
  personRef,
  requiredText,
} from '../../kernel/endpoint';
import { activityView, nextContactView } from '../companies/companies.contract';
import { nextInput } from '../activities/activities.contract';

/**
 * Letters and meetings of a mailbox beside the companies they are about. Whether one is logged is the server's truth,
 * by the letter's own id, so every colleague and every device sees the same.
 */

export const mailKinds = ['letter', 'meeting'] as const;
/** `me` is whoever's mailbox it is. */
export const mailDirections = ['in', 'out'] as const;

/**
 * What makes an item the same in every mailbox: a letter's internetMessageId as it stands in the header; of a meeting
 * `meeting:<organizer’s address>|<start, ISO UTC>|<subject>`; of a letter being sent `pending:<UUID>`, until it has an id.
 */
export const mailKey = z.string().trim().min(3).max(2000);
const address = z.string().trim().toLowerCase().max(320);
export const mailPerson = z.object({ address, name: optionalText(200) });
export type MailPerson = z.infer<typeof mailPerson>;

/** Who logged an item, on which company. */
export const loggedView = z.object({
  id: z.string(),
  version: z.number().int(),
  /** Null on a company the reader may not see: he learns that it is logged and by whom. */
  company: z.object({ id: z.string(), name: z.string() }).nullable(),
  activityId: z.string().nullable(),
  by: personRef.nullable(),
  at: instant,
  can: z.object({ unlog: z.boolean() }),
});
export type LoggedView = z.infer<typeof loggedView>;

export const matchReasons = ['chosen', 'email', 'domain'] as const;
export const companyMatch = z.object({
  company: z.object({
    id: z.string(),
    name: z.string(),
    city: z.string().nullable(),
    owner: personRef.nullable(),
    /** A company of somebody else's is named with its manager but cannot be opened. */
    visible: z.boolean(),
  }),
  contact: z.object({ id: z.string(), name: z.string(), position: z.string().nullable() }).nullable(),
  because: z.enum(matchReasons),
});
export type CompanyMatch = z.infer<typeof companyMatch>;

export const correspondent = z.object({
  address: z.string(),
  name: z.string().nullable(),
  /** Best first: the one chosen before, the same address, the same mail domain (never of a public mail service). */
  matches: z.array(companyMatch),
  /** The company to open at once: there is one match, or one was chosen before. */
  companyId: z.string().nullable(),
});
export type Correspondent = z.infer<typeof correspondent>;

export const lookUpMail = endpoint({
  id: 'mail.lookUp',
  method: 'POST',
  path: '/api/mail/look-up',
  access: 'companies.read',
  summary: 'Whom an open letter or meeting is with, and whether it is logged; colleagues’ addresses are left out',
  input: z.object({
    key: mailKey.nullish(),
    threadKey: mailKey.nullish(),
    people: z.array(mailPerson).max(200),
  }),
  output: z.object({
    correspondents: z.array(correspondent),
    logged: z.array(loggedView),
    /** Why it must not be logged: nobody from outside, or somebody on a «do not log» list. */
    refusal: z.enum(['noOutsider', 'neverLog']).nullable(),
    /** An earlier item of the same thread is logged on this company: it is proposed, nothing more. */
    thread: z.object({ id: z.string(), name: z.string() }).nullable(),
  }),
});
export type LookUp = z.infer<typeof lookUpMail.output>;

export const mailState = endpoint({
  id: 'mail.state',
  method: 'GET',
  path: '/api/mail/state',
  access: 'companies.read',
  summary: 'Whether an item is logged, by whom: asked every few seconds by an open pane',
  input: z.object({ key: mailKey }),
  output: z.object({ logged: z.array(loggedView) }),
});

export const logMail = endpoint({
  id: 'mail.log',
  method: 'POST',
  path: '/api/mail',
  access: 'activities.write',
  summary: 'Log a letter or a meeting on a company; a second time writes nothing and answers the first',
  input: z.object({
    key: mailKey,
    threadKey: mailKey.nullish(),
    kind: z.enum(mailKinds).default('letter'),
    companyId: idInput,
    contactId: idInput.nullish(),
    subject: optionalText(500),
    from: mailPerson,
    to: z.array(mailPerson).max(200),
    /** When it was sent; of a meeting, when it began. */
    at: instant,
    direction: z.enum(mailDirections).default('in'),
    /** Plain text; what is beyond is cut off. */
    body: z
      .string()
      .max(200_000)
      .nullish()
      .transform((text) => text?.trim().slice(0, 100_000) || null),
    outcomeId: idInput.nullish(),
    note: optionalText(10000),
    minutes: z.number().int().min(0).max(1440).nullish(),
    /** The planned activity that this one does. */
    completes: idInput.nullish(),
    next: nextInput.optional(),
  }),
  output: z.object({
    logged: loggedView,
    activity: activityView,
    nextContact: nextContactView.nullable(),
    /** It was logged before, by the one named in `logged`. */
    already: z.boolean(),
  }),
});

export const unlogMail = endpoint({
  id: 'mail.unlog',
  method: 'DELETE',
  path: '/api/mail/{id}',
  access: 'activities.write',
  summary: 'Take a logged item off the company: its text and files go for good',
  input: deleteInput,
  output: done,
});

export const bindMail = endpoint({
  id: 'mail.bind',
  method: 'POST',
  path: '/api/mail/bind',
  access: 'activities.write',
  summary: 'Tell the id that a letter logged on sending has got since',
  input: z.object({ pending: mailKey, key: mailKey, threadKey: mailKey.nullish() }),
  output: z.object({ logged: z.array(loggedView) }),
});

export const mailView = z.object({
  id: z.string(),
  kind: z.enum(mailKinds),
  direction: z.enum(mailDirections),
  subject: z.string().nullable(),
  from: z.object({ address: z.string(), name: z.string().nullable() }),
  to: z.array(z.object({ address: z.string(), name: z.string().nullable() })),
  at: instant,
  body: z.string().nullable(),
});
export type MailView = z.infer<typeof mailView>;

export const getMail = endpoint({
  id: 'mail.get',
  method: 'GET',
  path: '/api/activities/{activityId}/mail',
  access: 'companies.read',
  summary: 'The letter or meeting behind an activity',
  input: z.object({ activityId: idInput }),
  output: mailView,
});

export const chooseMatch = endpoint({
  id: 'mail.choose',
  method: 'POST',
  path: '/api/mail/choices',
  access: 'companies.read',
  summary: 'Remember which company an address stands for, for oneself',
  input: z.object({ address, companyId: idInput, contactId: idInput.nullish() }),
  output: done,
});

/** What a signature says of its owner; a field that was not found is null. */
export const signatureView = z.object({
  name: z.string().nullable(),
  position: z.string().nullable(),
  company: z.string().nullable(),
  phones: z.array(z.string()),
  emails: z.array(z.string()),
  site: z.string().nullable(),
  inn: z.string().nullable(),
  city: z.string().nullable(),
});
export type SignatureView = z.infer<typeof signatureView>;

export const readSignature = endpoint({
  id: 'mail.readSignature',
  method: 'POST',
  path: '/api/mail/read-signature',
  access: 'companies.read',
  summary: 'Read name, position, phones, site and INN out of a letter’s signature; nothing is kept',
  input: z.object({ text: z.string().max(200_000), from: mailPerson }),
  output: signatureView,
});

// What is never logged, and who is of ours -----------------------------------------------------------------------------

/** `ours`: a domain of our own, whose people are no customers. `never`: an address or a domain that is never logged. */
export const mailRuleKinds = ['ours', 'never'] as const;
export const mailRuleView = z.object({
  id: z.string(),
  version: z.number().int(),
  kind: z.enum(mailRuleKinds),
  /** An address `a@b.ru` or a domain `b.ru`. */
  value: z.string(),
  /** Everybody’s, or the reader’s own. */
  own: z.boolean(),
});
export type MailRuleView = z.infer<typeof mailRuleView>;

export const listMailRules = endpoint({
  id: 'mailRules.list',
  method: 'GET',
  path: '/api/mail/rules',
  access: 'signedIn',
  summary: 'Our domains and the «do not log» lists: everybody’s and one’s own',
  input: z.object({}),
  output: z.object({ rows: z.array(mailRuleView) }),
});

export const createMailRule = endpoint({
  id: 'mailRules.create',
  method: 'POST',
  path: '/api/mail/rules',
  access: 'signedIn',
  summary: 'Add to one’s own list; everybody’s takes the right to manage settings',
  input: z.object({
    kind: z.enum(mailRuleKinds),
    value: requiredText(320).pipe(
      z
        .string()
        .toLowerCase()
        .regex(/^(?:[^@\s]+@)?[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?\.[\p{L}\p{N}-]{2,}$/u, 'mail.ruleForm'),
    ),
    own: z.boolean().default(true),
  }),
  output: mailRuleView,
});

export const deleteMailRule = endpoint({
  id: 'mailRules.delete',
  method: 'DELETE',
  path: '/api/mail/rules/{id}',
  access: 'signedIn',
  summary: 'Take a rule away',
  input: deleteInput,
  output: done,
});
