import { signedIn, type Ctx } from '../../kernel/context';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { conflict, invalid, notFound } from '../../kernel/errors';
import { publish } from '../../kernel/events';
import { findRecord, insertRecord, updateRecord } from '../../kernel/records';
import { sql } from '../../kernel/sql';
import { settle } from '../../kernel/context';
import { Company, loadCompany, nextContactOf } from '../companies/companies.public';
import { Contact } from '../companies/companies.entity';
import { localDateOf, localDayRange } from '../working-time/working-time.public';
import type { logActivity } from './activities.contract';
import { Activity, Outcome } from './activities.entity';
import { viewActivity } from './activities.queries';

type Input = EndpointParsed<typeof logActivity>;
type Answer = EndpointOutput<typeof logActivity>;

/** A clock may be a little ahead of ours. */
const skewMilliseconds = 5 * 60_000;

/**
 * Writes down what was done, or plans it. One form for both: doing a planned activity turns it into the done one, and
 * the next contact is planned in the same breath.
 */
export async function log(ctx: Ctx, input: Input): Promise<Answer> {
  const company = await loadCompany(ctx, input.companyId, 'activities.write');
  const repeated = input.id ? await findRecord(ctx, Activity, { id: input.id }) : null;
  if (repeated) {
    // Sent again because the answer was lost: what is written stays written once.
    if (repeated.companyId !== company.id) throw conflict('activities.idTaken');
    return answer(ctx, repeated.id, company.id);
  }
  await requireContact(ctx, company.id, 'contactId', input.contactId);
  const outcome = await requireOutcome(ctx, input.kind, input.outcomeId);
  const planned = input.completes ? await requirePlanned(ctx, company.id, input.completes) : null;

  const activity =
    input.status === 'planned' ? await plan(ctx, company, input) : await writeDown(ctx, company, input, planned);
  if (input.next && 'none' in input.next) await updateRecord(ctx, Company, company, { noNextReason: input.next.none });
  else if (input.next) {
    const { at, kind, note, contactId } = input.next;
    await requireContact(ctx, company.id, 'next.contactId', contactId);
    // Nobody was reached: it is still the same contact, and how often it was put off goes on counting.
    const postponed = planned && outcome && !outcome.reached ? planned.postponed : 0;
    await insertPlanned(ctx, company, {
      at: requireComing(ctx, 'next.at', at),
      kind,
      note,
      contactId: contactId ?? input.contactId ?? null,
      postponed,
    });
  }
  await publish(ctx, 'activities.logged', { activityId: activity.id, companyId: company.id });
  return answer(ctx, activity.id, company.id);
}

async function writeDown(ctx: Ctx, company: Company, input: Input, planned: Activity | null): Promise<Activity> {
  const now = ctx.clock.now();
  const at = input.at ? new Date(input.at) : now;
  if (at.getTime() > now.getTime() + skewMilliseconds) throw invalid({ at: 'activities.doneInFuture' });
  const author = signedIn(ctx).id;
  const said = {
    kind: input.kind,
    status: 'done' as const,
    at,
    outcomeId: input.outcomeId ?? null,
    minutes: input.minutes ?? null,
    authorId: author,
    ownerId: author,
  };
  if (planned)
    return updateRecord(ctx, Activity, planned, {
      ...said,
      contactId: input.contactId === undefined ? planned.contactId : input.contactId,
      note: input.note ?? planned.note,
    });
  return insertRecord(ctx, Activity, {
    ...(input.id ? { id: input.id } : {}),
    ...said,
    companyId: company.id,
    contactId: input.contactId ?? null,
    plannedAt: null,
    note: input.note,
    postponed: 0,
    talkSeconds: null,
    pinnedAt: null,
    createdAt: now,
    deletedAt: null,
  });
}

async function plan(ctx: Ctx, company: Company, input: Input): Promise<Activity> {
  if (input.kind === 'note') throw invalid({ kind: 'activities.noteNotPlanned' });
  if (!input.at) throw invalid({ at: 'activities.dateNeeded' });
  return insertPlanned(ctx, company, {
    id: input.id,
    at: requireComing(ctx, 'at', input.at),
    kind: input.kind,
    note: input.note,
    contactId: input.contactId ?? null,
    postponed: 0,
  });
}

/** It is the company's manager's to do, whoever planned it; of an unassigned company, the planner's. */
async function insertPlanned(
  ctx: Ctx,
  company: Company,
  planned: Pick<Activity, 'at' | 'kind' | 'note' | 'contactId' | 'postponed'> & { id?: string },
): Promise<Activity> {
  const author = signedIn(ctx).id;
  return insertRecord(ctx, Activity, {
    ...planned,
    ...(planned.id ? { id: planned.id } : {}),
    companyId: company.id,
    status: 'planned',
    plannedAt: planned.at,
    outcomeId: null,
    minutes: null,
    talkSeconds: null,
    pinnedAt: null,
    ownerId: company.ownerId ?? author,
    authorId: author,
    createdAt: ctx.clock.now(),
    deletedAt: null,
  });
}

/** Planning for a day gone by is a slip of the hand; for an earlier hour of today it may be meant. */
export function requireComing(ctx: Ctx, field: string, at: string): Date {
  const zone = signedIn(ctx).timeZone;
  const moment = new Date(at);
  if (moment < localDayRange(localDateOf(ctx.clock.now(), zone), zone).from)
    throw invalid({ [field]: 'activities.plannedInPast' });
  return moment;
}

export async function requireContact(
  ctx: Ctx,
  companyId: string,
  field: string,
  contactId: string | null | undefined,
): Promise<void> {
  if (!contactId) return;
  const contact = await findRecord(ctx, Contact, { id: contactId });
  if (contact?.companyId !== companyId) throw invalid({ [field]: 'activities.noSuchContact' });
}

export async function requireOutcome(
  ctx: Ctx,
  kind: Activity['kind'],
  outcomeId: string | null | undefined,
): Promise<Outcome | null> {
  if (!outcomeId) return null;
  const outcome = await findRecord(ctx, Outcome, { id: outcomeId });
  if (outcome?.kind !== kind) throw invalid({ outcomeId: 'activities.noSuchOutcome' });
  return outcome;
}

async function requirePlanned(ctx: Ctx, companyId: string, id: string): Promise<Activity> {
  const planned = await findRecord(ctx, Activity, { id });
  if (planned?.companyId !== companyId) throw notFound();
  if (planned.status !== 'planned') throw conflict('activities.notPlanned');
  return planned;
}

/** The activity and the company's next contact as they are after everything of this call. */
export async function answer(ctx: Ctx, activityId: string, companyId: string): Promise<Answer> {
  await settle(ctx);
  const company = await ctx.db.row<Parameters<typeof nextContactOf>[0]>(sql`
    select nextContactAt, nextContactId, nextContactKind, nextPostponed from company where id = ${companyId}`);
  return { activity: await viewActivity(ctx, activityId), nextContact: company && nextContactOf(company) };
}
