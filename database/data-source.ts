import { AuditEntry } from '../service/kernel/audit';
import { openDatabase, type Database } from '../service/kernel/database';
import { JobRow } from '../service/kernel/jobs';
import { NumberCounter } from '../service/kernel/numbering';
import { modules } from '../service/modules/registry';
import { migrations } from './migrations';

/** Every table there is: the kernel's and the modules'. */
export const entities = [AuditEntry, JobRow, NumberCounter, ...modules.entities.values()];

/**
 * Opens the database at an address and brings its schema up to date.
 * @param url `sqlite:path/to/file` or `mssql://user:password@host:1433/database?encrypt=true`
 */
export async function connect(
  url: string,
  options: { poolSize?: number; durable?: boolean; mssqlDriver?: unknown } = {},
): Promise<Database> {
  return openDatabase({ url, migrations, ...options });
}
