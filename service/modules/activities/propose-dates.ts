import { signedIn, type Ctx } from '../../kernel/context';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { hoursOf, loadCompany } from '../companies/companies.public';
import { absenceDays } from '../users/users.public';
import { loadCalendar, localDateOf, nextContactPresets } from '../working-time/working-time.public';
import type { nextContactPresets as presetsEndpoint } from './activities.contract';

/** Dates for the next contact that fit both sides: the customer's calendar and hours, the manager's absences. */
export async function proposeDates(
  ctx: Ctx,
  { companyId }: EndpointParsed<typeof presetsEndpoint>,
): Promise<EndpointOutput<typeof presetsEndpoint>> {
  const company = await loadCompany(ctx, companyId, 'companies.read');
  const now = ctx.clock.now();
  const user = signedIn(ctx);
  const rows = nextContactPresets({
    now,
    userTimeZone: user.timeZone,
    company: { timeZone: company.timeZone, country: company.country, hours: hoursOf(company) },
    calendar: await loadCalendar(ctx),
    isAbsent: await absenceDays(ctx, company.ownerId ?? user.id, localDateOf(now, user.timeZone)),
  });
  return { rows: rows.map(({ key, at, moved }) => ({ key, at: at.toISOString(), moved })) };
}
