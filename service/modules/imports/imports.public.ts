/** What later modules may use of this one. */
export { detectFileFormat } from './detect-format';
export { openTable } from './read-table';
