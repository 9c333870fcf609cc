import type { Deps } from './kernel/context';
import { inTransaction } from './kernel/context';
import { ensureOutcomes } from './modules/activities/outcomes';
import { ensurePipeline } from './modules/deals/pipelines';
import { ensureCategories } from './modules/documents/categories';
import { ensureGallery } from './modules/reports/templates';
import { ensureAdministrator, ensureRoles } from './modules/users/first-administrator';
import { ensureCalendars } from './modules/working-time/edit-calendar';

/** What every base must hold before anybody signs in. Does nothing where it is there already. */
export async function ensureBasics(
  deps: Deps,
  administrator: { login: string; password: string } | null,
): Promise<void> {
  await inTransaction(deps, { user: null, locale: 'ru' }, async (ctx) => {
    await ensureRoles(ctx);
    await ensureCalendars(ctx);
    await ensureOutcomes(ctx);
    await ensureCategories(ctx);
    await ensurePipeline(ctx);
    await ensureGallery(ctx);
    if (administrator) await ensureAdministrator(ctx, { ...administrator, name: 'Администратор' });
  });
}
