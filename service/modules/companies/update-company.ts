import type { Ctx } from '../../kernel/context';
import type { EndpointParsed } from '../../kernel/endpoint';
import { removeRecord, requireVersion, updateRecord } from '../../kernel/records';
import { findRows } from '../../kernel/rows';
import { rememberPlace, timeZoneOf } from '../working-time/working-time.public';
import { companyKey } from './company-name';
import type { CompanyView, deleteCompany, updateCompany } from './companies.contract';
import { Company, LegalEntity } from './companies.entity';
import { loadCompany } from './companies.policy';
import { viewCompany } from './companies.view';
import { cityKey, requireTimeZone } from './company-place';
import { parsePhone } from './phones';

export async function changeCompany(ctx: Ctx, input: EndpointParsed<typeof updateCompany>): Promise<CompanyView> {
  const { id, version, hours, phones, emails, timeZone, ...fields } = input;
  const company = await loadCompany(ctx, id, 'companies.update');
  const current = await viewCompany(ctx, company);
  requireVersion(company, version, () => current);
  const place = { city: company.city, region: company.region, country: company.country, ...defined(fields) };
  const moved = place.city !== company.city || place.region !== company.region || place.country !== company.country;
  // An empty zone means "by the city"; so does moving without naming one.
  const zone = timeZone || (moved || timeZone === '' ? timeZoneOf(place) : company.timeZone);
  requireTimeZone(zone);
  const after = await updateRecord(ctx, Company, company, {
    ...fields,
    ...(fields.name === undefined ? {} : { nameKey: companyKey(fields.name).slice(0, 250) }),
    ...(fields.city === undefined ? {} : { cityKey: cityKey(fields.city) }),
    ...(phones ? { phones: phones.map((phone) => parsePhone(phone, place.country)) } : {}),
    ...(emails ? { emails: emails.map((email) => email.toLowerCase()) } : {}),
    ...(hours
      ? {
          workFrom: hours.from,
          workTo: hours.to,
          breakFrom: hours.breakFrom,
          breakTo: hours.breakTo,
          workDays: hours.days,
        }
      : {}),
    timeZone: zone,
    updatedAt: ctx.clock.now(),
  });
  await rememberPlace(ctx, after);
  return viewCompany(ctx, after);
}

export async function dropCompany(
  ctx: Ctx,
  { id, version }: EndpointParsed<typeof deleteCompany>,
): Promise<{ ok: true }> {
  const company = await loadCompany(ctx, id, 'companies.delete');
  const current = await viewCompany(ctx, company);
  requireVersion(company, version, () => current);
  // Its requisites go with it, or nobody could ever enter the same INN and KPP again.
  for (const entity of await findRows(ctx.db, LegalEntity, { companyId: id }))
    if (!entity.deletedAt) await removeRecord(ctx, LegalEntity, entity);
  await removeRecord(ctx, Company, company);
  return { ok: true };
}

const defined = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
