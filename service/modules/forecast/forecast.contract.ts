import { z } from 'zod';
import {
  endpoint,
  idInput,
  instant,
  localDate,
  page,
  pageInput,
  personRef,
  queryInteger,
  versionInput,
} from '../../kernel/endpoint';

/** `2026-03` */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/**
 * What is expected and what came in, kopecks, for one month, manager and type of equipment. An open offer weighs its
 * amount times its probability, to the kopeck, in the month it is expected; a won one stands whole in the month it was
 * won.
 */
export const forecastCell = z.object({
  month,
  owner: personRef.nullable(),
  type: z.string(),
  /** Open offers: how many, their full amount, its weight, the margin's weight. */
  count: z.number().int(),
  amount: z.number().int(),
  weighted: z.number().int(),
  margin: z.number().int(),
  /** Won offers. */
  wonCount: z.number().int(),
  won: z.number().int(),
  wonMargin: z.number().int(),
});
export type ForecastCell = z.infer<typeof forecastCell>;

export const planView = z.object({
  month,
  user: personRef,
  /** 0 when there is none yet. */
  version: z.number().int(),
  amount: z.number().int(),
});
export type PlanView = z.infer<typeof planView>;

export const getForecast = endpoint({
  id: 'forecast.get',
  method: 'GET',
  path: '/api/forecast',
  access: 'deals.read',
  summary: 'The forecast by month, manager and type of equipment: expected, won and planned',
  input: z.object({
    from: month,
    months: queryInteger.pipe(z.number().min(1).max(24)).default(6),
    /** User ids with commas. */
    owner: z.string().max(2000).optional(),
    type: z.string().max(120).optional(),
  }),
  output: z.object({
    cells: z.array(forecastCell),
    plans: z.array(planView),
    /** Whose plans the reader may set. */
    planners: z.array(personRef),
  }),
});
export type Forecast = z.infer<typeof getForecast.output>;

export const moveReasons = [
  'created',
  'changed',
  'moved',
  'handed',
  'won',
  'lost',
  'cancelled',
  'reopened',
  'deleted',
] as const;

export const forecastHistory = endpoint({
  id: 'forecast.history',
  method: 'GET',
  path: '/api/forecast/history',
  access: 'deals.read',
  summary: 'How the forecast for a month moved, day by day by the reader’s clock',
  input: z.object({ month, owner: z.string().max(2000).optional(), type: z.string().max(120).optional() }),
  output: z.object({
    points: z.array(
      z.object({
        day: localDate,
        /** At the end of the day, kopecks. */
        weighted: z.number().int(),
        won: z.number().int(),
        moves: z.number().int(),
      }),
    ),
  }),
});

export const forecastMove = z.object({
  id: z.string(),
  at: instant,
  by: personRef.nullable(),
  why: z.enum(moveReasons),
  offer: z.object({ id: z.string(), number: z.string(), dealId: z.string() }),
  company: z.string(),
  owner: personRef.nullable(),
  type: z.string(),
  /** Differences, kopecks. */
  weighted: z.number().int(),
  won: z.number().int(),
});
export type ForecastMove = z.infer<typeof forecastMove>;

export const listForecastMoves = endpoint({
  id: 'forecast.moves',
  method: 'GET',
  path: '/api/forecast/moves',
  access: 'deals.read',
  summary: 'Each change of the forecast for a month with the offer that made it, newest first',
  input: z.object({
    month,
    owner: z.string().max(2000).optional(),
    type: z.string().max(120).optional(),
    ...pageInput,
  }),
  output: page(forecastMove),
});

export const setPlan = endpoint({
  id: 'plans.set',
  method: 'PUT',
  path: '/api/plans/{userId}/{month}',
  access: 'plans.manage',
  summary: 'Set a manager’s plan of sales for a month, kopecks; 0 takes it away',
  input: z.object({
    userId: idInput,
    month,
    version: versionInput.or(z.literal(0)),
    amount: z.number().int().min(0).max(100_000_000_000_00),
  }),
  output: planView,
});
