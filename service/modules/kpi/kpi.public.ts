/** What later modules may use of this one. */
export { recountEverybody } from './count-all';
export type { KpiRow } from './kpi.contract';
export { periodOf, type Period } from './periods';
export { kpiOf } from './read-kpi';
export { weekPace, type Pace } from './week-pace';
