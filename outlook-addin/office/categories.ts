import { note } from '../../teams-app/shared/diagnostics/notes';
import { ask } from './ask';
import { mailbox, supports } from './outlook';

/** The category that marks logged letters in the list; the truth about it is the service’s. */
const categoryName = 'CRM';

/** Puts the category on the open item, or takes it off. What a client or a mailbox does not allow is only noted. */
export async function markLogged(logged: boolean): Promise<void> {
  const categories = (mailbox().item as { categories?: Office.Categories } | null)?.categories;
  if (!categories || !supports('Mailbox', '1.8')) return note('categories: not on this client');
  try {
    const names = await ask<Office.CategoryDetails[] | null>('categories.getAsync', (done) =>
      categories.getAsync(done),
    );
    const has = (names ?? []).some(({ displayName }) => displayName === categoryName);
    if (has === logged) return;
    if (logged) {
      await knowCategory();
      await ask<void>('categories.addAsync', (done) => categories.addAsync([categoryName], done));
    } else await ask<void>('categories.removeAsync', (done) => categories.removeAsync([categoryName], done));
  } catch {
    note('categories: not marked');
  }
}

/** Only a category of the mailbox’s own list can be put on an item. */
async function knowCategory(): Promise<void> {
  const { masterCategories } = mailbox();
  const known = await ask<Office.CategoryDetails[] | null>('masterCategories.getAsync', (done) =>
    masterCategories.getAsync(done),
  );
  if (known?.some(({ displayName }) => displayName === categoryName)) return;
  const category = { displayName: categoryName, color: Office.MailboxEnums.CategoryColor.Preset7 };
  await ask<void>('masterCategories.addAsync', (done) => masterCategories.addAsync([category], done));
}
