import { authorizeSelf, grantOf } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { forbidden, notFound } from '../../kernel/errors';
import { findRecord, insertRecord, removeRecord, requireVersion } from '../../kernel/records';
import type { createView, deleteView, listViews, SavedView as View } from './companies.contract';
import { SavedView } from './companies.entity';
import { findRows } from '../../kernel/rows';

export async function readViews(ctx: Ctx): Promise<EndpointOutput<typeof listViews>> {
  authorizeSelf(ctx);
  const own = await findRows(ctx.db, SavedView, { userId: signedIn(ctx).id });
  const shared = await findRows(ctx.db, SavedView, { shared: true });
  const rows = [...own, ...shared.filter((view) => !own.some(({ id }) => id === view.id))].sort((a, b) =>
    a.name.localeCompare(b.name, 'ru'),
  );
  return { rows: rows.map((view) => toView(ctx, view)) };
}

export async function saveView(ctx: Ctx, input: EndpointParsed<typeof createView>): Promise<View> {
  authorizeSelf(ctx);
  if (input.shared && !grantOf(ctx, 'views.share')) throw forbidden();
  return toView(ctx, await insertRecord(ctx, SavedView, { ...input, userId: signedIn(ctx).id }));
}

export async function dropView(ctx: Ctx, { id, version }: EndpointParsed<typeof deleteView>): Promise<{ ok: true }> {
  authorizeSelf(ctx);
  const view = await findRecord(ctx, SavedView, { id });
  if (!view || view.userId !== signedIn(ctx).id) throw notFound();
  requireVersion(view, version);
  await removeRecord(ctx, SavedView, view);
  return { ok: true };
}

const toView = (ctx: Ctx, { userId, ...view }: SavedView): View => ({ ...view, mine: userId === signedIn(ctx).id });
