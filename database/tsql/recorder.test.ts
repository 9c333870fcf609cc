import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource, EntitySchema, In, LessThan, Like, MssqlParameter, type DataSourceOptions } from 'typeorm';
import { judgeStatements } from './judge';
import { createRecorder, type Recorder, type RecorderOptions } from './recorder';

interface Company {
  rowKey: number;
  id: string;
  name: string;
  ownerId: string | null;
  active: boolean;
  kopecks: string | null;
  visits: number;
  at: Date;
  note: string | null;
}

const Company = new EntitySchema<Company>({
  name: 'company',
  columns: {
    rowKey: { type: 'int', generated: 'increment', insert: false, update: false },
    id: { type: 'nvarchar', length: 36, primary: true },
    name: { type: 'nvarchar', length: 20 },
    ownerId: { type: 'nvarchar', length: 36, nullable: true },
    active: { type: 'bit' },
    kopecks: { type: 'bigint', nullable: true },
    visits: { type: 'int' },
    at: { type: 'datetime2', precision: 3 },
    note: { type: 'nvarchar', length: 'max', nullable: true },
  },
});

class Schema1763800000000 {
  name = 'Schema1763800000000';
  async up(runner: { query(sql: string): Promise<unknown> }) {
    await runner.query(`create table "owner" ("id" nvarchar(36) not null, constraint "pk_owner" primary key ("id"))`);
    await runner.query(
      `create table "company" ("rowKey" int identity(1,1) not null, "id" nvarchar(36) not null, "name" nvarchar(20) not null,
        "ownerId" nvarchar(36) null, "active" bit not null, "kopecks" bigint null, "visits" int not null, "at" datetime2(3) not null,
        "note" nvarchar(max) null, constraint "uq_company_id" unique ("id"), constraint "pk_company" primary key ("rowKey"),
        constraint "fk_company_owner" foreign key ("ownerId") references "owner" ("id"))`,
    );
    await runner.query('create unique index "uq_company_name" on "company" ("name")');
    await runner.query(
      'create index "ix_company_at" on "company" ("at" desc, "id") include ("name") where "ownerId" is not null',
    );
  }
  async down(runner: { query(sql: string): Promise<unknown> }) {
    await runner.query('drop table "company"');
    await runner.query('drop table "owner"');
  }
}

const open: { source: DataSource; recorder: Recorder }[] = [];

async function connect(options: RecorderOptions = {}) {
  const recorder = createRecorder({ grammar: 'immediate', statementsFile: '', ...options });
  const source = new DataSource({
    type: 'mssql',
    driver: recorder.driver,
    host: 'recorder',
    database: 'recorder',
    entities: [Company],
    migrations: [Schema1763800000000],
    options: { useUTC: true },
  } as DataSourceOptions);
  await source.initialize();
  open.push({ source, recorder });
  await source.runMigrations();
  return { source, recorder };
}

afterEach(async () => {
  for (const { source, recorder } of open.splice(0)) {
    if (source.isInitialized) await source.destroy();
    recorder.close();
  }
});

const at = new Date('2026-03-01T09:30:00.123Z');
const company = (id: string, change: Partial<Company> = {}): Omit<Company, 'rowKey'> => ({
  id,
  name: `Ромашка ${id}`,
  ownerId: null,
  active: true,
  kopecks: null,
  visits: 0,
  at,
  note: null,
  ...change,
});

/** The number of the error a promise fails with. */
const numberOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { driverError?: { number?: number } }) => error.driverError?.number ?? error,
  );

