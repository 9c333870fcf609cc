import { IANAZone } from 'luxon';
import { invalid } from '../../kernel/errors';

/** A city as it is filtered by: case and ё do not matter. */
export const cityKey = (city: string | null) => city && city.toLowerCase().replaceAll('ё', 'е');

export function requireTimeZone(timeZone: string): void {
  if (!IANAZone.isValidZone(timeZone)) throw invalid({ timeZone: 'users.unknownTimeZone' });
}
