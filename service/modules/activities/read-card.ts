import type { Entity } from '../../kernel/columns';
import type { Ctx } from '../../kernel/context';
import { findRows } from '../../kernel/rows';
import type { EndpointParsed } from '../../kernel/endpoint';
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

type Part = { id: string; companyId: string; createdAt: Date; deletedAt: Date | null; main?: boolean };

/** The whole card in one request; each part is found by an index on the company. */
export async function readCard(ctx: Ctx, { id }: EndpointParsed<typeof getCompany>): Promise<CompanyCard> {
  const company = await loadCompany(ctx, id, 'companies.read');
  const living = async <T extends Part>(part: Entity<T>) =>
    (await findRows(ctx.db, part, { companyId: id } as Partial<T>))
      .filter((row) => !row.deletedAt)
      .sort(
        (a, b) => Number(b.main ?? false) - Number(a.main ?? false) || a.createdAt.getTime() - b.createdAt.getTime(),
      );

  const [view, contacts, legalEntities, consignees, { planned, pinned }, timeline, assignments] = await Promise.all([
    viewCompany(ctx, company),
    living(Contact),
    living(LegalEntity),
    living(Consignee),
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
