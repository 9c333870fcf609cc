import type { Ctx } from '../../kernel/context';
import type { EndpointParsed } from '../../kernel/endpoint';
import { toFlag } from '../../kernel/dialect';
import type { CompanyCard, getCompany } from '../companies/companies.contract';
import {
  loadCompany,
  readAssignments,
  viewCompany,
  viewConsignee,
  viewContact,
  viewLegalEntity,
} from '../companies/companies.public';
import { Consignee, Contact, LegalEntity } from '../companies/companies.entity';
import { plannedAndPinned, timelineOf } from './activities.queries';

/** The whole card in one request; each part is found by an index on the company. */
export async function readCard(ctx: Ctx, { id }: EndpointParsed<typeof getCompany>): Promise<CompanyCard> {
  const company = await loadCompany(ctx, id, 'companies.read');
  const living = async <T extends { deletedAt: Date | null; createdAt: Date; main?: boolean }>(name: string) =>
    (await ctx.db.manager.findBy<T & { companyId: string }>(name, { companyId: id } as never))
      .filter((row) => !row.deletedAt)
      .sort((a, b) => Number(toFlag(b.main)) - Number(toFlag(a.main)) || a.createdAt.getTime() - b.createdAt.getTime());

  const [view, contacts, legalEntities, consignees, { planned, pinned }, timeline, assignments] = await Promise.all([
    viewCompany(ctx, company),
    living<Contact>(Contact.name),
    living<LegalEntity>(LegalEntity.name),
    living<Consignee>(Consignee.name),
    plannedAndPinned(ctx, id),
    timelineOf(ctx, id, { limit: 20 }),
    readAssignments(ctx, id),
  ]);
  return {
    ...view,
    contacts: contacts.map(viewContact),
    legalEntities: legalEntities.map(viewLegalEntity),
    consignees: consignees.map(viewConsignee),
    planned,
    pinned,
    activities: timeline.rows,
    activitiesNext: timeline.next,
    assignments,
  };
}
