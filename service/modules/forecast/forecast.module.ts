import { handle } from '../../kernel/handle';
import { reactTo, type Module } from '../../kernel/module';
import { Offer } from '../offers/offers.public';
import { followOffer } from './follow-offers';
import * as contract from './forecast.contract';
import { ForecastMoveRow, SalesPlan } from './forecast.entity';
import { readForecast, readHistory, readMoves } from './read-forecast';
import { writePlan } from './set-plan';

/** What will be sold, by month, manager and type of equipment; the plan; and how the forecast came to be what it is. */
export const forecastModule: Module = {
  name: 'forecast',
  entities: [ForecastMoveRow, SalesPlan],
  routes: [
    handle(contract.getForecast, readForecast),
    handle(contract.forecastHistory, readHistory),
    handle(contract.listForecastMoves, readMoves),
    handle(contract.setPlan, writePlan),
  ],
  reactions: [reactTo(Offer, followOffer)],
};
