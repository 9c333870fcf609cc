import { AuditEntry, type AuditAction } from './audit';
import type { Entity } from './columns';
import type { Ctx } from './context';
import { stale } from './errors';
import { newId } from './id';
import { changeRows, deleteRows, findRow, insertRows } from './rows';

/** Every table that people write has these. */
export interface Recorded {
  id: string;
  version: number;
}

/**
 * The only way to write a record: the row, its history and what derives from it change together. Use cases call these;
 * nothing else inserts, updates or deletes.
 */
export async function insertRecord<T extends Recorded>(
  ctx: Ctx,
  definition: Entity<T>,
  values: Omit<T, 'id' | 'version'> & { id?: string },
): Promise<T> {
  const record = { ...values, id: values.id ?? newId(ctx.clock.now()), version: 1 } as T;
  await insertRows(ctx.db, definition, [record]);
  await written(ctx, definition, 'create', null, record);
  return record;
}

/**
 * Writes what differs; nothing different writes nothing.
 * @throws stale when the record was changed since it was read
 */
export async function updateRecord<T extends Recorded>(
  ctx: Ctx,
  definition: Entity<T>,
  before: T,
  changes: Partial<Omit<T, 'id' | 'version'>>,
  action: AuditAction = 'update',
): Promise<T> {
  const fields = differing<T>(definition, before, changes as Partial<T>);
  if (fields.length === 0) return before;
  // A silent change (derived data) is nobody's edit: whoever has the card open must not be told it is stale.
  const silent = new Set<string>(definition.audit?.silent ?? []);
  const version = fields.every((field) => silent.has(field)) ? before.version : before.version + 1;
  const set: Record<string, unknown> = { version };
  for (const field of fields) set[field] = (changes as Record<string, unknown>)[field];
  const unchanged = { id: before.id, version: before.version } as Partial<T>;
  if ((await changeRows(ctx.db, definition, unchanged, set as Partial<T>)) === 0) throw stale(null);
  const after = { ...before, ...set } as T;
  await written(ctx, definition, action, before, after);
  return after;
}

/**
 * Removes a record: marked, when the table keeps its dead (`deletedAt`), otherwise taken out. The history keeps all
 * its values either way.
 */
export async function removeRecord<T extends Recorded>(ctx: Ctx, definition: Entity<T>, before: T): Promise<void> {
  if ('deletedAt' in definition.columns) {
    await updateRecord(ctx, definition, before, { deletedAt: ctx.clock.now() } as unknown as Partial<T>, 'delete');
    return;
  }
  await deleteRows(ctx.db, definition, { id: before.id } as Partial<T>);
  await written(ctx, definition, 'delete', before, null);
}

/** The record, or null; one marked as deleted counts as gone. */
export async function findRecord<T extends Recorded>(
  ctx: Ctx,
  definition: Entity<T>,
  where: Partial<T>,
): Promise<T | null> {
  const found = await findRow(ctx.db, definition, where);
  return found && 'deletedAt' in found && found.deletedAt ? null : found;
}

/** 409 with the current values unless the caller has seen the current version. */
export function requireVersion<T extends Recorded>(
  record: T,
  version: number,
  current: () => unknown = () => record,
): void {
  if (record.version !== version) throw stale(current());
}

async function written<T extends Recorded>(
  ctx: Ctx,
  definition: Entity<T>,
  action: AuditAction,
  before: T | null,
  after: T | null,
): Promise<void> {
  const record = (after ?? before)!;
  const fields = history(definition, before, after);
  if (Object.keys(fields).length > 0) {
    const scope = definition.audit?.scope;
    await insertRows(ctx.db, AuditEntry, [
      {
        id: newId(ctx.clock.now()),
        at: ctx.clock.now(),
        userId: ctx.user?.id ?? null,
        changeId: ctx.changeId,
        entity: definition.name,
        recordId: record.id,
        scopeId: scope ? ((record[scope] as string | null) ?? null) : record.id,
        action,
        fields,
      },
    ]);
  }
  for (const reaction of ctx.modules.reactions.get(definition.name) ?? []) await reaction(ctx, { before, after });
}

function differing<T extends Recorded>(definition: Entity<T>, before: T, changes: Partial<T>): string[] {
  return Object.keys(changes).filter(
    (field) =>
      field in definition.columns &&
      (changes as Record<string, unknown>)[field] !== undefined &&
      !same((before as Record<string, unknown>)[field], (changes as Record<string, unknown>)[field]),
  );
}

function history<T extends Recorded>(definition: Entity<T>, before: T | null, after: T | null) {
  const silent = new Set<string>(['id', 'version', ...(definition.audit?.silent ?? [])]);
  const secret = new Set<string>(definition.audit?.secret ?? []);
  const fields: AuditEntry['fields'] = {};
  for (const field of Object.keys(definition.columns)) {
    if (silent.has(field)) continue;
    const old = plain((before as Record<string, unknown> | null)?.[field]);
    const now = plain((after as Record<string, unknown> | null)?.[field]);
    if (same(old, now)) continue;
    fields[field] = secret.has(field) ? [old === null ? null : '•', now === null ? null : '•'] : [old, now];
  }
  return fields;
}

const plain = (value: unknown): unknown =>
  value === undefined ? null : value instanceof Date ? value.toISOString() : value;

const same = (a: unknown, b: unknown): boolean =>
  a === b || (a ?? null) === (b ?? null) || JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
