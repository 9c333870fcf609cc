// The floor: bare Koa over raw better-sqlite3, asking the same of the same file with the right indexes. No sign-in, no
// rights, no validation, no history: what is left is what the questions themselves cost.
import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import Koa from 'koa';

const [file, port] = process.argv.slice(2);
const db = new Database(file);
for (const pragma of [
  'journal_mode = wal',
  'synchronous = full',
  'busy_timeout = 15000',
  'cache_size = -65536',
  'mmap_size = 1073741824',
  'temp_store = memory',
])
  db.pragma(pragma);

const listColumns = `c.id, c.version, c.name, c.status, c.ownerId, u.name as ownerName, c.inn, c.city, c.timeZone, c.phones,
  c.nextContactAt, c.nextContactId, c.nextContactKind, c.nextPostponed, c.lastContactAt, c.purchasingPower, c.updatedAt`;
const callColumns = `c.id, c.version, c.name, c.status, c.ownerId, u.name as ownerName, c.city, c.country, c.timeZone, c.workFrom, c.workTo,
  c.breakFrom, c.breakTo, c.workDays, c.phones, c.nextContactAt, c.nextContactId, c.nextContactKind, c.nextPostponed, a.contactId,
  c.lastContactAt, c.lastNote`;
const callFrom =
  'from company c left join user_account u on u.id = c.ownerId left join activity a on a.id = c.nextContactId';
const dealColumns = `d.*, c.name as companyName, u.name as ownerName, s.name as stageName`;
const dealFrom = `from deal d join company c on c.id = d.companyId left join user_account u on u.id = d.ownerId
  join deal_stage s on s.id = d.stageId`;
const marks = (count) => Array.from({ length: count }, () => '?').join(', ');
const activityColumns = `a.*, p.name as contactName, o.name as outcomeName, w.name as ownerName, u.name as authorName`;
const activityFrom = `from activity a left join contact p on p.id = a.contactId left join outcome o on o.id = a.outcomeId
  left join user_account w on w.id = a.ownerId left join user_account u on u.id = a.authorId`;

const prepared = new Map();
const statement = (text) => {
  let found = prepared.get(text);
  if (!found) prepared.set(text, (found = db.prepare(text)));
  return found;
};
const all = (text, ...values) => statement(text).all(...values);
const get = (text, ...values) => statement(text).get(...values);
const run = (text, ...values) => statement(text).run(...values);

const withPeople = (rows) => {
  const people = rows.length
    ? all(
        `select id, companyId, name, position, main, phones from contact where companyId in (${marks(rows.length)}) and deletedAt is null order by companyId, id`,
        ...rows.map((row) => row.id),
      )
    : [];
  return { rows, people };
};

