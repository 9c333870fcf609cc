import { z } from 'zod';
import { endpoint, idInput, instant, localDate, page, pageInput, personRef, versionInput } from '../../kernel/endpoint';
import { activityKinds } from '../activities/activity-kinds';

export const periodKinds = ['week', 'month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** What one manager did in one period. Money in kopecks. */
export const figures = z.object({
  /** Only evidenced ones, a company once a day. */
  calls: z.number().int(),
  meetings: z.number().int(),
  negotiations: z.number().int(),
  /** Companies that were given attention: with a contact that counted. */
  companies: z.number().int(),
  offers: z.number().int(),
  offersAmount: z.number().int(),
  offersWon: z.number().int(),
  wonAmount: z.number().int(),
  wonMargin: z.number().int(),
  deals: z.number().int(),
  dealsWon: z.number().int(),
  dealsAmount: z.number().int(),
});
export type Figures = z.infer<typeof figures>;

const normed = z.object({ calls: z.number().int(), meetings: z.number().int(), offers: z.number().int() });

export const kpiRow = figures.extend({
  user: personRef,
  /** What the days he was there ask for: holidays and absences lower it. */
  norm: normed,
  /** What an even pace asks for by the end of today; the norm when the period is over. */
  byNow: normed,
  /** Companies that were his when the period began. */
  base: z.number().int(),
  /** Of those, how many had a contact that counted. */
  processed: z.number().int(),
  /** Calls in a burst or out of hours, shown, not hidden. Of weeks only; null of longer periods. */
  flagged: z.number().int().nullable(),
});
export type KpiRow = z.infer<typeof kpiRow>;

const weekCell = z.object({
  userId: z.string(),
  start: localDate,
  calls: z.number().int(),
  meetings: z.number().int(),
  offers: z.number().int(),
});

export const getKpi = endpoint({
  id: 'kpi.get',
  method: 'GET',
  path: '/api/kpi',
  access: 'kpi.read',
  summary: 'What each manager did in a week, month, quarter or year, against the norms, and its weeks',
  input: z.object({
    kind: z.enum(periodKinds).default('week'),
    /** A day of the period; left out, today. */
    day: localDate.optional(),
    /** Fewer managers: user ids with commas. */
    owner: z.string().max(4000).optional(),
  }),
  output: z.object({
    kind: z.enum(periodKinds),
    start: localDate,
    /** The last day. */
    end: localDate,
    rows: z.array(kpiRow),
    /** The weeks that begin in the period. */
    weeks: z.array(weekCell),
  }),
});
export type Kpi = z.infer<typeof getKpi.output>;

export const myPace = endpoint({
  id: 'kpi.mine',
  method: 'GET',
  path: '/api/kpi/mine',
  access: 'signedIn',
  summary: 'One’s own week so far against the norm: done, norm, what an even pace asks for by now',
  input: z.object({}),
  output: z.object(
    Object.fromEntries(
      (['calls', 'meetings', 'offers'] as const).map((name) => [
        name,
        z.object({ done: z.number().int(), norm: z.number().int(), byNow: z.number().int() }),
      ]),
    ) as Record<'calls' | 'meetings' | 'offers', z.ZodObject<{ done: z.ZodInt; norm: z.ZodInt; byNow: z.ZodInt }>>,
  ),
});

/** What a contact that did not count lacks. */
export const uncountedReasons = ['noOutcome', 'noNote', 'shortNote', 'notReached', 'sameDay'] as const;
export const flagReasons = ['burst', 'outOfHours'] as const;

export const contactRow = z.object({
  id: z.string(),
  at: instant,
  kind: z.enum(activityKinds),
  company: z.object({ id: z.string(), name: z.string() }),
  outcome: z.string().nullable(),
  note: z.string().nullable(),
  minutes: z.number().int().nullable(),
  talkSeconds: z.number().int().nullable(),
  /** Null when it counted. */
  uncounted: z.enum(uncountedReasons).nullable(),
  flags: z.array(z.enum(flagReasons)),
});
export type ContactRow = z.infer<typeof contactRow>;

export const contactLists = ['calls', 'meetings', 'negotiations', 'uncounted', 'flagged'] as const;

const periodInput = { kind: z.enum(periodKinds), start: localDate, userId: idInput };

export const listContacts = endpoint({
  id: 'kpi.contacts',
  method: 'GET',
  path: '/api/kpi/contacts',
  access: 'kpi.read',
  summary:
    'The contacts a number was counted from, newest first; or those that did not count, with the reason; or flagged ones',
  input: z.object({ ...periodInput, list: z.enum(contactLists), ...pageInput }),
  output: page(contactRow),
});

export const companyLists = ['companies', 'processed', 'untouched', 'base'] as const;

export const baseRow = z.object({
  id: z.string(),
  name: z.string(),
  city: z.string().nullable(),
  lastContactAt: instant.nullable(),
  nextContactAt: instant.nullable(),
  /** Deleted since. */
  gone: z.boolean(),
});
export type BaseRow = z.infer<typeof baseRow>;

export const listBase = endpoint({
  id: 'kpi.companies',
  method: 'GET',
  path: '/api/kpi/companies',
  access: 'kpi.read',
  summary: 'The companies a number was counted from: given attention, processed, or of the base and untouched',
  input: z.object({ ...periodInput, list: z.enum(companyLists), ...pageInput }),
  output: page(baseRow),
});

// Rules and norms -----------------------------------------------------------------------------------------------------

export const kpiRule = z.object({
  version: z.number().int(),
  /** A call of so many seconds by the telephone exchange counts by itself. */
  talkSeconds: z.number().int(),
  /** Otherwise it takes an outcome and a note of so many characters. */
  noteLength: z.number().int(),
  /** Does «could not reach anybody» count? */
  countUnreached: z.boolean(),
  /** So many calls within so many minutes are shown to the head as a burst. */
  burstCalls: z.number().int(),
  burstMinutes: z.number().int(),
  /** While the figures are counted anew, 0 to 100; null when they are up to date. */
  counting: z.number().int().nullable(),
});
export type KpiRule = z.infer<typeof kpiRule>;

export const normView = z.object({
  id: z.string(),
  version: z.number().int(),
  /** Null is everybody without a norm of his own. */
  user: personRef.nullable(),
  from: localDate,
  calls: z.number().int(),
  meetings: z.number().int(),
  offers: z.number().int(),
});
export type NormView = z.infer<typeof normView>;

export const getKpiSettings = endpoint({
  id: 'kpi.settings',
  method: 'GET',
  path: '/api/kpi/settings',
  access: 'kpi.read',
  summary: 'What counts, and the norms with the day each begins',
  input: z.object({}),
  output: z.object({ rule: kpiRule, norms: z.array(normView) }),
});

export const setKpiRule = endpoint({
  id: 'kpi.setRule',
  method: 'PUT',
  path: '/api/kpi/rule',
  access: 'settings.manage',
  summary: 'Change what counts; all figures are counted anew in the background',
  input: z.object({
    version: versionInput.or(z.literal(0)),
    talkSeconds: z.number().int().min(0).max(3600),
    noteLength: z.number().int().min(0).max(500),
    countUnreached: z.boolean(),
    burstCalls: z.number().int().min(2).max(100),
    burstMinutes: z.number().int().min(1).max(240),
  }),
  output: kpiRule,
});

export const recountKpi = endpoint({
  id: 'kpi.recount',
  method: 'POST',
  path: '/api/kpi/recount',
  access: 'settings.manage',
  summary: 'Count all figures anew from the records, in the background',
  input: z.object({}),
  output: z.object({ ok: z.literal(true) }),
});

const amount = z.number().int().min(0).max(10_000);

export const setNorm = endpoint({
  id: 'kpi.setNorm',
  method: 'PUT',
  path: '/api/kpi/norms',
  access: 'plans.manage',
  summary: 'Set the weekly norm of everybody (who may reach everybody) or of a manager, from a day on',
  input: z.object({
    userId: idInput.nullable(),
    from: localDate,
    version: versionInput.or(z.literal(0)),
    calls: amount,
    meetings: amount,
    offers: amount,
  }),
  output: normView,
});

export const deleteNorm = endpoint({
  id: 'kpi.deleteNorm',
  method: 'DELETE',
  path: '/api/kpi/norms/{id}',
  access: 'plans.manage',
  summary: 'Take a norm away: the one before it holds again',
  input: z.object({ id: idInput }),
  output: z.object({ ok: z.literal(true) }),
});
