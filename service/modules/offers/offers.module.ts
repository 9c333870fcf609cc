import { handle } from '../../kernel/handle';
import { reactTo, type Module } from '../../kernel/module';
import { Deal } from '../deals/deals.public';
import { followDeal } from './follow-deal';
import { changeTemplate, dropTemplate, readTemplate, takeTemplate } from './offer-template';
import * as contract from './offers.contract';
import { Offer, OfferLine, OfferTemplate } from './offers.entity';
import { findOffers, sumFoundOffers } from './offers.queries';
import { texts } from './offers.texts';
import { print } from './print-offer';
import { changeStatus, redate } from './set-status';
import { changeOffer, dropOffer, makeOffer, readOffer } from './write-offer';

/** Offers on deals: for how much, until when, how likely; printed from a Word template; won, lost or run out. */
export const offersModule: Module = {
  name: 'offers',
  entities: [Offer, OfferLine, OfferTemplate],
  texts,
  routes: [
    handle(contract.listOffers, findOffers),
    handle(contract.sumOffers, sumFoundOffers),
    handle(contract.getOffer, readOffer),
    handle(contract.createOffer, makeOffer),
    handle(contract.updateOffer, changeOffer),
    handle(contract.setOfferStatus, changeStatus),
    handle(contract.redateOffer, redate),
    handle(contract.deleteOffer, dropOffer),
    handle(contract.printOffer, print, { ownTransactions: true }),
    handle(contract.getOfferTemplate, readTemplate),
    handle(contract.downloadOfferTemplate, takeTemplate),
    handle(contract.uploadOfferTemplate, (ctx, input, { upload }) => changeTemplate(ctx, input, upload), {
      ownTransactions: true,
    }),
    handle(contract.resetOfferTemplate, dropTemplate),
  ],
  reactions: [reactTo(Deal, followDeal)],
};
