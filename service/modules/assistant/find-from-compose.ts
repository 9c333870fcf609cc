import { card, literal, open, text, type Card } from '../../kernel/cards';
import { chatLink } from '../../kernel/links';
import type { Ctx } from '../../kernel/context';
import { AppError } from '../../kernel/errors';
import { findRow } from '../../kernel/rows';
import { Company, findCompanies } from '../companies/companies.public';
import { readCard } from '../activities/activities.public';
import { companyHead } from './cards/company-card';
import { turnOf, type Turn } from './conversation';
import { nameStems } from './russian-stem';

export interface Hit {
  title: string;
  subtitle: string;
  card: Card;
}

/** Companies for the compose box: what is typed, as the tab's search understands it; nothing typed, one's own. */
export async function searchFromCompose(
  ctx: Ctx,
  { query, skip, count }: { query: string; skip: number; count: number },
): Promise<Hit[]> {
  const turn = turnOf(ctx);
  const text_ = query.trim();
  const most = Math.min(skip + count, 100);
  const filter = text_ ? { search: text_ } : { owner: turn.user.id };
  let { rows } = await findCompanies(ctx, { ...filter, sort: text_ ? 'name' : 'nextContact', limit: most });
  if (rows.length === 0 && text_)
    ({ rows } = await findCompanies(ctx, { search: nameStems(text_).join(' ') || text_, sort: 'name', limit: most }));
  return rows.slice(skip).map((row) => ({
    title: row.name,
    subtitle: [row.city, row.owner?.name].filter(Boolean).join(' · '),
    card: sharedCard(turn, row),
  }));
}

/**
 * A company as a colleague may be shown it in a chat: everybody in the chat sees the name, the rest each reader asks for
 * himself, and sees what he may see.
 */
function sharedCard({ ctx, say }: Turn, { id, name }: { id: string; name: string }): Card {
  const more = {
    type: 'Action.Execute',
    title: say('assistant.showMore'),
    verb: 'company.look',
    data: { companyId: id },
  };
  return {
    ...card(
      [text(literal(name), 'title')],
      [more, open(say('notices.open'), chatLink(ctx.settings, `/companies/${id}`))],
      name,
    ),
    refresh: { action: more, userIds: [] },
  };
}

/** What one reader of a shared card may see of it. */
export async function lookAtShared(ctx: Ctx, companyId: string): Promise<Card> {
  const turn = turnOf(ctx);
  try {
    const company = await readCard(ctx, { id: companyId });
    return card(
      companyHead(turn, company),
      [open(turn.say('notices.open'), chatLink(ctx.settings, `/companies/${companyId}`))],
      company.name,
    );
  } catch (error) {
    if (!(error instanceof AppError) || (error.status !== 404 && error.status !== 403)) throw error;
    const company = await findRow(ctx.db, Company, { id: companyId });
    return card([
      company && !company.deletedAt ? text(literal(company.name), 'title') : null,
      text(turn.say('assistant.notYours'), 'quiet'),
    ]);
  }
}

/** A link of ours pasted into a message; null for any other. */
export async function unfurlLink(ctx: Ctx, url: string): Promise<Hit | null> {
  const turn = turnOf(ctx);
  const path = pathOf(url, ctx.settings.publicUrl);
  const companyId = path && /^\/companies\/([\w-]{1,36})\/?$/.exec(path)?.[1];
  if (!companyId) return null;
  const company = await findRow(ctx.db, Company, { id: companyId });
  if (!company || company.deletedAt) return null;
  // Whoever pastes it must be allowed to know of it; the name alone is shown to the chat.
  await readCard(ctx, { id: companyId });
  return { title: company.name, subtitle: 'Ryadom', card: sharedCard(turn, company) };
}

function pathOf(url: string, base: string): string | null {
  try {
    const asked = new URL(url);
    return asked.origin === new URL(base).origin ? asked.pathname : null;
  } catch {
    return null;
  }
}
