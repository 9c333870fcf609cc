import { reaches } from '../../kernel/authorize';
import type { Ctx } from '../../kernel/context';
import type { Country } from '../working-time/working-time.contract';
import type { Import, ImportRow } from './imports.entity';
import { complete, imagine, type ImaginedCompanies } from './imagined-companies';
import { byRequisites, findKnown, hasKey, personKey, type KnownCompany } from './known-company';
import { matchKeys } from './match-key';
import { addsNothing, planMerge, type MergePlan } from './merge-plan';
import { readCompany, type CandidateCompany } from './read-company';
import type { TableRow } from './read-table';
import { createFromRow, mergeInto } from './write-company';
import { requisitesKey } from '../companies/companies.public';

/** Where an import is, beyond its row in the database. */
export interface Progress {
  import: Import;
  country: Country;
  /** Owner's name or login as files write it → user id. */
  owners: Map<string, string>;
  /** What a dry run would have created so far: the rows after must see it, though nothing is written. */
  imagined: ImaginedCompanies;
}

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
  const known = await findKnown(ctx, progress.imagined, keys, candidate);
  const nextOrder = () => progress.imagined.nextOrder();
  if (!known) {
    if (progress.import.mode === 'updateOnly')
      return outcome('skipped', { ...about, reasons: [...about.reasons, { field: null, code: 'imports.notFound' }] });
    const ownerId = ownerOf(ctx, progress, candidate, about.reasons);
    if (progress.import.dryRun) {
      progress.imagined.put(imagine(candidate, keys, { ownerId, country, nextOrder }));
      return outcome('created', about);
    }
    const created = await createFromRow(ctx, candidate, ownerId, country);
    return outcome('created', { ...about, companyId: created.id });
  }

  const companyId = known.company?.id ?? null;
  if (known.nameKey !== keys.nameKey.slice(0, 250))
    about.reasons.push({ field: 'name', code: 'imports.otherName', value: known.name });
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
  if (await clashes(ctx, progress, known, plan))
    return outcome('refused', { ...about, reasons: [...about.reasons, { field: 'inn', code: 'imports.duplicate' }] });
  if (progress.import.dryRun) progress.imagined.put(complete(known, plan, candidate, { country, nextOrder }));
  else await mergeInto(ctx, known, plan, candidate, country);
  return outcome('updated', { ...about, companyId });
}

/** Whether another set of requisites has the INN and KPP that the plan would write. */
async function clashes(ctx: Ctx, { imagined }: Progress, known: KnownCompany, plan: MergePlan): Promise<boolean> {
  if (!plan.requisites) return false;
  const { to, inn, kpp } = plan.requisites;
  const held = to === null ? null : known.requisites[to]!;
  const key = requisitesKey({ inn: held?.inn ?? inn, kpp: held?.kpp ?? kpp });
  if (!key || (held && hasKey(key)(held))) return false;
  return (await byRequisites(ctx, imagined, key)) !== null;
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
