import { handle } from '../../kernel/handle';
import { reactTo, type Module } from '../../kernel/module';
import { getCompany } from '../companies/companies.contract';
import { Company } from '../companies/companies.public';
import * as contract from './activities.contract';
import { Activity, Outcome } from './activities.entity';
import { readPlanned, readTimeline } from './activities.queries';
import { texts } from './activities.texts';
import { countCalls, readCallList } from './call-list';
import { renewSummaryLater } from './company-summary';
import { followOwner } from './follow-owner';
import { log } from './log-activity';
import { addOutcome, changeOutcome, readOutcomes } from './outcomes';
import { proposeDates } from './propose-dates';
import { readCard } from './read-card';
import { change, drop } from './update-activity';

/** What was done and what is planned; the call list; the card that shows both. */
export const activitiesModule: Module = {
  name: 'activities',
  entities: [Activity, Outcome],
  texts,
  routes: [
    handle(contract.logActivity, log),
    handle(contract.updateActivity, change),
    handle(contract.deleteActivity, drop),
    handle(contract.companyTimeline, readTimeline),
    handle(contract.listPlanned, readPlanned),
    handle(contract.callList, readCallList),
    handle(contract.callCounts, countCalls),
    handle(contract.nextContactPresets, proposeDates),
    handle(contract.listOutcomes, readOutcomes),
    handle(contract.createOutcome, addOutcome),
    handle(contract.updateOutcome, changeOutcome),
    handle(getCompany, readCard),
  ],
  reactions: [
    reactTo(Activity, (ctx, { before, after }) => renewSummaryLater(ctx, (after ?? before)!.companyId)),
    reactTo(Company, followOwner),
  ],
};
