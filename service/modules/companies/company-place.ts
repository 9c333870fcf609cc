import { IANAZone } from 'luxon';
import { invalid } from '../../kernel/errors';

/** A city as it is filtered by: case and ё do not matter. */
export const cityKey = (city: string | null) => city && city.toLowerCase().replaceAll('ё', 'е');

export function requireTimeZone(timeZone: string): void {
  // A zone once made is remembered; merely asking whether its name is valid costs a third of a millisecond each time.
  if (!IANAZone.create(timeZone).isValid) throw invalid({ timeZone: 'users.unknownTimeZone' });
}
