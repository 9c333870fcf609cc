/** What later modules may use of this one. */
export { lineColumns, type Line } from './catalog.entity';
export { levelKey, lineTitle } from './catalog-key';
export { replaceLines, viewLine } from './remember-lines';