describe('through the manager', () => {
  test('values come back as they went in', async () => {
    const { source } = await connect();
    const { manager } = source;
    await manager.insert(Company, company('a', { kopecks: '9007199254740993', note: "O'Brien — «Ёж»" }));
    const found = await manager.findOneByOrFail(Company, { id: 'a' });
    expect(found).toEqual({
      ...company('a', { kopecks: '9007199254740993', note: "O'Brien — «Ёж»" }),
      rowKey: 1,
    });
    expect(found.at).toBeInstanceOf(Date);
  });

  test('finds, updates, counts, increments, deletes', async () => {
    const { source } = await connect();
    const { manager } = source;
    await manager.insert(
      Company,
      ['a', 'b', 'c', 'd'].map((id, index) => company(id, { active: index % 2 === 0, visits: index })),
    );
    expect(await manager.countBy(Company, { active: true })).toBe(2);
    expect(await manager.count(Company, { where: { id: In(['a', 'd']) } })).toBe(2);
    expect((await manager.findBy(Company, { at: LessThan(new Date(at.getTime() + 1)) })).length).toBe(4);
    expect((await manager.findBy(Company, { name: Like('ромаш%') })).length).toBe(4);
    expect(await manager.existsBy(Company, { id: 'nobody' })).toBe(false);

    const page = await manager.find(Company, { select: { id: true }, order: { visits: 'DESC' }, skip: 1, take: 2 });
    expect(page.map(({ id }) => id)).toEqual(['c', 'b']);
    expect((await manager.find(Company, { order: { id: 'ASC' }, take: 1 }))[0]?.id).toBe('a');
    expect(await manager.findAndCount(Company, { order: { id: 'ASC' }, take: 2 })).toMatchObject([
      [{ id: 'a' }, { id: 'b' }],
      4,
    ]);

    const later = new Date('2026-03-02T00:00:00.001Z');
    const update = await manager.update(Company, { id: 'a', visits: 0 }, { active: false, at: later, ownerId: null });
    expect(update.affected).toBe(1);
    expect((await manager.update(Company, { id: 'a', visits: 7 }, { active: true })).affected).toBe(0);
    await manager.increment(Company, { id: 'a' }, 'visits', 5);
    expect(await manager.findOneBy(Company, { id: 'a' })).toMatchObject({ active: false, at: later, visits: 5 });

    expect((await manager.delete(Company, { id: In(['b', 'c']) })).affected).toBe(2);
    const saved = await manager.save(Company, { ...company('e'), name: 'Saved' });
    expect(saved).toMatchObject({ id: 'e', rowKey: 5 });
    expect(await manager.count(Company)).toBe(3);
  });

  test('a query builder joins, groups and streams', async () => {
    const { source } = await connect();
    await source.query(`insert into "owner" ("id") values ('o')`);
    await source.manager.insert(Company, [company('a', { ownerId: 'o' }), company('b')]);
    const rows = await source
      .createQueryBuilder(Company, 'c')
      .select('c.ownerId', 'owner')
      .addSelect('count(*)', 'n')
      .where('c.id in (:...ids)', { ids: ['a', 'b'] })
      .groupBy('c.ownerId')
      .orderBy('c.ownerId')
      .getRawMany();
    expect(rows).toEqual([
      { owner: null, n: 1 },
      { owner: 'o', n: 1 },
    ]);
    const streamed: unknown[] = [];
    const runner = source.createQueryRunner();
    for await (const row of await runner.stream('select id from company order by id')) streamed.push(row);
    await runner.release();
    expect(streamed).toEqual([{ id: 'a' }, { id: 'b' }]);
  });
});

