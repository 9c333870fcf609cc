import { authorizeSelf, requirePermission } from '../../kernel/authorize';
import type { Ctx } from '../../kernel/context';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { notFound } from '../../kernel/errors';
import { findRecord, insertRecord, requireVersion, updateRecord } from '../../kernel/records';
import { sql } from '../../kernel/sql';
import type { createOutcome, listOutcomes, OutcomeView, updateOutcome } from './activities.contract';
import { Outcome } from './activities.entity';
import { findRows } from '../../kernel/rows';

export async function readOutcomes(
  ctx: Ctx,
  { archived }: EndpointParsed<typeof listOutcomes>,
): Promise<EndpointOutput<typeof listOutcomes>> {
  authorizeSelf(ctx);
  const rows = await findRows(ctx.db, Outcome, {}, ['kind', 'position']);
  return { rows: rows.filter((outcome) => archived || !outcome.archived) };
}

export async function addOutcome(ctx: Ctx, input: EndpointParsed<typeof createOutcome>): Promise<OutcomeView> {
  requirePermission(ctx, 'settings.manage');
  return insertRecord(ctx, Outcome, { ...input, archived: false });
}

export async function changeOutcome(
  ctx: Ctx,
  { id, version, ...changes }: EndpointParsed<typeof updateOutcome>,
): Promise<OutcomeView> {
  requirePermission(ctx, 'settings.manage');
  const outcome = await findRecord(ctx, Outcome, { id });
  if (!outcome) throw notFound();
  requireVersion(outcome, version);
  return updateRecord(ctx, Outcome, outcome, changes);
}

/** What comes out of the box, once; from then on the dictionary is the administrator's. */
const usual: Omit<Outcome, 'id' | 'version' | 'archived' | 'position'>[] = [
  { kind: 'call', name: 'Поговорили', reached: true, preset: 'week' },
  { kind: 'call', name: 'Ждут предложение', reached: true, preset: 'threeDays' },
  { kind: 'call', name: 'Думают', reached: true, preset: 'week' },
  { kind: 'call', name: 'Просили перезвонить', reached: true, preset: 'tomorrow' },
  { kind: 'call', name: 'Отказ', reached: true, preset: 'month' },
  { kind: 'call', name: 'Не дозвонился', reached: false, preset: 'twoHours' },
  { kind: 'call', name: 'Нет на месте', reached: false, preset: 'tomorrow' },
  { kind: 'meeting', name: 'Договорились', reached: true, preset: 'threeDays' },
  { kind: 'meeting', name: 'Думают', reached: true, preset: 'week' },
  { kind: 'meeting', name: 'Не состоялась', reached: false, preset: 'tomorrow' },
  { kind: 'negotiation', name: 'Согласовали', reached: true, preset: 'threeDays' },
  { kind: 'negotiation', name: 'Есть замечания', reached: true, preset: 'threeDays' },
  { kind: 'negotiation', name: 'Не договорились', reached: true, preset: 'month' },
  { kind: 'email', name: 'Отправлено', reached: true, preset: 'threeDays' },
  { kind: 'email', name: 'Получен ответ', reached: true, preset: 'week' },
];

export async function ensureOutcomes(ctx: Ctx): Promise<void> {
  if (await ctx.db.row(sql`select min(id) as id from outcome having count(*) > 0`)) return;
  for (const [position, outcome] of usual.entries())
    await insertRecord(ctx, Outcome, { ...outcome, position, archived: false });
}
