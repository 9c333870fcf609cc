import { listCatalog, suggestCatalog } from '../../../service/modules/catalog/catalog.contract';
import { countDeals, dealBoard, getDeal, listDeals } from '../../../service/modules/deals/deals.contract';
import { forecastHistory, getForecast, listForecastMoves } from '../../../service/modules/forecast/forecast.contract';
import { getKpi, myPace } from '../../../service/modules/kpi/kpi.contract';
import { getOffer, listOffers, sumOffers } from '../../../service/modules/offers/offers.contract';

/** The reads a write of a deal makes untrue. */
export const touchedByDeal = [listDeals, countDeals, dealBoard, getDeal, suggestCatalog, listCatalog, getKpi];
/** And one of an offer: it also moves the forecast and the week. */
export const touchedByOffer = [
  ...touchedByDeal,
  listOffers,
  sumOffers,
  getOffer,
  getForecast,
  forecastHistory,
  listForecastMoves,
  myPace,
];