describe('errors carry the numbers of SQL Server', () => {
  const insert = (source: DataSource, change: Partial<Company>) => source.manager.insert(Company, company('x', change));
  test.each<[string, number, (source: DataSource) => Promise<unknown>]>([
    ['a constraint twice', 2627, (source) => insert(source, { id: 'a' })],
    ['a unique index twice', 2601, (source) => insert(source, { name: 'Ромашка a' })],
    ['a stranger as owner', 547, (source) => insert(source, { ownerId: 'nobody' })],
    ['null', 515, (source) => source.query(`insert into company (id, name, active, visits) values ('x', 'x', 1, 1)`)],
    ['a text too long, bound by TypeORM', 8016, (source) => insert(source, { name: 'x'.repeat(21) })],
    ['a text too long', 2628, (source) => source.query('update company set name = @0', ['x'.repeat(21)])],
    ['a number too large', 8115, (source) => source.query('update company set visits = @0', [2 ** 31])],
    ['a text that is no number', 245, (source) => source.query('select cast(name as int) as n from company')],
    ['a division by nothing', 8134, (source) => source.query('select 1 / visits as n from company')],
    ['a text plus a number', 245, (source) => source.query('select name + visits as n from company')],
    ['a text that is no instant', 241, (source) => source.query(`update company set at = 'yesterday'`)],
    [
      'an identity given a value',
      544,
      (source) => source.query('insert into company ("rowKey", id) values (7, @0)', ['x']),
    ],
    ['a table there is not', 208, (source) => source.query('select id from nothing')],
    ['a column there is not', 207, (source) => source.query('select nothing from company')],
    ['a parameter not given', 137, (source) => source.query('select id from company where id = @0')],
    [
      'too many parameters',
      8003,
      (source) =>
        source.query(
          `select id from company where id in (${Array.from({ length: 2099 }, (_, i) => `@${i}`).join(', ')})`,
          Array(2099).fill('a'),
        ),
    ],
    ['dropping what is referenced', 3726, (source) => source.query('drop table "owner"')],
    ['an index over nvarchar(max)', 1919, (source) => source.query('create index "i" on "company" ("note")')],
    ['a column NOT NULL without default', 4901, (source) => source.query('alter table "company" add "x" int not null')],
  ])('%s: %i', async (_, number, work) => {
    const { source } = await connect();
    await source.manager.insert(Company, company('a'));
    expect(await numberOf(work(source))).toBe(number);
  });

  test('a value the driver would not send fails in the driver', async () => {
    const { source } = await connect();
    await expect(source.manager.insert(Company, company('a', { visits: 2 ** 31 }))).rejects.toThrow(
      /Validation failed/,
    );
  });

  test('a unique index takes one null only', async () => {
    const { source } = await connect();
    await source.query('create table "t" ("id" int not null, "a" nvarchar(10) null, "b" int null)');
    await source.query('create unique index "uq_t_a" on "t" ("a")');
    await source.query('create unique index "uq_t_b" on "t" ("b") where "b" is not null');
    await source.query('insert into t (id) values (1)');
    expect(await numberOf(source.query('insert into t (id) values (2)'))).toBe(2601);
    await source.query(`insert into t (id, a) values (2, 'x')`);
  });
});

describe('transactions', () => {
  test('keep all or nothing, also of the schema', async () => {
    const { source } = await connect();
    await expect(
      source.transaction(async (manager) => {
        await manager.insert(Company, company('a'));
        await manager.query('create table "t" ("id" int not null)');
        expect(await manager.count(Company)).toBe(1);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await source.manager.count(Company)).toBe(0);
    expect(await numberOf(source.query('select id from t'))).toBe(208);
    await source.query('create table "t" ("id" int not null)');
  });

  test('run one after another, and readers see what is committed', async () => {
    const { source } = await connect();
    await source.manager.insert(Company, company('a'));
    let inside = 0;
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        source.transaction('READ COMMITTED', async (manager) => {
          inside += 1;
          expect(inside).toBe(1);
          const { visits } = await manager.findOneByOrFail(Company, { id: 'a' });
          await new Promise((resolve) => setTimeout(resolve, 1));
          await manager.update(Company, { id: 'a' }, { visits: visits + 1 });
          expect((await source.manager.findOneByOrFail(Company, { id: 'a' })).visits).toBe(index);
          inside -= 1;
        }),
      ),
    );
    expect((await source.manager.findOneByOrFail(Company, { id: 'a' })).visits).toBe(20);
  });

  test('a write outside waits for its turn; a failed statement does not end a transaction', async () => {
    const { source } = await connect();
    const order: string[] = [];
    let outside: Promise<unknown> = Promise.resolve();
    await source.transaction(async (manager) => {
      await manager.insert(Company, company('a'));
      outside = source.query(`update company set name = 'outside'`).then(() => order.push('outside'));
      expect(await numberOf(manager.insert(Company, company('a', { name: 'again' })))).toBe(2627);
      await manager.insert(Company, company('b', { name: 'b' }));
      order.push('inside');
      await manager.delete(Company, { id: 'b' });
    });
    await outside;
    expect(order).toEqual(['inside', 'outside']);
    expect(await source.query('select name from company')).toEqual([{ name: 'outside' }]);
  });

  test('nest by savepoints', async () => {
    const { source } = await connect();
    await source.transaction(async (manager) => {
      await manager.insert(Company, company('a'));
      await manager
        .transaction(async (inner) => {
          await inner.insert(Company, company('b'));
          throw new Error('no');
        })
        .catch(() => undefined);
    });
    expect((await source.manager.find(Company)).map(({ id }) => id)).toEqual(['a']);
  });
});

