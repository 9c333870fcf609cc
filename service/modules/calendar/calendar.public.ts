/** What later modules may use of this one. */
export { cancel as cancelEntry, putBack as putBackEntry } from './entries';
