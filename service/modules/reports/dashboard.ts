import { grantOf, requirePermission } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import { toNumber } from '../../kernel/dialect';
import type { EndpointOutput } from '../../kernel/endpoint';
import { inList, limitRows, raw, sql } from '../../kernel/sql';
import { visible as visibleCompanies } from '../companies/companies.public';
import { visibleDeals } from '../deals/deals.public';
import { addMonths, readForecast } from '../forecast/read-forecast';
import { kpiOf, periodOf } from '../kpi/kpi.public';
import { addDays, localDateOf, localDayRange } from '../working-time/working-time.public';
import { reportPeople } from './load-lists';
import type { ChartView, getDashboard } from './reports.contract';

/**
 * The charts of whoever looks, each within what he may see, each row with the way to what is behind it. Who leads others
 * sees them beside each other; who sells sees himself over time.
 */
export async function readDashboard(ctx: Ctx): Promise<EndpointOutput<typeof getDashboard>> {
  requirePermission(ctx, 'deals.read');
  const today = localDateOf(ctx.clock.now(), signedIn(ctx).timeZone);
  const charts: ChartView[] = [
    await pipelineChart(ctx),
    await forecastChart(ctx, today),
    await wonByMonth(ctx, today),
    await typesChart(ctx, today),
    await lostReasons(ctx, today),
    await stalledChart(ctx),
  ];
  if (grantOf(ctx, 'kpi.read')) charts.push(...(await kpiCharts(ctx, today)));
  if (grantOf(ctx, 'companies.read')) charts.push(await activityKinds(ctx, today));
  return { charts };
}

const openDeals = (ctx: Ctx) => sql`d.deletedAt is null and d.meaning in ('open', 'stalled') and ${visibleDeals(ctx)}`;

/** Where the open deals stand, by sum. */
async function pipelineChart(ctx: Ctx): Promise<ChartView> {
  const rows = await ctx.db.rows<{
    id: string;
    name: string;
    pipelineId: string;
    found: number | string;
    amount: number | string;
  }>(sql`
    select s.id as id, s.name as name, s.pipelineId as pipelineId, count(*) as found, sum(d.amount) as amount
    from deal d join company c on c.id = d.companyId join deal_stage s on s.id = d.stageId
    where ${openDeals(ctx)} group by s.id, s.name, s.pipelineId, s.position order by s.position, s.id`);
  return {
    id: 'pipeline',
    unit: 'money',
    series: ['amount'],
    rows: rows.map(({ id, name, amount, pipelineId }) => ({
      id,
      label: name,
      values: [toNumber(amount)],
      link: `/deals?view=list&pipelineId=${pipelineId}&stage=${id}`,
    })),
  };
}

async function forecastChart(ctx: Ctx, today: string): Promise<ChartView> {
  const from = today.slice(0, 7);
  const { cells, plans } = await readForecast(ctx, { from, months: 6 });
  return {
    id: 'forecast',
    unit: 'money',
    series: ['won', 'weighted', 'plan'],
    rows: Array.from({ length: 6 }, (_, by) => addMonths(from, by)).map((month) => {
      const own = cells.filter((cell) => cell.month === month);
      const plan = plans.filter((one) => one.month === month).reduce((sum, { amount }) => sum + amount, 0);
      return {
        id: month,
        label: '',
        values: [
          own.reduce((sum, { won }) => sum + won, 0),
          own.reduce((sum, { weighted }) => sum + weighted, 0),
          plan || null,
        ],
        link: `/forecast?month=${month}`,
      };
    }),
  };
}

async function wonByMonth(ctx: Ctx, today: string): Promise<ChartView> {
  const months = Array.from({ length: 12 }, (_, by) => addMonths(today.slice(0, 7), by - 11));
  const rows = await ctx.db.rows<{ month: string; amount: number | string; margin: number | string }>(sql`
    select substring(o.closedOn, 1, 7) as month, sum(o.amount) as amount, sum(o.margin) as margin
    from offer o join deal d on d.id = o.dealId join company c on c.id = o.companyId
    where o.deletedAt is null and d.deletedAt is null and o.status = 'won' and o.closedOn >= ${`${months[0]}-01`}
      and ${visibleDeals(ctx)} group by substring(o.closedOn, 1, 7)`);
  return {
    id: 'wonByMonth',
    unit: 'money',
    series: ['won', 'margin'],
    rows: months.map((month) => {
      const row = rows.find((one) => one.month === month);
      const amount = toNumber(row?.amount ?? 0);
      const margin = toNumber(row?.margin ?? 0);
      return {
        id: month,
        label: '',
        // Columns stand on each other: what is not margin, then the margin.
        values: [amount - Math.max(0, margin), Math.max(0, margin)],
        link: `/offers?shown=won&month=${month}`,
      };
    }),
  };
}

const quarterAgo = (today: string) => addDays(today, -90);

async function typesChart(ctx: Ctx, today: string): Promise<ChartView> {
  const rows = await ctx.db.rows<{ type: string; amount: number | string }>(sql`
    select o.equipmentType as type, sum(o.amount) as amount
    from offer o join deal d on d.id = o.dealId join company c on c.id = o.companyId
    where o.deletedAt is null and d.deletedAt is null and o.status in ('open', 'won') and o.day >= ${quarterAgo(today)}
      and ${visibleDeals(ctx)} group by o.equipmentType order by sum(o.amount) desc, o.equipmentType ${limitRows(8)}`);
  return {
    id: 'types',
    unit: 'money',
    series: ['amount'],
    rows: rows.map(({ type, amount }) => ({
      id: type || '—',
      label: type,
      values: [toNumber(amount)],
      link: `/offers?shown=all&type=${encodeURIComponent(type)}`,
    })),
  };
}

