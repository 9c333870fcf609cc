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
