import type { CallWindow } from '../../../service/modules/companies/companies.contract';

/** The answer was true when it was given; past `changesAt` it is the other way round. */
export function isCallable({ callable, changesAt }: CallWindow, now: number): boolean {
  return changesAt !== null && now >= Date.parse(changesAt) ? !callable : callable;
}
