import type { Ctx } from './context';
import { newId } from './id';
import { insertRows } from './rows';
import { entity, id, instant, json, nullable, text } from './columns';

export type AuditAction = 'create' | 'update' | 'delete' | 'restore';

/** One write, as it was. Nothing updates or deletes these rows. */
export interface AuditEntry {
  id: string;
  at: Date;
  userId: string | null;
  changeId: string;
  entity: string;
  recordId: string;
  /** The record on whose card it is shown. */
  scopeId: string | null;
  action: AuditAction;
  /** Field → [old, new]. */
  fields: Record<string, [unknown, unknown]>;
}

export const AuditEntry = entity<AuditEntry>({
  name: 'audit_entry',
  columns: {
    id: id(),
    at: instant(),
    userId: nullable(id()),
    changeId: id(),
    entity: text(60),
    recordId: id(),
    scopeId: nullable(id()),
    action: text(10),
    fields: json(),
  },
});

/** Notes what is no change of a record but must be known later: data that left by an export. */
export async function noteInHistory(
  ctx: Ctx,
  entry: Pick<AuditEntry, 'entity' | 'recordId' | 'action'> & { fields: Record<string, unknown> },
): Promise<void> {
  const fields = Object.fromEntries(
    Object.entries(entry.fields).map(([name, value]): [string, [unknown, unknown]] => [name, [null, value]]),
  );
  await insertRows(ctx.db, AuditEntry, [
    {
      ...entry,
      id: newId(ctx.clock.now()),
      at: ctx.clock.now(),
      userId: ctx.user?.id ?? null,
      changeId: ctx.changeId,
      scopeId: null,
      fields,
    },
  ]);
}
