import { authorizeSelf, requirePermission } from '../../kernel/authorize';
import type { Ctx } from '../../kernel/context';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { conflict, notFound } from '../../kernel/errors';
import { findRecord, insertRecord, requireVersion, updateRecord } from '../../kernel/records';
import { findRow, findRows } from '../../kernel/rows';
import { sql } from '../../kernel/sql';
import type {
  createPipeline,
  createStage,
  listPipelines,
  PipelineView,
  StageView,
  updatePipeline,
  updateStage,
} from './deals.contract';
import { Deal, Pipeline, Stage } from './deals.entity';
import type { StageMeaning } from './stage-meanings';

/** What a new pipeline begins with. */
const usualStages: { name: string; meaning: StageMeaning }[] = [
  { name: 'Подготовка предложения', meaning: 'open' },
  { name: 'В работе', meaning: 'open' },
  { name: 'Затормозилось', meaning: 'stalled' },
  { name: 'Выполнено', meaning: 'won' },
  { name: 'Dead', meaning: 'lost' },
];

export async function readPipelines(
  ctx: Ctx,
  { archived }: EndpointParsed<typeof listPipelines>,
): Promise<EndpointOutput<typeof listPipelines>> {
  authorizeSelf(ctx);
  const pipelines = await findRows(ctx.db, Pipeline, {}, ['position']);
  const stages = await findRows(ctx.db, Stage, {}, ['position']);
  return {
    rows: pipelines
      .filter((pipeline) => archived || !pipeline.archived)
      .map((pipeline) => ({
        ...pipeline,
        stages: stages.filter((stage) => stage.pipelineId === pipeline.id && (archived || !stage.archived)),
      })),
  };
}

const viewPipeline = async (ctx: Ctx, pipeline: Pipeline): Promise<PipelineView> => ({
  ...pipeline,
  stages: await findRows(ctx.db, Stage, { pipelineId: pipeline.id }, ['position']),
});

export async function addPipeline(ctx: Ctx, input: EndpointParsed<typeof createPipeline>): Promise<PipelineView> {
  requirePermission(ctx, 'settings.manage');
  return viewPipeline(ctx, await insertPipeline(ctx, input));
}

async function insertPipeline(ctx: Ctx, { name, position }: { name: string; position: number }): Promise<Pipeline> {
  const pipeline = await insertRecord(ctx, Pipeline, { name, position, archived: false });
  for (const [index, stage] of usualStages.entries())
    await insertRecord(ctx, Stage, { ...stage, pipelineId: pipeline.id, position: (index + 1) * 10, archived: false });
  return pipeline;
}

export async function changePipeline(
  ctx: Ctx,
  { id, version, ...changes }: EndpointParsed<typeof updatePipeline>,
): Promise<PipelineView> {
  requirePermission(ctx, 'settings.manage');
  const pipeline = await findRecord(ctx, Pipeline, { id });
  if (!pipeline) throw notFound();
  const current = await viewPipeline(ctx, pipeline);
  requireVersion(pipeline, version, () => current);
  if (changes.archived) {
    const others = (await findRows(ctx.db, Pipeline, { archived: false })).filter((other) => other.id !== id);
    if (others.length === 0) throw conflict('deals.lastPipeline');
    await requireEmpty(ctx, { pipelineId: id });
  }
  return viewPipeline(ctx, await updateRecord(ctx, Pipeline, pipeline, changes));
}

export async function addStage(ctx: Ctx, input: EndpointParsed<typeof createStage>): Promise<StageView> {
  requirePermission(ctx, 'settings.manage');
  if (!(await findRecord(ctx, Pipeline, { id: input.pipelineId }))) throw notFound();
  return insertRecord(ctx, Stage, { ...input, archived: false });
}

export async function changeStage(
  ctx: Ctx,
  { id, version, ...changes }: EndpointParsed<typeof updateStage>,
): Promise<StageView> {
  requirePermission(ctx, 'settings.manage');
  const stage = await findRecord(ctx, Stage, { id });
  if (!stage) throw notFound();
  requireVersion(stage, version);
  if (changes.archived) {
    await requireEmpty(ctx, { stageId: id });
    if (stage.meaning === 'open' && (await openStages(ctx, stage.pipelineId)).length === 1)
      throw conflict('deals.lastOpenStage');
  }
  // What the figures count by would change for deals that were closed long ago.
  if (changes.meaning && changes.meaning !== stage.meaning)
    await requireEmpty(ctx, { stageId: id }, 'deals.stageInUse');
  return updateRecord(ctx, Stage, stage, changes);
}

async function requireEmpty(ctx: Ctx, where: Partial<Deal>, code = 'deals.stageHasDeals'): Promise<void> {
  const deal = await findRow(ctx.db, Deal, { ...where, deletedAt: null });
  if (deal) throw conflict(code, { number: deal.number });
}

const openStages = async (ctx: Ctx, pipelineId: string) =>
  (await findRows(ctx.db, Stage, { pipelineId, archived: false }, ['position'])).filter(
    ({ meaning }) => meaning === 'open',
  );

/** Where a new deal stands unless said otherwise: the first open stage of the first pipeline, or of the one named. */
export async function firstStage(ctx: Ctx, pipelineId: string | undefined): Promise<Stage | null> {
  const [first] = pipelineId
    ? [{ id: pipelineId }]
    : await findRows(ctx.db, Pipeline, { archived: false }, ['position']);
  return first ? ((await openStages(ctx, first.id))[0] ?? null) : null;
}

/** The pipeline that comes out of the box, once; from then on pipelines are the administrator's. */
export async function ensurePipeline(ctx: Ctx): Promise<void> {
  if (await ctx.db.row(sql`select min(id) as id from pipeline having count(*) > 0`)) return;
  await insertPipeline(ctx, { name: 'Продажи', position: 10 });
}
