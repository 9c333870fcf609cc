import { addDays, dateIn, daysBetween } from './zone-time';

export interface MomentWords {
  today: string;
  tomorrow: string;
  yesterday: string;
}

export interface Moments {
  /** «сегодня 14:00», «чт 11:00», «12 мар. 11:00», «12.03.2024 11:00». */
  moment: (at: string | number, now?: number) => string;
  /** «сегодня», «чт, 12 марта», «12 марта 2024 г.», for a date without a zone. */
  day: (date: string, now?: number) => string;
  /** «чт, 12 марта» always. */
  longDay: (date: string, now?: number) => string;
  /** «12 марта 2026 г.» always. */
  fullDay: (date: string) => string;
  /** «чт 12.03». */
  shortDay: (date: string) => string;
  /** «14:05», by the reader's clock or by another's. */
  time: (at: string | number, zone?: string) => string;
  /** Everything, for a tooltip: «12 марта 2026 г., 14:05». */
  full: (at: string | number) => string;
  /** «март 2026 г.» */
  month: (date: string) => string;
  zone: string;
  today: (now?: number) => string;
}

/** How moments are written: near ones as people say them, the rest by date; always by the reader's clock. */
export function makeMoments(language: string, zone: string, words: MomentWords): Moments {
  // Day before month in either language: the customers are where it is written so.
  const locale = language === 'en' ? 'en-GB' : language;
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  const dateFormat = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  const timeFormats = new Map<string, Intl.DateTimeFormat>();
  const time = (at: string | number, ofZone = zone) => {
    let of = timeFormats.get(ofZone);
    if (!of) {
      of = new Intl.DateTimeFormat(locale, {
        timeZone: ofZone,
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      });
      timeFormats.set(ofZone, of);
    }
    return of.format(new Date(at));
  };

  const weekday = dateFormat({ weekday: 'short' });
  const dayMonth = dateFormat({ day: 'numeric', month: 'short' });
  const numeric = dateFormat({ day: '2-digit', month: '2-digit', year: 'numeric' });
  const numericShort = dateFormat({ day: '2-digit', month: '2-digit' });
  const long = dateFormat({ weekday: 'short', day: 'numeric', month: 'long' });
  const longYear = dateFormat({ day: 'numeric', month: 'long', year: 'numeric' });
  const monthYear = dateFormat({ month: 'long', year: 'numeric' });
  const full = format({
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });

  const utc = (date: string) => new Date(`${date}T00:00:00Z`);
  const today = (now = Date.now()) => dateIn(now, zone);
  const near = (distance: number) =>
    distance === 0 ? words.today : distance === 1 ? words.tomorrow : distance === -1 ? words.yesterday : null;

  const shortDate = (date: string, from: string) => {
    const distance = daysBetween(from, date);
    if (distance > 1 && distance < 7) return weekday.format(utc(date));
    const sameSeason = Math.abs(distance) < 180;
    return sameSeason ? dayMonth.format(utc(date)) : numeric.format(utc(date));
  };

  return {
    zone,
    time,
    today,
    moment: (at, now) => {
      const from = today(now);
      const date = dateIn(at, zone);
      return `${near(daysBetween(from, date)) ?? shortDate(date, from)} ${time(at)}`;
    },
    day: (date, now) => {
      const from = today(now);
      return (
        near(daysBetween(from, date)) ?? (Math.abs(daysBetween(from, date)) < 180 ? long : longYear).format(utc(date))
      );
    },
    longDay: (date, now) => (Math.abs(daysBetween(today(now), date)) < 180 ? long : longYear).format(utc(date)),
    fullDay: (date) => longYear.format(utc(date)),
    shortDay: (date) => `${weekday.format(utc(date))} ${numericShort.format(utc(date))}`,
    full: (at) => full.format(new Date(at)),
    month: (date) => monthYear.format(utc(date)),
  };
}

/** Six weeks from the Monday at or before the first of the month. */
export function monthGrid(month: string): string[] {
  const first = `${month.slice(0, 7)}-01`;
  const monday = addDays(first, -((new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7));
  return Array.from({ length: 42 }, (_, index) => addDays(monday, index));
}
