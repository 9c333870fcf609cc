/** What later modules may use of this one. */
export { Deal } from './deals.entity';
export { loadDeal, reachesDeal, visibleDeals } from './deals.policy';
export { tell as tellDeal } from './deal-events';
export { firstStage } from './pipelines';
