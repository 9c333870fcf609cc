import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { loadEnvFile, readConfig } from '../../config';
import { createContext, inTransaction, type Caller, type Deps } from '../../kernel/context';
import { AppError } from '../../kernel/errors';
import { createJobRunner } from '../../kernel/jobs';
import { sql } from '../../kernel/sql';
import { translate } from '../../kernel/texts';
import { assemble } from '../../main';
import { identityOf } from '../users/users.public';
import { importFields, importModes, type ColumnMapping, type ImportField, type ImportView } from './imports.contract';
import { readImport, readImportRows } from './imports.queries';
import { cancel, start, takeFile } from './start-import';

const usage = `npm run import -- FILE [--check] [--owner LOGIN] [--mode createAndUpdate|createOnly|updateOnly]
                      [--as LOGIN] [--map "0=name,1=inn,…"] [--refused N]

FILE         a list of companies: .csv, .xlsx or .vcf
--check      says what would happen, writes nothing
--owner      whose the new companies become (nobody's without it)
--as         who imports; the first administrator without it
--map        which column (from 0) is which field: ${importFields.join(', ')}
--refused    how many refused rows to print (20)`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      check: { type: 'boolean', default: false },
      owner: { type: 'string' },
      mode: { type: 'string', default: 'createAndUpdate' },
      as: { type: 'string' },
      map: { type: 'string' },
      refused: { type: 'string', default: '20' },
      help: { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  const mode = importModes.find((known) => known === values.mode);
  if (values.help || !file || !mode) {
    console.error(usage);
    return 2;
  }
  if (!existsSync(file)) {
    console.error(`Нет такого файла: ${file}`);
    return 2;
  }
  loadEnvFile();
  const deps = await assemble({ ...readConfig(), LOG_LEVEL: 'error' });
  try {
    const caller = await callerOf(deps, values.as);
    const ownerId = values.owner ? await idOf(deps, values.owner) : null;
    const reading = () => createContext(deps, deps.database.read, caller);
    const uploaded = await takeFile(reading(), basename(file), file);
    const mapping = values.map ? readMapping(values.map) : uploaded.mapping;
    describe(uploaded, mapping);
    if (!values.map && !uploaded.confident) {
      console.error(
        '\nПо заголовкам не понять, что это список компаний. Назовите столбцы сами: --map "0=name,1=inn,…"',
      );
      return 2;
    }
    await inTransaction(deps, caller, (ctx) =>
      start(ctx, { id: uploaded.id, dryRun: values.check, mapping, mode, ownerId }),
    );
    const finished = await watch(deps, caller, uploaded.id);
    return await report(deps, caller, finished, Number(values.refused));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const words = (code: string) => translate(deps.modules, 'ru', code, error.extra.details);
    console.error(
      error.extra.fields
        ? Object.entries(error.extra.fields)
            .map(([field, code]) => `${field}: ${words(code)}`)
            .join('\n')
        : words(error.code),
    );
    return 1;
  } finally {
    await deps.database.close();
  }
}

/** Ctrl+C stops after the rows in hand; the import can be taken up again on the page. */
async function watch(deps: Deps, caller: Caller, id: string): Promise<ImportView> {
  const runner = createJobRunner(deps);
  const read = () => readImport(createContext(deps, deps.database.read, caller), { id });
  process.once('SIGINT', () => void inTransaction(deps, caller, (ctx) => cancel(ctx, { id })));
  const timer = setInterval(() => void read().then((view) => drawProgress(view)), 500);
  try {
    await runner.drain();
  } finally {
    clearInterval(timer);
  }
  const view = await read();
  drawProgress(view);
  process.stderr.write('\n');
  return view;
}

function drawProgress({ processed, total, counts }: ImportView): void {
  if (!process.stderr.isTTY && processed !== total) return;
  const part = total ? processed / total : 1;
  const bar = '█'.repeat(Math.round(part * 30)).padEnd(30, '░');
  process.stderr.write(
    `\r${bar} ${processed}/${total ?? '?'}  +${counts.created} ~${counts.updated} =${counts.skipped} ✗${counts.refused} `,
  );
}

function describe(view: ImportView, mapping: ColumnMapping): void {
  console.log(
    [
      `${view.fileName}: ${view.format}`,
      view.encoding,
      view.delimiter && `разделитель «${view.delimiter === '\t' ? 'Tab' : view.delimiter}»`,
      view.recognisedAs,
    ]
      .filter(Boolean)
      .join(', '),
  );
  for (const [column, field] of Object.entries(mapping))
    console.log(`  ${view.columns[Number(column)]?.header ?? column} → ${field}`);
}

async function report(deps: Deps, caller: Caller, view: ImportView, most: number): Promise<number> {
  const { created, updated, skipped, refused } = view.counts;
  console.log(
    `${view.dryRun ? 'Проверка, ничего не записано. ' : ''}Создано ${created}, дополнено ${updated}, без изменений ${skipped}, отклонено ${refused}.`,
  );
  if (refused && most > 0) {
    const { rows } = await readImportRows(createContext(deps, deps.database.read, caller), {
      id: view.id,
      result: 'refused',
      limit: Math.min(most, 200),
    });
    for (const { row, reasons } of rows)
      console.log(
        `  строка ${row}: ${reasons.map(({ field, message }) => (field ? `${field} — ${message}` : message)).join('; ')}`,
      );
  }
  if (view.status === 'cancelled')
    console.log(`Остановлено на строке ${view.processed}; продолжить можно на странице «Импорт».`);
  if (view.error) console.error(view.error);
  return view.status === 'done' || view.status === 'checked' ? 0 : 1;
}

function readMapping(text: string): ColumnMapping {
  return Object.fromEntries(
    text.split(',').map((pair) => {
      const [column, field] = pair.split('=').map((part) => part.trim());
      if (!/^\d+$/.test(column ?? '') || !importFields.includes(field as ImportField))
        throw new AppError(400, `--map: ${pair}`);
      return [column!, field as ImportField];
    }),
  );
}

async function callerOf(deps: Deps, login: string | undefined): Promise<Caller> {
  const row = login
    ? { id: await idOf(deps, login) }
    : await deps.database.read.row<{ id: string }>(
        sql`select min(u.id) as id from user_account u join role r on r.id = u.roleId where r.code = 'administrator' and u.status = 'active' and u.deletedAt is null`,
      );
  const user = row?.id ? await identityOf(deps, row.id) : null;
  if (!user) throw new AppError(404, 'Нет ни одного администратора: задайте ADMIN_LOGIN и ADMIN_PASSWORD.');
  return { user, locale: 'ru' };
}

async function idOf(deps: Deps, login: string): Promise<string> {
  const row = await deps.database.read.row<{ id: string }>(
    sql`select id from user_account where loginKey = ${login.toLowerCase()} and deletedAt is null`,
  );
  if (!row) throw new AppError(404, `Нет пользователя «${login}».`);
  return row.id;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    process.exit(1);
  },
);
