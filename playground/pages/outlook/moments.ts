const day = 86_400_000;
const startOfDay = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();

/** As a list of letters has it: the hour today, the weekday in the last week, the date before. */
export function shortMoment(iso: string, language: string, now = new Date()): string {
  const at = new Date(iso);
  const days = Math.round((startOfDay(now) - startOfDay(at)) / day);
  const form: Intl.DateTimeFormatOptions =
    days === 0
      ? { hour: '2-digit', minute: '2-digit' }
      : days > 0 && days < 7
        ? { weekday: 'short', hour: '2-digit', minute: '2-digit' }
        : { day: '2-digit', month: '2-digit', year: 'numeric' };
  return new Intl.DateTimeFormat(language, form).format(at);
}

export const fullMoment = (iso: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(iso));

export const hours = (start: string, end: string, language: string): string =>
  new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).formatRange(new Date(start), new Date(end));

export const dayName = (iso: string, language: string): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(iso));
