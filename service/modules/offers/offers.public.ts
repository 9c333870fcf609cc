/** What later modules may use of this one. */
export { Offer } from './offers.entity';
export { findOffers, offerJoins, offerConditions, weightOf } from './offers.queries';
export { redate as redateOffer } from './set-status';
export { loadOffer } from './write-offer';
