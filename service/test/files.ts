import request from 'supertest';
import type { EndpointInput } from '../kernel/endpoint';
import {
  getImport,
  listImportRows,
  startImport,
  type ImportRowView,
  type ImportView,
} from '../modules/imports/imports.contract';
import type { Answer, TestApp } from './test-app';

/** Rows of cells as a CSV file. */
export const csv = (rows: readonly (readonly (string | null)[])[], separator = ';'): string =>
  rows
    .map((row) =>
      row
        .map((cell) => (cell && /["\n\r;,\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : (cell ?? '')))
        .join(separator),
    )
    .join('\r\n');

/** Uploads a file as a browser does: its bytes are the body. */
export const upload = (
  app: TestApp,
  token: string,
  fileName: string,
  bytes: Buffer | string,
): Promise<Answer<ImportView>> =>
  app.http('POST', `/api/imports?fileName=${encodeURIComponent(fileName)}`, {
    token,
    body: Buffer.from(bytes),
    headers: { 'content-type': 'application/octet-stream' },
  }) as unknown as Promise<Answer<ImportView>>;

/** Starts an import as it was proposed, or as said, lets the background do it, and reads how it ended. */
export async function run(
  app: TestApp,
  token: string,
  { id, mapping }: Pick<ImportView, 'id' | 'mapping'>,
  how: Partial<EndpointInput<typeof startImport>> = {},
): Promise<ImportView> {
  const started = await app.call(startImport, { id, mapping, dryRun: false, ...how }, token);
  if (started.status !== 200) throw new Error(JSON.stringify(started.body));
  await app.drainJobs();
  return (await app.call(getImport, { id }, token)).body;
}

/** The whole report. */
export async function reportOf(app: TestApp, token: string, id: string): Promise<ImportRowView[]> {
  const rows: ImportRowView[] = [];
  let after: string | undefined;
  do {
    const { body } = await app.call(listImportRows, { id, limit: 200, after }, token);
    rows.push(...body.rows);
    after = body.next ?? undefined;
  } while (after);
  return rows;
}

/** The bytes of a file as an answer. */
export async function download(app: TestApp, token: string, path: string) {
  return request(app.server)
    .get(path)
    .set('authorization', `Bearer ${token}`)
    .buffer(true)
    .parse((response, done) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => done(null, Buffer.concat(pieces)));
    });
}
