import { answer } from './async-result';
import type { Faults } from './faults';

type Handler = (event: unknown) => void;

/** `addHandlerAsync` and `removeHandlerAsync` of the mailbox and of a letter being written. */
export function createHandlers(faults: () => Faults) {
  const handlers = new Map<string, Set<Handler>>();
  return {
    addHandlerAsync: (type: string, handler: Handler, ...rest: unknown[]) =>
      answer(faults, 'addHandlerAsync', rest, () => {
        handlers.set(type, (handlers.get(type) ?? new Set()).add(handler));
      }),
    /** All of the type, as Outlook does. */
    removeHandlerAsync: (type: string, ...rest: unknown[]) =>
      answer(faults, 'removeHandlerAsync', rest, () => void handlers.delete(type)),
    raise: (type: string, event: unknown) => {
      for (const handler of [...(handlers.get(type) ?? [])]) handler(event);
    },
  };
}
