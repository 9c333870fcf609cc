/** Widths where the layout changes, for `makeStyles` and `useMedia`. */
export const phoneQuery = '(max-width: 639px)';
/** No room for the side panel and the constant navigation. */
export const narrowQuery = '(max-width: 1023px)';
export const phone = `@media ${phoneQuery}`;
export const narrow = `@media ${narrowQuery}`;
/** Fingers need 44 px. */
export const coarse = '@media (pointer: coarse)';
