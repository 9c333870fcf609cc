import { requirePermission } from '../../kernel/authorize';
import type { Ctx } from '../../kernel/context';
import { handle } from '../../kernel/handle';
import { reactTo, type Module } from '../../kernel/module';
import { Outcome } from '../activities/activities.entity';
import { Activity } from '../activities/activities.public';
import { Deal } from '../deals/deals.public';
import { Offer } from '../offers/offers.public';
import { User } from '../users/users.public';
import { changeRule, viewRule } from './change-rule';
import { askRecount, recountLater, recountOne, recountUser } from './count-all';
import { countActivity } from './count-contacts';
import { countDeal, countOffer } from './count-sales';
import * as contract from './kpi.contract';
import { KpiContact, KpiNorm, KpiPeriod, KpiRule } from './kpi.entity';
import { readBase, readContacts } from './kpi-rows';
import { dropNorm, viewNorms, writeNorm } from './norms';
import { readKpi } from './read-kpi';
import { readMyPace } from './week-pace';

/** Who works and how much of it counts: figures kept with every write, each of which opens the rows it was counted from. */
export const kpiModule: Module = {
  name: 'kpi',
  entities: [KpiRule, KpiNorm, KpiContact, KpiPeriod],
  routes: [
    handle(contract.getKpi, readKpi),
    handle(contract.myPace, readMyPace),
    handle(contract.listContacts, readContacts),
    handle(contract.listBase, readBase),
    handle(contract.getKpiSettings, async (ctx: Ctx) => {
      requirePermission(ctx, 'kpi.read');
      return { rule: await viewRule(ctx), norms: await viewNorms(ctx) };
    }),
    handle(contract.setKpiRule, changeRule),
    handle(contract.recountKpi, askRecount),
    handle(contract.setNorm, writeNorm),
    handle(contract.deleteNorm, dropNorm),
  ],
  jobs: [recountUser],
  reactions: [
    reactTo(Activity, countActivity),
    reactTo(Offer, countOffer),
    reactTo(Deal, countDeal),
    // A week is his own clock's, and what «reached» means may change: what was counted by the old is counted anew.
    reactTo(User, async (ctx, { before, after }) => {
      if (before && after && before.timeZone !== after.timeZone) await recountOne(ctx, after.id);
    }),
    reactTo(Outcome, async (ctx, { before, after }) => {
      if (before && after && before.reached !== after.reached) await recountLater(ctx);
    }),
  ],
};
