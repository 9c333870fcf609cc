import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDriver, type RunBatch } from './driver';
import { Engine } from './engine';
import { judge } from './grammar-gate';
import { Refusal } from './refusal';
import { ServerError } from './server-error';
import { statementShape } from './statement-shape';
import { bind, type Stored } from './values';

export interface Recorder {
  /** Stands in for the `mssql` package: TypeORM's option `driver`. */
  readonly driver: object;
  /** Every batch that was run; of those alike but for numbers and lengths of lists, the first. */
  readonly statements: ReadonlySet<string>;
  /** What was refused, also where the caller swallowed the error: a suite ends well only if this is empty. */
  readonly refusals: readonly string[];
  close(): void;
}

export interface RecorderOptions {
  /** The SQLite file; without it one that goes with the recorder. */
  file?: string;
  /** Appended to: every distinct batch, one JSON string a line, for `judgeStatements`. */
  statementsFile?: string;
  /** Parse each new batch at once instead: a second for the first, milliseconds for the next. */
  grammar?: 'deferred' | 'immediate';
}

/**
 * Plays SQL Server over a SQLite file: takes T-SQL, refuses what is none, and answers as the server would. Text is
 * compared byte by byte, as SQLite does, where SQL Server's usual collations take no notice of case; LIKE takes none.
 */
export function createRecorder({
  file,
  statementsFile = process.env.TSQL_STATEMENTS,
  grammar = process.env.TSQL_GRAMMAR === 'immediate' ? 'immediate' : 'deferred',
}: RecorderOptions = {}): Recorder {
  const folder = file ? null : mkdtempSync(join(tmpdir(), 'tsql-recorder-'));
  const engine = new Engine(file ?? join(folder!, 'database.sqlite'));
  const shapes = new Set<string>();
  const statements = new Set<string>();
  const refusals: string[] = [];

  const record = (sql: string) => {
    const shape = statementShape(sql);
    if (shapes.has(shape)) return;
    if (grammar === 'immediate') {
      const verdict = judge(sql);
      if (!verdict.accepted) throw new Refusal(`${verdict.why}. In: ${sql}`);
    }
    shapes.add(shape);
    statements.add(sql);
    if (statementsFile) appendFileSync(statementsFile, `${JSON.stringify(sql)}\n`);
  };

  const run: RunBatch = async (session, sql, given, config) => {
    const useUtc = config.options.useUTC !== false;
    try {
      const parameters = Object.values(given);
      // sp_executesql, which the package calls, takes two of the 2100 itself.
      if (parameters.length > 2098) throw new ServerError(8003, `Too many parameters: ${parameters.length}.`);
      const values: Record<string, Stored> = {};
      for (const parameter of parameters) values[parameter.name] = bind(parameter, useUtc);
      return await engine.run(session, sql, values, { useUtc, admitted: record });
    } catch (error) {
      if (error instanceof Refusal) refusals.push(error.message);
      throw error;
    }
  };

  return {
    driver: createDriver(engine, run),
    statements,
    refusals,
    close: () => {
      engine.close();
      if (folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}