describe('written queries', () => {
  async function filled() {
    const connected = await connect();
    await connected.source.query(`insert into "owner" ("id") values (@0), (@1)`, ['o', 'p']);
    await connected.source.manager.insert(Company, [
      company('a', { ownerId: 'o', kopecks: '100', visits: 1 }),
      company('b', { ownerId: 'o', kopecks: '250', visits: 2, active: false, at: new Date('2026-03-05T00:00:00Z') }),
      company('c', { visits: 4 }),
    ]);
    return connected.source;
  }

  test.each<[string, string, unknown[], unknown[]]>([
    ['top', 'select top (2) id from company order by id desc', [], [{ id: 'c' }, { id: 'b' }]],
    ['offset and fetch', 'select id from company order by id offset 1 rows fetch next 1 rows only', [], [{ id: 'b' }]],
    [
      'names as the query spells them',
      'select ID, c.VISITS from company c where c.id = @0',
      ['a'],
      [{ ID: 'a', VISITS: 1 }],
    ],
    ['a nameless column', 'select count(*) from company', [], [{ '': 3 }]],
    [
      'a name twice',
      `select c.id, o.id from company c join "owner" o on o.id = c.ownerId where c.id = 'a'`,
      [],
      [{ id: ['a', 'o'] }],
    ],
    [
      'types of aggregates',
      'select max(at) as latest, sum(kopecks) as total, avg(visits) as mean, count_big(*) as many, -sum(kopecks) * 2 as debt from company',
      [],
      [{ latest: new Date('2026-03-05T00:00:00Z'), total: '350', mean: 2, many: '3', debt: '-700' }],
    ],
    [
      'types through subqueries, choices and windows',
      `with latest as (select ownerId, max(at) as at, sum(kopecks) as total from company group by ownerId)
       select l.at, coalesce(l.total, 0) as total, case when c.visits > 3 then c.at else null end as big, c.active, isnull(l.ownerId, N'—') as who,
         (select top 1 x.at from company x where x.id = c.id order by x.at) as own, row_number() over (order by c.id) as n
       from company c left join latest l on l.ownerId = c.ownerId where c.id in (@0, @1) order by c.id`,
      ['b', 'c'],
      [
        {
          at: new Date('2026-03-05T00:00:00Z'),
          total: '350',
          big: null,
          active: false,
          who: 'o',
          own: new Date('2026-03-05T00:00:00Z'),
          n: '1',
        },
        { at: null, total: '0', big: at, active: true, who: '—', own: at, n: '2' },
      ],
    ],
    [
      'casts',
      `select cast(kopecks as nvarchar(max)) as t, cast('5' as bigint) as b, cast(visits as nvarchar(10)) + N' шт.' as s, try_cast('x' as int) as n from company where id = 'a'`,
      [],
      [{ t: '100', b: '5', s: '1 шт.', n: null }],
    ],
    [
      'an instant as text',
      `select cast(at as nvarchar(30)) as t from company where id = 'a'`,
      [],
      [{ t: '2026-03-01 09:30:00.123' }],
    ],
    [
      'text',
      `select len(N'ёж  ') as l, substring(N'Ромашка', 1, 3) as s, charindex(N'м', N'Ромашка') as c, upper(N'ёж') as u, left('abc', 2) + right('abc', 1) as e, replace('aa', 'a', 'b') as r, concat('x', null, 1) as j`,
      [],
      [{ l: 2, s: 'Ром', c: 3, u: 'ЁЖ', e: 'abc', r: 'bb', j: 'x1' }],
    ],
    [
      'like',
      `select id from company where name like N'ромашка [ab]' and name not like @0 escape '\\' order by id`,
      ['%\\[%'],
      [{ id: 'a' }, { id: 'b' }],
    ],
    [
      'bits and precedence',
      'select (visits & 3) as low, 1 + visits & 6 as mixed, visits / 2 as half, -visits as minus from company order by id',
      [],
      [
        { low: 1, mixed: 2, half: 0, minus: -1 },
        { low: 2, mixed: 2, half: 1, minus: -2 },
        { low: 0, mixed: 4, half: 2, minus: -4 },
      ],
    ],
    [
      'time',
      `select dateadd(month, 1, cast('2026-01-31' as datetime2(3))) as d, datediff(day, cast('2026-01-01T23:59:00' as datetime2(3)), cast('2026-01-02' as datetime2(3))) as n, year(at) as y from company where id = 'a'`,
      [],
      [{ d: new Date('2026-02-28T00:00:00Z'), n: 1, y: 2026 }],
    ],
    [
      'a list of values as a table',
      'select v.b, c.visits from (values (@0, 1), (@1, 2)) as v(a, b) join company c on c.id = v.a order by v.b',
      ['c', 'a'],
      [
        { b: 1, visits: 4 },
        { b: 2, visits: 1 },
      ],
    ],
    [
      'a recursive with',
      'with n as (select 1 as a union all select a + 1 from n where a < 3) select a from n order by a',
      [],
      [{ a: 1 }, { a: 2 }, { a: 3 }],
    ],
    [
      'set operators',
      `select id from company where id < 'b' union all select id from "owner" except select 'p' as id order by id`,
      [],
      [{ id: 'a' }, { id: 'o' }],
    ],
    [
      'exists, between, in',
      `select id from company c where exists (select 1 from "owner" o where o.id = c.ownerId) and visits between 1 and 5 and not (id in ('a')) order by id`,
      [],
      [{ id: 'b' }],
    ],
    [
      'joined names',
      `select string_agg(id, ',') within group (order by id desc) as ids from company`,
      [],
      [{ ids: 'c,b,a' }],
    ],
    ['json', `select json_value(N'{"a":[{"b":"ё"}]}', '$.a[0].b') as v, isjson('{}') as j`, [], [{ v: 'ё', j: 1 }]],
    ['hints', 'select top (1) id from company with (updlock, readpast, rowlock) order by id', [], [{ id: 'a' }]],
    [
      'the server',
      `select db_name() as d, schema_name() as s, serverproperty('IsFullTextInstalled') as f`,
      [],
      [{ d: 'recorder', s: 'dbo', f: 0 }],
    ],
    [
      'an instant as a parameter',
      'select id from company where at = @0 order by id',
      [new MssqlParameter(at, 'datetime2', 3)],
      [{ id: 'a' }, { id: 'c' }],
    ],
    ['unused nulls', 'select @0 as a, coalesce(@0, @1) as b', [null, 5], [{ a: null, b: 5 }]],
  ])('%s', async (_, sql, parameters, rows) => {
    const source = await filled();
    expect(await source.query(sql, parameters)).toEqual(rows);
  });

  test.each<[string, string, number, unknown[]]>([
    [
      'update with a join',
      'update c set visits = o.n from company c join (select ownerId, count(*) as n from company group by ownerId) o on o.ownerId = c.ownerId',
      2,
      [2, 2, 4],
    ],
    [
      'update from another table',
      `update company set visits = 9 from "owner" o where o.id = company.ownerId and company.id = 'b'`,
      1,
      [1, 9, 4],
    ],
    ['update top', 'update top (1) company set visits = 9 where visits = 2', 1, [1, 9, 4]],
    [
      'update with a subquery',
      'update company set visits = (select count(*) from "owner") where id = @0',
      1,
      [2, 2, 4],
    ],
    ['delete top', 'delete top (2) from company where visits < 9', 2, [4]],
    ['delete with a join', 'delete c from company c join "owner" o on o.id = c.ownerId where c.visits = 1', 1, [2, 4]],
    [
      'insert select',
      `insert into company (id, name, active, visits, at) select concat('z', c.id), concat('z', c.id), c.active, 5, c.at from company c where c.id = 'a'`,
      1,
      [1, 2, 4, 5],
    ],
  ])('%s', async (_, sql, affected, visits) => {
    const source = await filled();
    const runner = source.createQueryRunner();
    expect((await runner.query(sql, ['a'], true)).affected).toBe(affected);
    await runner.release();
    expect((await source.query('select visits from company order by id')).map((row: Company) => row.visits)).toEqual(
      visits,
    );
  });

  test('output', async () => {
    const source = await filled();
    expect(
      await source.query('update company set visits = 7 output inserted.id, inserted.at as moment where id = @0', [
        'a',
      ]),
    ).toEqual([{ id: 'a', moment: at }]);
    expect(await source.query('DELETE from company output deleted.visits where id = @0', ['a'])).toEqual([
      [{ visits: 7 }],
      1,
    ]);
    expect(
      await source.query(
        'set identity_insert "company" on; insert into company ("rowKey", id, name, active, visits, at) output inserted.* values (70, @0, @0, 1, 0, @1); set identity_insert "company" off',
        ['q', new MssqlParameter(at, 'datetime2', 3)],
      ),
    ).toMatchObject([{ rowKey: 70, id: 'q', active: true, at, kopecks: null }]);
  });
});

