import { reaches } from '../../kernel/authorize';
import type { Ctx } from '../../kernel/context';
import type { Country } from '../working-time/working-time.contract';
import type { Import, ImportRow } from './imports.entity';
import { findExisting, loadKnown, personKey, phoneKey, type KnownCompany } from './known-company';
import { matchKeys, type MatchKeys } from './match-key';
import { addsNothing, planMerge } from './merge-plan';
import { readCompany, type CandidateCompany } from './read-company';
import type { TableRow } from './read-table';
import { createFromRow, mergeInto } from './write-company';
import { parsePhone } from '../companies/companies.public';

/** Where an import is, beyond its row in the database. */
export interface Progress {
  import: Import;
  country: Country;
  /** Owner's name or login as files write it → user id. */
  owners: Map<string, string>;
  /** What a dry run would have created so far: the rows after must see it, though nothing is written. */
  imagined: ImaginedCompanies;
}

interface Imagined {
  keys: MatchKeys;
  known: KnownCompany;
}

/** Imagined companies by what they are looked up by. */
export class ImaginedCompanies {
  private readonly list: Imagined[] = [];
  private readonly byKey = new Map<string, Imagined[]>();

  get size(): number {
    return this.list.length;
  }

  add(imagined: Imagined): void {
    this.list.push(imagined);
    for (const key of lookUps(imagined.keys)) this.byKey.set(key, [...(this.byKey.get(key) ?? []), imagined]);
  }

  /** Back to so many: the chunk that added the rest was not kept. */
  cutTo(size: number): void {
    const rest = this.list.splice(size);
    for (const gone of rest)
      for (const key of lookUps(gone.keys))
        this.byKey.set(
          key,
          (this.byKey.get(key) ?? []).filter((held) => held !== gone),
        );
  }

  find(keys: MatchKeys, fits: (imagined: Imagined) => boolean): Imagined | undefined {
    return lookUps(keys)
      .flatMap((key) => this.byKey.get(key) ?? [])
      .find(fits);
  }
}

const lookUps = ({ inn, nameKey }: MatchKeys) => [...(inn ? [`inn ${inn}`] : []), `name ${nameKey}`];

type Outcome = Pick<ImportRow, 'rowNumber' | 'result' | 'name' | 'companyId' | 'reasons'>;

/** Takes one row: reads it, finds its company, creates or completes it. In a dry run it only says what would happen. */
export async function importRow(ctx: Ctx, progress: Progress, row: TableRow): Promise<Outcome> {
  const outcome = (result: Outcome['result'], rest: Partial<Outcome> = {}): Outcome => ({
    rowNumber: row.row,
    result,
    name: null,
    companyId: null,
    reasons: [],
    ...rest,
  });
  if ('fault' in row) return outcome('refused', { reasons: [{ field: null, code: row.fault }] });
  const { country } = progress;
  const read = readCompany(row.cells, progress.import.mapping, { country });
  if ('refused' in read) return outcome('refused', { reasons: read.refused });

  const { company: candidate, doubts } = read;
  const about = { name: candidate.name.slice(0, 250), reasons: [...doubts] as Outcome['reasons'] };
  const keys = matchKeys(candidate, { country });
  const known = await findKnown(ctx, progress, keys, candidate);
  if (!known) {
    if (progress.import.mode === 'updateOnly')
      return outcome('skipped', { ...about, reasons: [...about.reasons, { field: null, code: 'imports.notFound' }] });
    const ownerId = ownerOf(ctx, progress, candidate, about.reasons);
    if (progress.import.dryRun) {
      progress.imagined.add({ keys, known: imagine(candidate, ownerId, country) });
      return outcome('created', about);
    }
    const created = await createFromRow(ctx, candidate, ownerId, country);
    return outcome('created', { ...about, companyId: created.id });
  }

  const companyId = known.company?.id ?? null;
  if (known.company && known.company.nameKey !== keys.nameKey.slice(0, 250))
    about.reasons.push({ field: 'name', code: 'imports.otherName', value: known.company.name });
  if (progress.import.mode === 'createOnly')
    return outcome('skipped', {
      ...about,
      companyId,
      reasons: [...about.reasons, { field: null, code: 'imports.alreadyThere' }],
    });
  if (!reaches(ctx, 'companies.update', known))
    return outcome('skipped', { ...about, reasons: [...about.reasons, { field: null, code: 'imports.ofAnother' }] });
  const plan = planMerge(known, candidate, country);
  if (addsNothing(plan)) return outcome('skipped', { ...about, companyId });
  if (progress.import.dryRun) {
    if (!known.company) absorb(known, candidate, country);
  } else await mergeInto(ctx, known, plan, candidate, country);
  return outcome('updated', { ...about, companyId });
}