const questions = {
  '/calls': ({ owner }) =>
    withPeople(
      all(
        `select ${callColumns} ${callFrom} where c.deletedAt is null and c.ownerId = ? and c.nextContactAt is not null order by c.nextContactAt, c.id limit 51`,
        owner,
      ),
    ),
  '/calls-city': ({ owner, city }) =>
    withPeople(
      all(
        `select ${callColumns} ${callFrom} where c.deletedAt is null and c.ownerId = ? and c.cityKey = ? and c.nextContactAt is not null order by c.nextContactAt, c.id limit 51`,
        owner,
        city,
      ),
    ),
  '/search': ({ text }) => ({
    rows: all(
      `select ${listColumns} from company c left join user_account u on u.id = c.ownerId
       where c.deletedAt is null and c.rowKey in (select rowid from company_fts where company_fts match ? order by rowid limit 1000) order by c.nameKey, c.id limit 21`,
      `"${text}"`,
    ),
  }),
  '/kpi': ({ start, end }) => ({
    rows: all(
      `select k.*, u.name as userName from kpi_period k join user_account u on u.id = k.userId
       where k.kind = 'year' and k.start = ? order by u.name`,
      start,
    ),
    weeks: all(
      `select userId, start, calls, meetings, offers from kpi_period where kind = 'week' and start >= ? and start <= ?`,
      start,
      end,
    ),
  }),
  '/kpi-week': ({ start }) => ({
    rows: all(
      `select k.*, u.name as userName from kpi_period k join user_account u on u.id = k.userId
       where k.kind = 'week' and k.start = ? order by u.name`,
      start,
    ),
  }),
  '/deals': ({ owner }) => ({
    rows: all(
      `select ${dealColumns} ${dealFrom} where d.deletedAt is null and d.ownerId = ? order by d.day desc, d.id desc limit 51`,
      owner,
    ),
  }),
  '/board': ({ pipeline }) => ({
    columns: all(
      `select stageId, count(*) as found, sum(amount) as amount from deal where deletedAt is null and pipelineId = ? group by stageId`,
      pipeline,
    ).map((column) => ({
      ...column,
      rows: all(
        `select ${dealColumns} ${dealFrom} where d.deletedAt is null and d.stageId = ? order by d.day desc, d.id desc limit 51`,
        column.stageId,
      ),
    })),
  }),
  '/card': ({ id }) => ({
    company: get(
      'select c.*, u.name as ownerName from company c left join user_account u on u.id = c.ownerId where c.id = ?',
      id,
    ),
    contacts: all('select * from contact where companyId = ? and deletedAt is null', id),
    legalEntities: all('select * from legal_entity where companyId = ? and deletedAt is null', id),
    consignees: all('select * from consignee where companyId = ? and deletedAt is null', id),
    planned: all(
      `select ${activityColumns} ${activityFrom} where a.companyId = ? and a.status = 'planned' and a.deletedAt is null order by a.at, a.id limit 100`,
      id,
    ),
    pinned: all(
      `select ${activityColumns} ${activityFrom} where a.companyId = ? and a.pinnedAt is not null and a.deletedAt is null order by a.at desc limit 100`,
      id,
    ),
    activities: all(
      `select ${activityColumns} ${activityFrom} where a.companyId = ? and a.deletedAt is null and a.status <> 'planned' order by a.at desc, a.id desc limit 21`,
      id,
    ),
    assignments: all(
      'select a.*, o.name as ownerName, b.name as byName from assignment a left join user_account o on o.id = a.ownerId left join user_account b on b.id = a.assignedBy where a.companyId = ? order by a.startedAt desc',
      id,
    ),
  }),
};

/** The same rows a logged call leaves: the done one, the next one, their history, the company's summary. */
const logCall = db.transaction(({ id, owner }) => {
  const now = new Date().toISOString();
  const next = new Date(Date.now() + 3 * 86_400_000).toISOString();
  const activity = (status, at) => {
    const activityId = randomUUID();
    run(
      `insert into activity (id, version, companyId, kind, status, at, plannedAt, note, postponed, ownerId, authorId, createdAt) values (?, 1, ?, 'call', ?, ?, ?, ?, 0, ?, ?, ?)`,
      activityId,
      id,
      status,
      at,
      status === 'planned' ? at : null,
      'Поговорили, ждут предложение',
      owner,
      owner,
      now,
    );
    run(
      `insert into audit_entry (id, at, userId, changeId, entity, recordId, scopeId, action, fields) values (?, ?, ?, ?, 'activity', ?, ?, 'create', ?)`,
      randomUUID(),
      now,
      owner,
      randomUUID(),
      activityId,
      id,
      JSON.stringify({
        kind: [null, 'call'],
        status: [null, status],
        at: [null, at],
        note: [null, 'Поговорили, ждут предложение'],
      }),
    );
    return activityId;
  };
  get('select * from company where id = ?', id);
  const doneId = activity('done', now);
  activity('planned', next);
  const planned = get(
    `select id, at, kind, postponed from activity where companyId = ? and status = 'planned' and deletedAt is null order by at, id limit 1`,
    id,
  );
  const last = get(
    `select a.at, a.kind, a.note, o.name as outcome from activity a left join outcome o on o.id = a.outcomeId where a.companyId = ? and a.status = 'done' and a.deletedAt is null order by a.at desc, a.id desc limit 1`,
    id,
  );
  run(
    'update company set nextContactAt = ?, nextContactId = ?, nextContactKind = ?, nextPostponed = ?, lastContactAt = ?, lastNote = ? where id = ?',
    planned.at,
    planned.id,
    planned.kind,
    planned.postponed,
    last.at,
    last.note,
    id,
  );
  return get(`select ${activityColumns} ${activityFrom} where a.id = ?`, doneId);
});

const app = new Koa();
app.use(async (http) => {
  if (http.method === 'POST') {
    const parts = [];
    for await (const part of http.req) parts.push(part);
    http.body = logCall.immediate(JSON.parse(Buffer.concat(parts).toString()));
    return;
  }
  http.body = questions[http.path](http.query);
});
app.listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'));