async function lostReasons(ctx: Ctx, today: string): Promise<ChartView> {
  const rows = await ctx.db.rows<{ reason: string; found: number | string }>(sql`
    select o.reason as reason, count(*) as found
    from offer o join deal d on d.id = o.dealId join company c on c.id = o.companyId
    where o.deletedAt is null and d.deletedAt is null and o.status = 'lost' and o.reason is not null
      and o.closedOn >= ${addDays(today, -365)} and ${visibleDeals(ctx)}
    group by o.reason order by count(*) desc, o.reason ${limitRows(8)}`);
  return {
    id: 'lostReasons',
    unit: 'count',
    series: ['offers'],
    rows: rows.map(({ reason, found }) => ({
      id: reason,
      label: reason.slice(0, 80),
      values: [toNumber(found)],
      link: '/offers?shown=lost',
    })),
  };
}

/** How long the open deals have stood on their stage: what stands longest is lost first. */
async function stalledChart(ctx: Ctx): Promise<ChartView> {
  const now = ctx.clock.now().getTime();
  const ago = (days: number) => new Date(now - days * 86_400_000);
  const row = await ctx.db.row<Record<'week' | 'fortnight' | 'month' | 'longer', number | string | null>>(sql`
    select sum(case when d.stageSince >= ${ago(7)} then 1 else 0 end) as week,
      sum(case when d.stageSince < ${ago(7)} and d.stageSince >= ${ago(14)} then 1 else 0 end) as fortnight,
      sum(case when d.stageSince < ${ago(14)} and d.stageSince >= ${ago(30)} then 1 else 0 end) as month,
      sum(case when d.stageSince < ${ago(30)} then 1 else 0 end) as longer
    from deal d join company c on c.id = d.companyId where ${openDeals(ctx)}`);
  return {
    id: 'stalled',
    unit: 'count',
    series: ['deals'],
    rows: (['week', 'fortnight', 'month', 'longer'] as const).map((id) => ({
      id,
      label: '',
      values: [toNumber(row?.[id] ?? 0)],
      link: `/deals?view=list&meaning=open,stalled&sort=stageSince${
        { week: '', fortnight: '&standsDays=7', month: '&standsDays=14', longer: '&standsDays=30' }[id]
      }`,
    })),
  };
}

async function kpiCharts(ctx: Ctx, today: string): Promise<ChartView[]> {
  const people = await reportPeople(ctx, []);
  const ids = people.map(({ id }) => id);
  const firstWeek = addDays(periodOf('week', today).start, -11 * 7);
  const weeks = await ctx.db.rows<{
    start: string;
    calls: number | string;
    meetings: number | string;
    offers: number | string;
  }>(sql`
    select start, sum(calls) as calls, sum(meetings) as meetings, sum(offers) as offers from kpi_period
    where kind = 'week' and start >= ${firstWeek} and ${inList(raw('userId'), ids)} group by start order by start`);
  const rows = await kpiOf(ctx, people, periodOf('week', today));
  const month = await kpiOf(ctx, people, periodOf('month', today));
  return [
    {
      id: 'callsByWeek',
      unit: 'count',
      series: ['calls', 'meetings', 'offers'],
      rows: Array.from({ length: 12 }, (_, by) => addDays(firstWeek, by * 7)).map((start) => {
        const week = weeks.find((one) => one.start === start);
        return {
          id: start,
          label: '',
          values: [toNumber(week?.calls ?? 0), toNumber(week?.meetings ?? 0), toNumber(week?.offers ?? 0)],
          link: `/kpi?day=${start}`,
        };
      }),
    },
    {
      id: 'pace',
      unit: 'percent',
      series: ['ofNorm'],
      rows: rows.map(({ user, calls, norm }) => ({
        id: user.id,
        label: user.name,
        values: [norm.calls ? Math.round((100 * calls) / norm.calls) : 0],
        link: `/kpi?owner=${user.id}`,
      })),
    },
    {
      id: 'processed',
      unit: 'percent',
      series: ['ofBase'],
      rows: month.map(({ user, processed, base }) => ({
        id: user.id,
        label: user.name,
        values: [base ? Math.floor((100 * processed) / base) : 0],
        link: `/kpi?kind=month&owner=${user.id}`,
      })),
    },
  ];
}

async function activityKinds(ctx: Ctx, today: string): Promise<ChartView> {
  const { timeZone } = signedIn(ctx);
  const since = localDayRange(addDays(today, -30), timeZone).from;
  const rows = await ctx.db.rows<{ kind: string; found: number | string }>(sql`
    select a.kind as kind, count(*) as found from activity a join company c on c.id = a.companyId
    where a.status = 'done' and a.deletedAt is null and c.deletedAt is null and a.at >= ${since}
      and ${visibleCompanies(ctx)} group by a.kind order by count(*) desc, a.kind`);
  return {
    id: 'activityKinds',
    unit: 'count',
    series: ['done'],
    rows: rows.map(({ kind, found }) => ({ id: kind, label: '', values: [toNumber(found)], link: null })),
  };
}
