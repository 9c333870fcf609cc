import { reactTo, type Module } from '../../kernel/module';
import { Assignment, Company, Consignee, Contact, ContactPoint, LegalEntity, SavedView } from './companies.entity';
import { keepAssignedAt } from './assign-companies';
import { routes } from './companies.routes';
import { texts } from './companies.texts';
import { renewIndexLater, touchesIndex } from './company-index';

/** Companies, their people, requisites and consignees; who has them; finding them. */
export const companiesModule: Module = {
  name: 'companies',
  entities: [Company, Assignment, Contact, ContactPoint, LegalEntity, Consignee, SavedView],
  routes,
  texts,
  reactions: [
    reactTo(Company, (ctx, { before, after }) => {
      if (touchesIndex(before, after)) renewIndexLater(ctx, (after ?? before)!.id);
    }),
    reactTo(Assignment, keepAssignedAt),
    reactTo(Contact, (ctx, { before, after }) => renewIndexLater(ctx, (after ?? before)!.companyId)),
    reactTo(LegalEntity, (ctx, { before, after }) => renewIndexLater(ctx, (after ?? before)!.companyId)),
  ],
};
