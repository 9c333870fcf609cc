import { addDays, localDateOf, localDayRange } from '../../service/modules/working-time/working-time.public';
import type { Cast } from './cast';
import type { Meeting } from './letter';

const hour = 3_600_000;

/** Hours of a day near today, by the firm’s clock. */
export const dayHour = (now: Date, timeZone: string, days: number, hours: number): Date =>
  new Date(localDayRange(addDays(localDateOf(now, timeZone), days), timeZone).from.getTime() + hours * hour);

/** Yesterday’s, which the manager held herself; today’s, to which a customer has asked; tomorrow’s among colleagues. */
export function demoMeetings({ account, companies, colleague }: Cast, now: Date, timeZone: string): Meeting[] {
  const me = { address: account.address, name: account.name };
  const mate = { address: colleague.account.address, name: colleague.account.name };
  const [buyer, , , partner] = companies;
  const meeting = (slug: string, start: Date, hours: number, rest: Omit<Meeting, 'id' | 'start' | 'end'>): Meeting => ({
    id: `${account.login}~meeting-${slug}`,
    start: start.toISOString(),
    end: new Date(start.getTime() + hours * hour).toISOString(),
    ...rest,
  });
  return [
    meeting('held', dayHour(now, timeZone, -1, 11), 1, {
      seriesId: null,
      subject: `Показ насосов: ${buyer!.name}`,
      organizer: me,
      required: [me, buyer!.people[0]!],
      optional: [mate],
      location: 'Демонстрационный зал',
      text: 'Показать К 80-50-200 в работе, обсудить шефмонтаж.',
    }),
    meeting('asked', dayHour(now, timeZone, 0, 15), 1, {
      seriesId: null,
      subject: 'Встреча: пусконаладка насосной',
      organizer: partner!.people[0]!,
      required: [me],
      optional: [],
      location: 'Переговорная 2, второй этаж',
      text: 'Порядок пусконаладки: кто приезжает, что готовит площадка, какие допуски нужны.',
    }),
    meeting('planning', dayHour(now, timeZone, 1, 10), 0.5, {
      seriesId: `${account.login}~planning`,
      subject: 'Планёрка отдела',
      organizer: mate,
      required: [me],
      optional: [],
      location: 'Teams',
      text: 'Просроченные звонки, план на неделю.',
    }),
  ];
}
