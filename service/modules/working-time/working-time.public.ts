/** What later modules may use of this one. */
export { loadCalendar } from './load-calendar';
export { openPlaces, rememberPlace } from './places';
export * from './working-time-rules';
export { cityInAddress, findCity, timeZoneOf } from './cities';
