import { AuditEntry } from './audit';
import type { Ctx } from './context';
import { signedIn } from './context';
import { conflict, notFound } from './errors';
import { findRow, findRows } from './rows';
import { insertRecord, removeRecord, updateRecord, type Recorded } from './records';

export const undoMinutes = 10;

/**
 * Takes back one's own change, all of it, in the reverse order, from its history. Refused as a whole when any record
 * was changed since. What derives from the records follows by itself, as with every write.
 * @returns how many records were set back
 * @throws notFound `undo.nothing`, conflict `undo.tooLate`, `undo.changedSince`
 */
export async function undo(ctx: Ctx, changeId: string): Promise<number> {
  const user = signedIn(ctx);
  const entries = (await findRows(ctx.db, AuditEntry, { changeId, userId: user.id })).reverse();
  if (entries.length === 0) throw notFound('undo.nothing');
  if (ctx.clock.now().getTime() - entries[0]!.at.getTime() > undoMinutes * 60_000)
    throw conflict('undo.tooLate', { minutes: undoMinutes });
  for (const entry of entries) await takeBack(ctx, entry);
  return entries.length;
}

async function takeBack(ctx: Ctx, entry: AuditEntry): Promise<void> {
  const definition = ctx.modules.entities.get(entry.entity);
  const secret = new Set<string>(definition?.audit?.secret ?? []);
  // What the history does not hold, it cannot give back; to take away what was created, it need not.
  const concealed = Object.keys(entry.fields).some((field) => secret.has(field));
  if (!definition || (concealed && entry.action !== 'create')) throw conflict('undo.nothing');
  const current = (await findRow(ctx.db, definition, { id: entry.recordId })) as Recorded | null;
  const old = (): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(entry.fields).map(([field, [before]]) => [
        field,
        definition.columns[field]?.kind === 'instant' && typeof before === 'string' ? new Date(before) : before,
      ]),
    );

  // Compared by values: one call may write a record twice, and what it wrote later is taken back by now.
  const asWritten = (record: Recorded) =>
    Object.entries(entry.fields).every(
      ([field, [, now]]) =>
        secret.has(field) ||
        JSON.stringify(plain((record as unknown as Record<string, unknown>)[field])) === JSON.stringify(now),
    );

  if (entry.action === 'create') {
    const gone = !current || ('deletedAt' in current && current.deletedAt);
    if (gone || !asWritten(current)) throw conflict('undo.changedSince');
    await removeRecord(ctx, definition, current);
  } else if (!current) {
    await insertRecord(ctx, definition, { ...old(), id: entry.recordId });
  } else {
    if (!asWritten(current)) throw conflict('undo.changedSince');
    await updateRecord(ctx, definition, current, old(), entry.action === 'delete' ? 'restore' : 'update');
  }
}

const plain = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : (value ?? null));
