import type { Ctx } from '../../kernel/context';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { conflict, invalid, notFound } from '../../kernel/errors';
import { publish } from '../../kernel/events';
import { findRecord, removeRecord, requireVersion, updateRecord } from '../../kernel/records';
import { loadCompany } from '../companies/companies.public';
import type { deleteActivity, updateActivity } from './activities.contract';
import { Activity } from './activities.entity';
import { viewActivity } from './activities.queries';
import { answer, requireComing, requireContact, requireOutcome } from './log-activity';

/** Corrects an activity; moves a planned one, which counts as put off when it goes later; pins; cancels. */
export async function change(
  ctx: Ctx,
  input: EndpointParsed<typeof updateActivity>,
): Promise<EndpointOutput<typeof updateActivity>> {
  const activity = await load(ctx, input.id, 'activities.write', input.version);
  const { id: _id, version: _version, at, cancel, pinned, ...fields } = input;
  const kind = fields.kind ?? activity.kind;
  if (activity.status === 'planned' && kind === 'note') throw invalid({ kind: 'activities.noteNotPlanned' });
  await requireContact(ctx, activity.companyId, 'contactId', fields.contactId);
  await requireOutcome(ctx, kind, fields.outcomeId);
  // An outcome belongs to its kind; another kind starts without one.
  const outcome =
    fields.kind && fields.kind !== activity.kind && fields.outcomeId === undefined ? { outcomeId: null } : {};
  const after = await updateRecord(ctx, Activity, activity, {
    ...fields,
    ...outcome,
    ...(at === undefined ? {} : moved(ctx, activity, at)),
    ...(cancel === undefined ? {} : cancelled(ctx, activity, cancel)),
    ...(pinned === undefined ? {} : { pinnedAt: pinned ? (activity.pinnedAt ?? ctx.clock.now()) : null }),
  });
  await publish(ctx, 'activities.changed', { activityId: after.id, companyId: after.companyId });
  return answer(ctx, after.id, after.companyId);
}

export async function drop(ctx: Ctx, { id, version }: EndpointParsed<typeof deleteActivity>): Promise<{ ok: true }> {
  const activity = await load(ctx, id, 'activities.delete', version);
  await removeRecord(ctx, Activity, activity);
  await publish(ctx, 'activities.changed', { activityId: id, companyId: activity.companyId });
  return { ok: true };
}

async function load(ctx: Ctx, id: string, permission: string, version: number): Promise<Activity> {
  const activity = await findRecord(ctx, Activity, { id });
  if (!activity) throw notFound();
  await loadCompany(ctx, activity.companyId, permission);
  const current = await viewActivity(ctx, id);
  requireVersion(activity, version, () => current);
  return activity;
}

function moved(ctx: Ctx, activity: Activity, at: string): Partial<Activity> {
  if (activity.status !== 'planned') {
    if (new Date(at) > ctx.clock.now()) throw invalid({ at: 'activities.doneInFuture' });
    return { at: new Date(at) };
  }
  const moment = requireComing(ctx, 'at', at);
  return { at: moment, plannedAt: moment, postponed: activity.postponed + (moment > activity.at ? 1 : 0) };
}

function cancelled(ctx: Ctx, activity: Activity, reason: string): Partial<Activity> {
  if (activity.status !== 'planned') throw conflict('activities.notPlanned');
  return { status: 'cancelled', at: ctx.clock.now(), note: activity.note ? `${activity.note}\n${reason}` : reason };
}
