import { requirePermission } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { invalid, notFound } from '../../kernel/errors';
import { idOf } from '../../kernel/id';
import { defineJob } from '../../kernel/jobs';
import { findRecord, insertRecord, removeRecord, requireVersion, updateRecord } from '../../kernel/records';
import { findRow, findRows } from '../../kernel/rows';
import { inList, raw, sql } from '../../kernel/sql';
import { refOf } from '../companies/companies.public';
import { periodOf } from '../kpi/kpi.public';
import { addDays, isOfficeDay, loadCalendar, zoneClock } from '../working-time/working-time.public';
import type { createSchedule, deleteSchedule, listSchedules, ScheduleView, updateSchedule } from './reports.contract';
import { ReportRun, ReportSchedule, ReportTemplate } from './reports.entity';
import { leaveRun } from './run-report';

export async function readSchedules(ctx: Ctx): Promise<EndpointOutput<typeof listSchedules>> {
  requirePermission(ctx, 'reports.manage');
  return { rows: await viewSchedules(ctx, await findRows(ctx.db, ReportSchedule, {})) };
}

/** With the names of the templates and the people, in two statements however many there are. */
async function viewSchedules(ctx: Ctx, schedules: readonly ReportSchedule[]): Promise<ScheduleView[]> {
  const namesIn = async (table: 'report_template' | 'user_account', ids: readonly string[]) =>
    new Map(
      (
        await ctx.db.rows<{ id: string; name: string }>(
          sql`select id, name from ${raw(table)} where ${inList(raw('id'), [...new Set(ids)])}`,
        )
      ).map(({ id, name }) => [id, name]),
    );
  const templates = await namesIn(
    'report_template',
    schedules.map(({ templateId }) => templateId),
  );
  const people = await namesIn(
    'user_account',
    schedules.flatMap(({ recipients, byId }) => [...recipients, ...(byId ? [byId] : [])]),
  );
  return schedules.map((schedule) => ({
    id: schedule.id,
    version: schedule.version,
    template: { id: schedule.templateId, name: templates.get(schedule.templateId) ?? '' },
    cadence: schedule.cadence,
    day: schedule.day,
    minute: schedule.minute,
    recipients: schedule.recipients.map((id) => ({ id, name: people.get(id) ?? '' })),
    active: Boolean(schedule.active),
    lastOn: schedule.lastOn,
    by: refOf(schedule.byId, schedule.byId ? (people.get(schedule.byId) ?? null) : null),
  }));
}

const viewSchedule = async (ctx: Ctx, schedule: ReportSchedule): Promise<ScheduleView> =>
  (await viewSchedules(ctx, [schedule]))[0]!;

export async function addSchedule(ctx: Ctx, input: EndpointParsed<typeof createSchedule>): Promise<ScheduleView> {
  requirePermission(ctx, 'reports.manage');
  if (!(await findRecord(ctx, ReportTemplate, { id: input.templateId }))) throw invalid({ templateId: 'notFound' });
  await requirePeople(ctx, input.recipients);
  return viewSchedule(
    ctx,
    await insertRecord(ctx, ReportSchedule, { ...input, active: true, lastOn: null, byId: signedIn(ctx).id }),
  );
}

export async function changeSchedule(
  ctx: Ctx,
  { id, version, ...changes }: EndpointParsed<typeof updateSchedule>,
): Promise<ScheduleView> {
  requirePermission(ctx, 'reports.manage');
  const schedule = await findRecord(ctx, ReportSchedule, { id });
  if (!schedule) throw notFound();
  const current = await viewSchedule(ctx, schedule);
  requireVersion(schedule, version, () => current);
  if (changes.recipients) await requirePeople(ctx, changes.recipients);
  return viewSchedule(ctx, await updateRecord(ctx, ReportSchedule, schedule, changes));
}

export async function dropSchedule(
  ctx: Ctx,
  { id, version }: EndpointParsed<typeof deleteSchedule>,
): Promise<{ ok: true }> {
  requirePermission(ctx, 'reports.manage');
  const schedule = await findRecord(ctx, ReportSchedule, { id });
  if (!schedule) throw notFound();
  requireVersion(schedule, version);
  await removeRecord(ctx, ReportSchedule, schedule);
  return { ok: true };
}

async function requirePeople(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const found = await ctx.db.rows(
    sql`select id from user_account where ${inList(raw('id'), ids)} and deletedAt is null and status = 'active'`,
  );
  if (found.length !== new Set(ids).size) throw invalid({ recipients: 'users.noSuchUser' });
}

/**
 * The time a report is made for on a day, the one just gone by: yesterday (after a weekend, since Friday), last week, last
 * month. Null when the schedule has nothing to do that day.
 */
export function duePeriod(
  { cadence, day }: Pick<ReportSchedule, 'cadence' | 'day'>,
  today: string,
  isWorking: (day: string) => boolean,
): { from: string; to: string } | null {
  const yesterday = addDays(today, -1);
  if (cadence === 'daily') {
    if (!isWorking(today)) return null;
    let from = yesterday;
    while (!isWorking(from)) from = addDays(from, -1);
    return { from, to: yesterday };
  }
  if (cadence === 'weekly') {
    const { start } = periodOf('week', today);
    if (today !== addDays(start, Math.min(day, 7) - 1)) return null;
    return { from: addDays(start, -7), to: addDays(start, -1) };
  }
  if (Number(today.slice(8)) !== day) return null;
  const { start, end } = periodOf('month', addDays(`${today.slice(0, 7)}-01`, -1));
  return { from: start, to: end };
}

/** Schedules whose hour has come: one report a receiver and day, however many processes look. */
export const lookAtSchedules = defineJob({
  kind: 'reports.schedules',
  run: async (job) => {
    const { clock, settings, database } = job.deps;
    const { date, minute } = zoneClock(clock.now(), settings.timeZone);
    const due = (await findRows(database.read, ReportSchedule, { active: true })).filter(
      (schedule) => schedule.minute <= minute && (schedule.lastOn ?? '') < date,
    );
    for (const schedule of due)
      await job.transaction(async (ctx) => {
        const fresh = await findRecord(ctx, ReportSchedule, { id: schedule.id });
        if (!fresh?.active || (fresh.lastOn ?? '') >= date) return;
        await updateRecord(ctx, ReportSchedule, fresh, { lastOn: date });
        const calendar = await loadCalendar(ctx);
        const period = duePeriod(fresh, date, (day) => isOfficeDay(calendar, day));
        if (!period) return;
        for (const userId of fresh.recipients) {
          const id = idOf('report', fresh.id, userId, date);
          if (await findRow(ctx.db, ReportRun, { id })) continue;
          await leaveRun(ctx, {
            id,
            templateId: fresh.templateId,
            ...period,
            owners: [],
            byId: userId,
            scheduleId: fresh.id,
          });
        }
      });
  },
});