describe('definitions', () => {
  test('columns and constraints come and go', async () => {
    const { source } = await connect();
    await source.manager.insert(Company, company('a'));
    await source.query(
      `alter table "company" add "stage" nvarchar(10) not null constraint "df_company_stage" default N'новый', "seen" datetime2(3) null`,
    );
    expect(await source.query('select stage, seen from company')).toEqual([{ stage: 'новый', seen: null }]);
    await source.query('update company set seen = sysutcdatetime()');
    expect((await source.query('select seen from company'))[0].seen).toBeInstanceOf(Date);
    expect(await numberOf(source.query('alter table "company" drop column "stage"'))).toBe(5074);
    await source.query('alter table "company" drop constraint "df_company_stage"');
    await source.query('alter table "company" drop column "stage"');
    expect(await numberOf(source.query('select stage from company'))).toBe(207);
    await source.query('alter table "company" add constraint "uq_visits" unique ("visits")');
    expect(await numberOf(source.manager.insert(Company, company('b')))).toBe(2627);
    await source.query('alter table "company" drop constraint "uq_visits"');
    await source.query('drop index "ix_company_at" on "company"');
    await source.manager.insert(Company, company('b'));
    await source.query('truncate table "company"');
    expect(await source.manager.count(Company)).toBe(0);
  });

  test('INFORMATION_SCHEMA tells what was declared', async () => {
    const { source } = await connect();
    expect(
      await source.query(`select COLUMN_NAME, DATA_TYPE, CHARACTER_MAXIMUM_LENGTH as size, DATETIME_PRECISION as digits, IS_NULLABLE
        from INFORMATION_SCHEMA.COLUMNS where TABLE_NAME = 'company' and ORDINAL_POSITION < 10 order by ORDINAL_POSITION`),
    ).toMatchObject([
      { COLUMN_NAME: 'rowKey', DATA_TYPE: 'int', size: null, IS_NULLABLE: 'NO' },
      { COLUMN_NAME: 'id', DATA_TYPE: 'nvarchar', size: 36 },
      { COLUMN_NAME: 'name' },
      { COLUMN_NAME: 'ownerId', IS_NULLABLE: 'YES' },
      { COLUMN_NAME: 'active', DATA_TYPE: 'bit' },
      { COLUMN_NAME: 'kopecks', DATA_TYPE: 'bigint' },
      { COLUMN_NAME: 'visits' },
      { COLUMN_NAME: 'at', DATA_TYPE: 'datetime2', digits: 3 },
      { COLUMN_NAME: 'note', DATA_TYPE: 'nvarchar', size: -1 },
    ]);
    expect(
      await source.query(
        `select CONSTRAINT_NAME, CONSTRAINT_TYPE from INFORMATION_SCHEMA.TABLE_CONSTRAINTS where TABLE_NAME = @0 order by CONSTRAINT_NAME`,
        ['company'],
      ),
    ).toEqual([
      { CONSTRAINT_NAME: 'fk_company_owner', CONSTRAINT_TYPE: 'FOREIGN KEY' },
      { CONSTRAINT_NAME: 'pk_company', CONSTRAINT_TYPE: 'PRIMARY KEY' },
      { CONSTRAINT_NAME: 'uq_company_id', CONSTRAINT_TYPE: 'UNIQUE' },
    ]);
    const runner = source.createQueryRunner();
    expect([
      await runner.hasTable('company'),
      await runner.hasTable('nothing'),
      await runner.hasColumn('company', 'at'),
    ]).toEqual([true, false, true]);
    await runner.release();
  });

  test('migrations go down again', async () => {
    const { source } = await connect();
    await source.undoLastMigration();
    expect(await source.query('select TABLE_NAME from INFORMATION_SCHEMA.TABLES')).toEqual([
      { TABLE_NAME: 'migrations' },
    ]);
    expect(await source.runMigrations()).toHaveLength(1);
  });
});

