import type { Ctx } from '../../kernel/context';
import type { EndpointParsed } from '../../kernel/endpoint';
import { invalid, notFound } from '../../kernel/errors';
import { findRecord, insertRecord, removeRecord, requireVersion, updateRecord } from '../../kernel/records';
import { timeZoneOf } from '../working-time/working-time.public';
import type { ConsigneeView, createConsignee, deleteConsignee, updateConsignee } from './companies.contract';
import { Consignee, type Company } from './companies.entity';
import { loadCompany } from './companies.policy';
import { viewConsignee } from './companies.view';
import { parsePhone } from './phones';
import { checkKpp } from './requisites';
import { requireTimeZone } from './company-place';

export async function addConsignee(
  ctx: Ctx,
  { companyId, ...fields }: EndpointParsed<typeof createConsignee>,
): Promise<ConsigneeView> {
  const company = await loadCompany(ctx, companyId, 'companies.update');
  requireKpp(fields.kpp);
  const city = fields.city ?? null;
  const timeZone = fields.timeZone ?? (city ? timeZoneOf({ city, region: null, country: company.country }) : null);
  if (timeZone) requireTimeZone(timeZone);
  const consignee = await insertRecord(ctx, Consignee, {
    companyId,
    name: fields.name,
    kpp: fields.kpp ?? null,
    address: fields.address,
    city,
    timeZone,
    contactName: fields.contactName ?? null,
    phone: fields.phone ? parsePhone(fields.phone, company.country) : null,
    note: fields.note ?? null,
    createdAt: ctx.clock.now(),
    deletedAt: null,
  });
  return viewConsignee(consignee);
}

export async function changeConsignee(
  ctx: Ctx,
  { id, version, phone, ...fields }: EndpointParsed<typeof updateConsignee>,
): Promise<ConsigneeView> {
  const { consignee, company } = await load(ctx, id);
  requireVersion(consignee, version, () => viewConsignee(consignee));
  requireKpp(fields.kpp);
  if (fields.timeZone) requireTimeZone(fields.timeZone);
  const moved = fields.city !== undefined && fields.city !== consignee.city && fields.timeZone === undefined;
  const after = await updateRecord(ctx, Consignee, consignee, {
    ...fields,
    ...(moved
      ? { timeZone: fields.city ? timeZoneOf({ city: fields.city, region: null, country: company.country }) : null }
      : {}),
    ...(phone === undefined ? {} : { phone: phone ? parsePhone(phone, company.country) : null }),
  });
  return viewConsignee(after);
}

export async function dropConsignee(
  ctx: Ctx,
  { id, version }: EndpointParsed<typeof deleteConsignee>,
): Promise<{ ok: true }> {
  const { consignee } = await load(ctx, id);
  requireVersion(consignee, version, () => viewConsignee(consignee));
  await removeRecord(ctx, Consignee, consignee);
  return { ok: true };
}

async function load(ctx: Ctx, id: string): Promise<{ consignee: Consignee; company: Company }> {
  const consignee = await findRecord(ctx, Consignee, { id });
  if (!consignee) throw notFound();
  return { consignee, company: await loadCompany(ctx, consignee.companyId, 'companies.update') };
}

function requireKpp(kpp: string | null | undefined): void {
  const fault = kpp ? checkKpp(kpp) : null;
  if (fault) throw invalid({ kpp: fault });
}
