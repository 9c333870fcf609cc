import type { Ctx } from '../../kernel/context';
import type { Written } from '../../kernel/module';
import { findRow } from '../../kernel/rows';
import type { Activity } from '../activities/activities.public';
import type { DealEvent } from '../deals/deals.entity';
import { Stage } from '../deals/deals.entity';
import { Deal } from '../deals/deals.public';
import { Company } from '../companies/companies.public';
import { notify } from './notify';

/** The companies one call hands over, by their new manager. */
const handed = new WeakMap<Ctx, Map<string, string[]>>();

/** A company became somebody's, by another's hand: told once for all that one call hands over. */
export function tellOfHandover(ctx: Ctx, { before, after }: Written<Company>): void {
  const by = ctx.user;
  const ownerId = after?.ownerId;
  // An import of thousands is a job in its starter's name, without a session: nobody wants a notice of each chunk.
  if (!by?.sessionId || !ownerId || ownerId === before?.ownerId || ownerId === by.id) return;
  const mine = handed.get(ctx) ?? new Map<string, string[]>();
  handed.set(ctx, mine);
  mine.set(ownerId, [...(mine.get(ownerId) ?? []), after.id]);
  ctx.beforeCommit.set(`notices.handover ${ownerId}`, async () => {
    const companies = mine.get(ownerId)!;
    const first = await findRow(ctx.db, Company, { id: companies[0]! });
    await notify(ctx, {
      userId: ownerId,
      kind: 'assigned',
      about: `assigned:${ctx.changeId}`,
      link: companies.length === 1 ? `/companies/${companies[0]!}` : '/companies',
      companyId: companies.length === 1 ? companies[0]! : null,
      compose: ({ say }) => ({
        title:
          companies.length === 1
            ? say('notices.assigned', { company: first?.name ?? '' })
            : say('notices.assignedMany', { count: companies.length }),
        body: say('notices.byWhom', { name: by.name }),
      }),
    });
  });
}

/** A colleague wrote something down on one's company. */
export async function tellOfColleague(ctx: Ctx, { before, after }: Written<Activity>): Promise<void> {
  const by = ctx.user;
  if (!by || before || after?.status !== 'done') return;
  const company = await findRow(ctx.db, Company, { id: after.companyId });
  if (!company?.ownerId || company.ownerId === by.id) return;
  await notify(ctx, {
    userId: company.ownerId,
    kind: 'colleague',
    about: `activity:${after.id}`,
    link: `/companies/${company.id}`,
    companyId: company.id,
    compose: ({ say }) => ({
      title: say('notices.colleague', { name: by.name, company: company.name }),
      body: after.note?.slice(0, 500) ?? null,
    }),
  });
}

const dealNotices = {
  created: 'deal',
  owner: 'deal',
  stage: 'dealStage',
  delivery: 'dealDelivery',
  comment: 'dealComment',
} as const;

/** Somebody else began, moved or commented one's deal, or gave it to one. */
export async function tellOfDeal(ctx: Ctx, { before, after }: Written<DealEvent>): Promise<void> {
  const by = ctx.user;
  if (!by || before || !after || !(after.kind in dealNotices)) return;
  const deal = await findRow(ctx.db, Deal, { id: after.dealId });
  if (!deal?.ownerId || deal.ownerId === by.id) return;
  const company = await findRow(ctx.db, Company, { id: deal.companyId });
  const stage = after.kind === 'stage' ? await findRow(ctx.db, Stage, { id: after.toCode! }) : null;
  const kind = dealNotices[after.kind as keyof typeof dealNotices];
  await notify(ctx, {
    userId: deal.ownerId,
    kind,
    about: `deal:${after.id}`,
    link: `/deals/${deal.id}`,
    companyId: deal.companyId,
    compose: ({ say }) => ({
      title: say(`notices.${kind}`, {
        number: deal.number,
        company: company?.name ?? '',
        stage: stage?.name ?? '',
        status: after.kind === 'delivery' ? say(`notices.delivery.${after.toCode}`) : '',
      }),
      body: [by.name, after.comment?.slice(0, 500)].filter(Boolean).join('\n'),
    }),
  });
}
