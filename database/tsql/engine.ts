import Sqlite, { type Database, type Statement } from 'better-sqlite3';
import { createCatalogue, readCatalogue } from './catalogue';
import { admit } from './grammar-gate';
import { same, type Schema } from './schema';
import { ServerError } from './server-error';
import { serverError } from './sqlite-errors';
import { addFunctions } from './sqlite-functions';
import { translate, type Step } from './translate';
import { Turns } from './turns';
import { namesOf, reader, toRow, type Read, type Stored } from './values';

/** What a statement of a batch answers. */
export interface Answer {
  readonly rows: Record<string, unknown>[] | null;
  readonly affected: number | null;
}

/** A connection as the pool lends it. */
export interface Session {
  inTransaction: boolean;
  /** Whether the schema changed in the open transaction. */
  changedSchema: boolean;
}

interface Plan {
  readonly steps: readonly Step[];
  readonly readsOnly: boolean;
  /** Of the schema it was made for. */
  readonly generation: number;
  /** The columns of the steps' results, known once they ran. */
  readonly columns: Map<Step, { names: string[]; reads: Read[] }>;
}

/**
 * A database that is asked in T-SQL and answers as SQL Server does, over a SQLite file with two connections: a writer,
 * lent to one transaction at a time, and a reader that sees what is committed, as under READ_COMMITTED_SNAPSHOT.
 */
export class Engine {
  private readonly writer: Database;
  private readonly reader: Database;
  private readonly turns = new Turns(
    10_000,
    () =>
      new Error(
        'Waited 10 s for the transaction that holds the database. Does it wait for a statement made outside of it?',
      ),
  );
  private readonly plans = new Map<string, Plan>();
  private readonly statements = new Map<Database, Map<string, Statement<[object], Stored[]>>>();
  private schema: Schema | null = null;
  private generation = 0;

  constructor(file: string) {
    this.writer = new Sqlite(file);
    this.writer.pragma('journal_mode = wal');
    // The file dies with the test: nobody waits for the disk.
    this.writer.pragma('synchronous = off');
    this.writer.pragma('foreign_keys = on');
    createCatalogue(this.writer);
    this.reader = new Sqlite(file, { readonly: true });
    for (const connection of [this.writer, this.reader]) {
      addFunctions(connection);
      this.statements.set(connection, new Map());
    }
  }

  close(): void {
    this.reader.close();
    this.writer.close();
  }

  async begin(session: Session): Promise<void> {
    await this.turns.enter();
    try {
      this.writer.exec('BEGIN IMMEDIATE');
    } catch (error) {
      this.turns.leave();
      throw error;
    }
    session.inTransaction = true;
    session.changedSchema = false;
  }

  commit(session: Session): void {
    this.end(session, 'COMMIT');
  }

  rollback(session: Session): void {
    if (session.changedSchema) this.forgetSchema();
    this.end(session, 'ROLLBACK');
  }

  private end(session: Session, how: 'COMMIT' | 'ROLLBACK'): void {
    session.inTransaction = false;
    try {
      this.writer.exec(how);
    } finally {
      this.turns.leave();
    }
  }

  /**
   * Runs a batch.
   * @param admitted is told of a batch that passed the gate and could be translated, when it comes first
   */
  async run(
    session: Session,
    sql: string,
    parameters: Readonly<Record<string, Stored>>,
    { useUtc, admitted }: { useUtc: boolean; admitted: (sql: string) => void },
  ): Promise<Answer[]> {
    try {
      const plan = this.plan(sql, admitted);
      if (session.inTransaction) return this.runSteps(this.writer, session, plan, parameters, useUtc);
      if (plan.readsOnly) return this.runSteps(this.reader, session, plan, parameters, useUtc);
      await this.begin(session);
      try {
        const answers = this.runSteps(this.writer, session, this.plan(sql, admitted), parameters, useUtc);
        this.commit(session);
        return answers;
      } finally {
        if (session.inTransaction) this.rollback(session);
      }
    } catch (error) {
      throw serverError(error, sql, () => this.currentSchema());
    }
  }

