import { answer } from './async-result';
import type { Category, OutlookHost } from './host';

/** The categories of one item; they are the mailbox’s, so they are there on the next computer too. */
export const itemCategories = (host: OutlookHost, itemId: () => string) => ({
  getAsync: (...rest: unknown[]) =>
    answer(
      () => host.faults,
      'categories.getAsync',
      rest,
      () => host.categoriesOf(itemId()),
    ),
  addAsync: (names: string[], ...rest: unknown[]) =>
    answer(
      () => host.faults,
      'categories.addAsync',
      rest,
      () => {
        const master = host.masterCategories().map(({ displayName }) => displayName);
        // Outlook knows no category that the mailbox does not have.
        const known = names.filter((name) => master.includes(name));
        const before = host.categoriesOf(itemId()).map(({ displayName }) => displayName);
        host.setCategories(itemId(), [...new Set([...before, ...known])]);
      },
    ),
  removeAsync: (names: string[], ...rest: unknown[]) =>
    answer(
      () => host.faults,
      'categories.removeAsync',
      rest,
      () =>
        host.setCategories(
          itemId(),
          host
            .categoriesOf(itemId())
            .map(({ displayName }) => displayName)
            .filter((name) => !names.includes(name)),
        ),
    ),
});

export const masterCategories = (host: OutlookHost) => ({
  getAsync: (...rest: unknown[]) =>
    answer(
      () => host.faults,
      'masterCategories.getAsync',
      rest,
      () => host.masterCategories(),
    ),
  addAsync: (categories: Category[], ...rest: unknown[]) =>
    answer(
      () => host.faults,
      'masterCategories.addAsync',
      rest,
      () => host.addMasterCategories(categories),
    ),
});
