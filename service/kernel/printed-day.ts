/** `2026-03-12` → «12.03.2026», `2026-03` → «03.2026»: as Russian papers write a day. */
export const printedDay = (day: string): string => day.split('-').reverse().join('.');
