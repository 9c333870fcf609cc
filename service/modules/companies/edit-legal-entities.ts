import type { Ctx } from '../../kernel/context';
import type { EndpointParsed } from '../../kernel/endpoint';
import { conflict, invalid, notFound } from '../../kernel/errors';
import { findRecord, insertRecord, removeRecord, requireVersion, updateRecord } from '../../kernel/records';
import { sql } from '../../kernel/sql';
import type { createLegalEntity, deleteLegalEntity, LegalEntityView, updateLegalEntity } from './companies.contract';
import { LegalEntity } from './companies.entity';
import { loadCompany } from './companies.policy';
import { viewLegalEntity } from './companies.view';
import { requisitesDoubts, requisitesKey } from './legal-entity-rules';
import { findRows } from '../../kernel/rows';

type Fields = Partial<Omit<EndpointParsed<typeof updateLegalEntity>, 'id' | 'version'>>;

export async function addLegalEntity(
  ctx: Ctx,
  { companyId, ...fields }: EndpointParsed<typeof createLegalEntity>,
): Promise<LegalEntityView> {
  await loadCompany(ctx, companyId, 'companies.update');
  return insertLegalEntity(ctx, companyId, fields);
}

/** @param lenient keeps doubtful numbers (imports of real, dirty lists) instead of refusing them */
export async function insertLegalEntity(
  ctx: Ctx,
  companyId: string,
  fields: Fields & { name: string },
  { lenient = false } = {},
): Promise<LegalEntityView> {
  const values = {
    companyId,
    name: fields.name,
    inn: fields.inn ?? null,
    kpp: fields.kpp ?? null,
    ogrn: fields.ogrn ?? null,
    legalAddress: fields.legalAddress ?? null,
    actualAddress: fields.actualAddress ?? null,
    director: fields.director ?? null,
    main: fields.main ?? false,
    accounts: fields.accounts ?? [],
    createdAt: ctx.clock.now(),
    deletedAt: null,
  };
  const key = requisitesKey(values);
  if (!lenient) refuseDoubts(requisitesDoubts(values));
  await requireUnique(ctx, key, null);
  const first = !(await ctx.db.row(
    sql`select id from legal_entity where companyId = ${companyId} and deletedAt is null`,
  ));
  const entity = await insertRecord(ctx, LegalEntity, { ...values, main: values.main || first, requisitesKey: key });
  await keepOneMain(ctx, entity);
  return viewLegalEntity(entity);
}

export async function changeLegalEntity(
  ctx: Ctx,
  { id, version, ...fields }: EndpointParsed<typeof updateLegalEntity>,
): Promise<LegalEntityView> {
  const entity = await load(ctx, id);
  requireVersion(entity, version, () => viewLegalEntity(entity));
  // Old doubts (of an import) may stay; what is typed now must be right.
  const before = requisitesDoubts(entity);
  const merged = {
    ...entity,
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
  };
  const faults = Object.entries(requisitesDoubts(merged)).filter(
    ([field, code]) =>
      before[field] !== code ||
      (field in fields && merged[field as keyof LegalEntity] !== entity[field as keyof LegalEntity]),
  );
  refuseDoubts(Object.fromEntries(faults));
  const key = requisitesKey(merged);
  await requireUnique(ctx, key, id);
  const after = await updateRecord(ctx, LegalEntity, entity, { ...fields, requisitesKey: key });
  await keepOneMain(ctx, after);
  return viewLegalEntity(after);
}

export async function dropLegalEntity(
  ctx: Ctx,
  { id, version }: EndpointParsed<typeof deleteLegalEntity>,
): Promise<{ ok: true }> {
  const entity = await load(ctx, id);
  requireVersion(entity, version, () => viewLegalEntity(entity));
  await removeRecord(ctx, LegalEntity, entity);
  return { ok: true };
}

async function load(ctx: Ctx, id: string): Promise<LegalEntity> {
  const entity = await findRecord(ctx, LegalEntity, { id });
  if (!entity) throw notFound();
  await loadCompany(ctx, entity.companyId, 'companies.update');
  return entity;
}

function refuseDoubts(doubts: Record<string, string>): void {
  if (Object.keys(doubts).length) throw invalid(doubts);
}

/** The refusal names the company that has the requisites and its manager, so that nobody hunts the same customer twice. */
async function requireUnique(ctx: Ctx, key: string | null, except: string | null): Promise<void> {
  if (!key) return;
  const holder = await ctx.db.row<{ id: string; companyId: string; company: string; owner: string | null }>(sql`
    select l.id as id, c.id as companyId, c.name as company, u.name as owner
    from legal_entity l join company c on c.id = l.companyId left join user_account u on u.id = c.ownerId
    where l.requisitesKey = ${key} and l.deletedAt is null`);
  if (holder && holder.id !== except)
    throw conflict('companies.requisitesTaken', {
      companyId: holder.companyId,
      company: holder.company,
      owner: holder.owner ?? '—',
    });
}

async function keepOneMain(ctx: Ctx, entity: LegalEntity): Promise<void> {
  if (!entity.main) return;
  const others = await findRows(ctx.db, LegalEntity, {
    companyId: entity.companyId,
    main: true,
  });
  for (const other of others)
    if (other.id !== entity.id && !other.deletedAt) await updateRecord(ctx, LegalEntity, other, { main: false });
}