  private plan(sql: string, admitted: (sql: string) => void): Plan {
    const known = this.plans.get(sql);
    if (known?.generation === this.generation) return known;
    const schema = this.currentSchema();
    const steps = admit(sql, schema)
      .map((statement) => translate(statement, schema))
      .filter((step) => step !== null);
    if (!known) admitted(sql);
    const plan: Plan = {
      steps,
      readsOnly: steps.every((step) => step.do === 'select'),
      generation: this.generation,
      columns: new Map(),
    };
    if (this.plans.size > 1000) this.plans.clear();
    this.plans.set(sql, plan);
    return plan;
  }

  private currentSchema(): Schema {
    this.schema ??= readCatalogue(this.writer);
    return this.schema;
  }

  private forgetSchema(): void {
    this.schema = null;
    this.generation += 1;
  }

  private runSteps(
    connection: Database,
    session: Session,
    plan: Plan,
    parameters: Readonly<Record<string, Stored>>,
    useUtc: boolean,
  ): Answer[] {
    const variables = new Map<string, Record<string, unknown>[]>();
    let identityAllowed: string | null = null;
    const answers: Answer[] = [];
    for (const step of plan.steps) {
      switch (step.do) {
        case 'define':
          for (const statement of step.statements) connection.exec(statement);
          session.changedSchema = true;
          this.forgetSchema();
          break;
        case 'savepoint':
          connection.exec(step.sql);
          // What was defined since the savepoint may be gone.
          if (session.changedSchema) this.forgetSchema();
          break;
        case 'allowIdentity':
          identityAllowed = step.on ? step.table : null;
          break;
        case 'recall': {
          const rows = variables.get(step.variable) ?? [];
          answers.push({ rows, affected: rows.length });
          break;
        }
        case 'select': {
          const rows = this.rows(connection, plan, step, parameters, useUtc);
          answers.push({ rows, affected: rows.length });
          break;
        }
        case 'write': {
          if (step.identityOf && !(identityAllowed && same(step.identityOf, identityAllowed))) {
            throw new ServerError(
              544,
              `Cannot insert explicit value for identity column in table '${step.identityOf}'.`,
            );
          }
          if (!step.output) {
            const { changes } = this.statement(connection, step.sql).run(parameters);
            answers.push({ rows: null, affected: changes });
            break;
          }
          const rows = this.rows(connection, plan, step, parameters, useUtc);
          if (step.output !== 'result') variables.set(step.output, rows);
          answers.push({ rows: step.output === 'result' ? rows : null, affected: rows.length });
        }
      }
    }
    return answers;
  }

  private rows(
    connection: Database,
    plan: Plan,
    step: Extract<Step, { do: 'select' | 'write' }>,
    parameters: Readonly<Record<string, Stored>>,
    useUtc: boolean,
  ): Record<string, unknown>[] {
    const statement = this.statement(connection, step.sql);
    const found = statement.raw(true).all(parameters);
    let columns = plan.columns.get(step);
    if (!columns) {
      const own = statement.columns();
      const typed = step.do === 'select' ? connection.prepare(step.types).columns() : own;
      const reads = own.map((_, index) => reader(this.declaredType(typed[index]!), useUtc));
      columns = { names: namesOf(own), reads };
      plan.columns.set(step, columns);
    }
    const { names, reads } = columns;
    return found.map((values) => toRow(names, reads, values));
  }

  /** SQLite's INTEGER is an identity, which the catalogue knows for int or bigint. */
  private declaredType({ type, table, column }: { type: string | null; table: string | null; column: string | null }) {
    if (type !== 'INTEGER' || table === null || column === null) return type;
    const declared = this.currentSchema()
      .columns(table)
      .find(({ name }) => same(name, column));
    return declared?.type.base ?? 'int';
  }

  private statement(connection: Database, sql: string): Statement<[object], Stored[]> {
    const prepared = this.statements.get(connection)!;
    const known = prepared.get(sql);
    if (known) return known;
    const statement = connection.prepare<[object], Stored[]>(sql);
    statement.safeIntegers(true);
    if (prepared.size > 500) prepared.clear();
    prepared.set(sql, statement);
    return statement;
  }
}
