import type { Ctx } from '../../kernel/context';
import type { EndpointParsed } from '../../kernel/endpoint';
import { notFound } from '../../kernel/errors';
import { findRecord, insertRecord, removeRecord, requireVersion, updateRecord } from '../../kernel/records';
import type { Birthday, ContactView, createContact, deleteContact, updateContact } from './companies.contract';
import { Contact, type Company } from './companies.entity';
import { loadCompany } from './companies.policy';
import { viewContact } from './companies.view';
import { parsePhone } from './phones';
import { findRows } from '../../kernel/rows';

type Fields = Partial<Omit<EndpointParsed<typeof updateContact>, 'id' | 'version'>>;

export async function addContact(
  ctx: Ctx,
  { companyId, ...fields }: EndpointParsed<typeof createContact>,
): Promise<ContactView> {
  const company = await loadCompany(ctx, companyId, 'companies.update');
  return insertContact(ctx, company, fields);
}

export async function insertContact(
  ctx: Ctx,
  company: Pick<Company, 'id' | 'country'>,
  fields: Fields & { name: string },
): Promise<ContactView> {
  const { birthday, phones, emails, ...rest } = fields;
  const contact = await insertRecord(ctx, Contact, {
    companyId: company.id,
    name: rest.name,
    position: rest.position ?? null,
    roles: rest.roles ?? [],
    ...birthColumns(birthday ?? null),
    phones: (phones ?? []).map((phone) => parsePhone(phone, company.country)),
    emails: (emails ?? []).map((email) => email.toLowerCase()),
    note: rest.note ?? null,
    main: rest.main ?? false,
    createdAt: ctx.clock.now(),
    deletedAt: null,
  });
  await keepOneMain(ctx, contact);
  return viewContact(contact);
}

export async function changeContact(
  ctx: Ctx,
  { id, version, ...fields }: EndpointParsed<typeof updateContact>,
): Promise<ContactView> {
  const { contact, company } = await loadContact(ctx, id);
  requireVersion(contact, version, () => viewContact(contact));
  const { birthday, phones, emails, ...rest } = fields;
  const after = await updateRecord(ctx, Contact, contact, {
    ...rest,
    ...(birthday === undefined ? {} : birthColumns(birthday)),
    ...(phones ? { phones: phones.map((phone) => parsePhone(phone, company.country)) } : {}),
    ...(emails ? { emails: emails.map((email) => email.toLowerCase()) } : {}),
  });
  await keepOneMain(ctx, after);
  return viewContact(after);
}

export async function dropContact(
  ctx: Ctx,
  { id, version }: EndpointParsed<typeof deleteContact>,
): Promise<{ ok: true }> {
  const { contact } = await loadContact(ctx, id);
  requireVersion(contact, version, () => viewContact(contact));
  await removeRecord(ctx, Contact, contact);
  return { ok: true };
}

async function loadContact(ctx: Ctx, id: string): Promise<{ contact: Contact; company: Company }> {
  const contact = await findRecord(ctx, Contact, { id });
  // Without the right the caller must learn 403, without the record 404: the company's policy says which.
  const company = contact && (await loadCompany(ctx, contact.companyId, 'companies.update'));
  if (!contact || !company) throw notFound();
  return { contact, company };
}

const birthColumns = (birthday: Birthday | null) => ({
  birthDay: birthday?.day ?? null,
  birthMonth: birthday?.month ?? null,
  birthYear: birthday?.year ?? null,
});

/** A company has one main contact: naming another takes it from the one before. */
async function keepOneMain(ctx: Ctx, contact: Contact): Promise<void> {
  if (!contact.main) return;
  const others = await findRows(ctx.db, Contact, { companyId: contact.companyId, main: true });
  for (const other of others)
    if (other.id !== contact.id && !other.deletedAt) await updateRecord(ctx, Contact, other, { main: false });
}