async function findKnown(
  ctx: Ctx,
  progress: Progress,
  keys: MatchKeys,
  candidate: CandidateCompany,
): Promise<KnownCompany | null> {
  const existing = await findExisting(ctx, keys, candidate);
  if (existing) return loadKnown(ctx, existing);
  return progress.imagined.find(keys, (other) => isSame(other, keys, candidate))?.known ?? null;
}

/** The rule of findExisting, for what is only imagined. */
function isSame({ keys: held, known }: Imagined, keys: MatchKeys, candidate: CandidateCompany): boolean {
  if (keys.requisites && held.requisites === keys.requisites) return true;
  if (keys.inn && held.inn === keys.inn) return !candidate.kpp || known.requisites.some((entity) => !entity.kpp);
  if (held.nameKey !== keys.nameKey || (keys.inn && held.inn)) return false;
  const known_ = Boolean(candidate.city) || keys.domains.length > 0 || keys.phones.length > 0;
  return (
    !known_ ||
    keys.domains.some((domain) => held.domains.includes(domain)) ||
    keys.phones.some((phone) => held.phones.includes(phone)) ||
    (candidate.city !== null && candidate.city === known.values.city)
  );
}

function imagine(candidate: CandidateCompany, ownerId: string | null, country: Country): KnownCompany {
  const known: KnownCompany = {
    company: null,
    ownerId,
    values: {
      city: null,
      region: null,
      address: null,
      site: null,
      notes: null,
      source: null,
      purchasingPower: 'unknown',
    },
    status: 'pool',
    phones: new Set(),
    emails: new Set(),
    requisites: [],
    contacts: [],
  };
  absorb(known, candidate, country);
  return known;
}

/** Adds to an imagined company what the row would have added. */
function absorb(known: KnownCompany, candidate: CandidateCompany, country: Country): void {
  const plan = planMerge(known, candidate, country);
  Object.assign(known.values, plan.values);
  if (plan.values.status) known.status = plan.values.status;
  for (const phone of plan.phones) known.phones.add(phoneKey(parsePhone(phone, country)));
  for (const email of plan.emails) known.emails.add(email);
  if (plan.requisites) {
    const { to, accounts, ...values } = plan.requisites;
    const held =
      to === null
        ? { entity: null, inn: null, kpp: null, ogrn: null, director: null, accounts: new Set<string>() }
        : known.requisites[to]!;
    Object.assign(held, values);
    for (const { account } of accounts) held.accounts.add(account);
    if (to === null) known.requisites.push(held);
  }
  if (plan.contact && candidate.contact) {
    const { to, phones, emails, position, note, birthday } = plan.contact;
    const held =
      to === null
        ? {
            contact: null,
            key: personKey(candidate.contact.name),
            phones: new Set<string>(),
            emails: new Set<string>(),
            position: null as string | null,
            birthday: false,
            note: null as string | null,
          }
        : known.contacts[to]!;
    held.position ??= position ?? null;
    held.note = note ?? held.note;
    held.birthday ||= Boolean(birthday);
    for (const phone of phones) held.phones.add(phoneKey(parsePhone(phone, country)));
    for (const email of emails) held.emails.add(email);
    if (to === null) known.contacts.push(held);
  }
}

/** The owner the file names, if he is one of ours and within the importer's reach; else the one chosen for all. */
function ownerOf(
  ctx: Ctx,
  progress: Progress,
  candidate: CandidateCompany,
  reasons: Outcome['reasons'],
): string | null {
  if (!candidate.ownerName) return progress.import.ownerId;
  const named = progress.owners.get(personKey(candidate.ownerName));
  if (named && (named === ctx.user?.id || reaches(ctx, 'companies.assign', { ownerId: named }))) return named;
  reasons.push({ field: 'owner', code: 'imports.unknownOwner', value: candidate.ownerName });
  return progress.import.ownerId;
}