describe('the recorder', () => {
  test('refuses at once, and keeps what it refused', async () => {
    const { source, recorder } = await connect({ grammar: 'deferred' });
    await expect(source.query('select id from company limit 1')).rejects.toThrow(/LIMIT/);
    await expect(source.query('select id from company where active')).rejects.toThrow(/4145/);
    await expect(source.query('select c.id from company c cross apply (select 1 as a) x')).rejects.toThrow(
      /cannot translate/,
    );
    await expect(source.query('select n as x from company where x = 1')).rejects.toThrow(/207/);
    await expect(source.query('select id from company where at < @0', [new Date()])).rejects.toThrow(/datetime2/);
    await expect(source.query('select user from company')).rejects.toThrow(/reserved/);
    await expect(source.query('select id as [plan], name as plan from company')).rejects.toThrow(/reserved/);
    await expect(source.query('select max(at) as x from company order by coalesce(x, at)')).rejects.toThrow();
    await expect(source.query('select visits as x from company order by x + 1')).rejects.toThrow(/207/);
    await expect(source.query(`select case when active = 1 then 'yes' else 0 end as x from company`)).rejects.toThrow(
      /245/,
    );
    expect(recorder.refusals).toHaveLength(10);
    expect(recorder.statements.has('select id from company limit 1')).toBe(false);
  });

  test('leaves what it ran in a file for the judge', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'statements-'));
    const statementsFile = join(folder, 'statements.jsonl');
    const { source } = await connect({ grammar: 'deferred', statementsFile });
    await source.manager.insert(Company, company('a'));
    await source.manager.insert(Company, company('b'));
    // Good enough for SQLite and the denylist; the grammar misses the condition.
    await source.query('select c.id from company c join "owner" o');
    expect(readFileSync(statementsFile, 'utf8').match(/INSERT INTO \\"company\\"/g)).toHaveLength(1);
    const judgement = judgeStatements(statementsFile);
    expect(judgement.accepted).toBeGreaterThan(8);
    expect(judgement.refused).toMatchObject([
      { sql: expect.stringContaining('join'), why: expect.stringMatching(/1:\d+/) },
    ]);
    rmSync(folder, { recursive: true });
  });

  test('continues with a file, which knows the declared types', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'recorder-'));
    const file = join(folder, 'database.sqlite');
    const first = await connect({ file });
    await first.source.manager.insert(Company, company('a'));
    await first.source.destroy();
    first.recorder.close();
    expect(existsSync(file)).toBe(true);
    const second = await connect({ file });
    expect(await second.source.query('select max(at) as latest, max(kopecks) as k from company')).toEqual([
      { latest: at, k: null },
    ]);
    await second.source.destroy();
  });
});
