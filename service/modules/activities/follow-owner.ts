import type { Ctx } from '../../kernel/context';
import type { Written } from '../../kernel/module';
import { updateRecord } from '../../kernel/records';
import type { Company } from '../companies/companies.public';
import { Activity } from './activities.entity';
import { findRows } from '../../kernel/rows';

/** What is planned goes with the company to its new manager; what is done stays with who did it. */
export async function followOwner(ctx: Ctx, { before, after }: Written<Company>): Promise<void> {
  if (!before || !after || before.ownerId === after.ownerId || after.ownerId === null) return;
  const planned = await findRows(ctx.db, Activity, {
    companyId: after.id,
    status: 'planned',
  });
  for (const activity of planned)
    if (!activity.deletedAt) await updateRecord(ctx, Activity, activity, { ownerId: after.ownerId });
}
