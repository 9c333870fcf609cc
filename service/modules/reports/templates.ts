import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { requirePermission } from '../../kernel/authorize';
import { inTransaction, signedIn, type Ctx } from '../../kernel/context';
import { toIso } from '../../kernel/dialect';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { notFound } from '../../kernel/errors';
import { pathOf, storeFile } from '../../kernel/files';
import { FileAnswer } from '../../kernel/handle';
import { newId } from '../../kernel/id';
import { findRecord, insertRecord, requireVersion, updateRecord } from '../../kernel/records';
import { findRow, findRows } from '../../kernel/rows';
import { sql, type Sql } from '../../kernel/sql';
import { translate } from '../../kernel/texts';
import { refOf } from '../companies/companies.public';
import { listFields, singleFields, type ListName } from './fields';
import { gallery } from './gallery';
import type {
  downloadTemplate,
  listEditions,
  listTemplates,
  TemplateView,
  updateTemplate,
  uploadTemplate,
} from './reports.contract';
import { ReportEdition, ReportTemplate } from './reports.entity';
import { openWorkbook, readTemplate } from './read-template';

export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const largest = 10 * 1024 * 1024;

export const editionPath = (ctx: Pick<Ctx, 'settings'>, id: string) => pathOf(ctx.settings, 'report-templates', id);

export async function readTemplates(
  ctx: Ctx,
  { archived }: EndpointParsed<typeof listTemplates>,
): Promise<EndpointOutput<typeof listTemplates>> {
  requirePermission(ctx, 'reports.run');
  const templates = await findRows(ctx.db, ReportTemplate, {}, ['name']);
  const shown = templates.filter((template) => archived || !template.archived);
  const editions = await editionsOf(ctx, sql`e.id in (select editionId from report_template)`);
  const about = (fields: readonly { name: string }[]) =>
    fields.map(({ name }) => ({ name, about: translate(ctx.modules, ctx.locale, `reports.field.${name}`) }));
  return {
    rows: shown.map((template) =>
      toView(
        template,
        editions.find(({ id }) => id === template.editionId)!,
      ),
    ),
    fields: {
      '': about(singleFields),
      ...Object.fromEntries(Object.entries(listFields).map(([list, fields]) => [list, about(fields)])),
    },
  };
}

type EditionRow = Pick<ReportEdition, 'id' | 'edition' | 'fileName' | 'bytes' | 'unknown' | 'byId' | 'at'> & {
  byName: string | null;
};

/** Editions with who brought them, the newest first. */
async function editionsOf(ctx: Ctx, which: Sql): Promise<EditionRow[]> {
  const rows = await ctx.db.rows<Omit<EditionRow, 'unknown'> & { unknown: string }>(sql`
    select e.id as id, e.edition as edition, e.fileName as fileName, e.bytes as bytes, e.unknown as unknown, e.byId as byId,
      e.at as at, u.name as byName
    from report_edition e left join user_account u on u.id = e.byId where ${which} order by e.edition desc, e.id desc`);
  return rows.map((row) => ({ ...row, unknown: JSON.parse(row.unknown) as EditionRow['unknown'] }));
}

async function viewTemplate(ctx: Ctx, template: ReportTemplate): Promise<TemplateView> {
  const [edition] = await editionsOf(ctx, sql`e.id = ${template.editionId}`);
  return toView(template, edition!);
}

function toView(template: ReportTemplate, edition: EditionRow): TemplateView {
  const { id, version, name, list, period, mapping, archived } = template;
  return {
    id,
    version,
    name,
    list,
    period,
    builtIn: template.code !== null,
    fileName: edition.fileName,
    bytes: edition.bytes,
    edition: edition.edition,
    mapping: { ...mapping },
    unknown: edition.unknown.filter(({ tag, list: of }) => !mapping[of ? `${of}.${tag}` : tag]),
    by: refOf(edition.byId, edition.byName),
    at: toIso(edition.at),
    archived: Boolean(archived),
  };
}

/** A company's own workbook becomes a template; uploaded for one that exists, it is its next edition. */
export async function takeTemplate(
  ctx: Ctx,
  input: EndpointParsed<typeof uploadTemplate>,
  body: Readable,
): Promise<TemplateView> {
  requirePermission(ctx, 'reports.manage');
  const id = newId(ctx.clock.now());
  const path = editionPath(ctx, id);
  const { bytes } = await storeFile(body, path, { most: largest, code: 'reports.templateTooLarge' });
  try {
    const known = input.templateId ? await findRow(ctx.db, ReportTemplate, { id: input.templateId }) : null;
    if (input.templateId && !known) throw notFound();
    const list = known?.list ?? input.list;
    // Opened and read before it is taken: a broken one is refused to who brings it, not to who needs the report.
    const { unknown } = readTemplate(await openWorkbook(await readFile(path)), list, {});
    return await inTransaction(ctx, { user: ctx.user, locale: ctx.locale }, async (writing) => {
      requirePermission(writing, 'reports.manage');
      const template = known && (await findRecord(writing, ReportTemplate, { id: known.id }));
      const templateId = template?.id ?? newId(writing.clock.now());
      const before = await findRows(writing.db, ReportEdition, { templateId });
      const edition = await insertRecord(writing, ReportEdition, {
        id,
        templateId,
        edition: before.length + 1,
        fileName: input.fileName,
        bytes,
        unknown,
        byId: signedIn(writing).id,
        at: writing.clock.now(),
      });
      const kept = template
        ? await updateRecord(writing, ReportTemplate, template, {
            editionId: edition.id,
            ...(input.name ? { name: input.name } : {}),
          })
        : await insertRecord(writing, ReportTemplate, {
            id: templateId,
            name: input.name ?? input.fileName.replace(/\.xlsx$/i, ''),
            code: null,
            list,
            period: 'month',
            mapping: {},
            editionId: edition.id,
            archived: false,
          });
      return viewTemplate(writing, kept);
    });
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

export async function changeTemplate(
  ctx: Ctx,
  { id, version, ...changes }: EndpointParsed<typeof updateTemplate>,
): Promise<TemplateView> {
  requirePermission(ctx, 'reports.manage');
  const template = await findRecord(ctx, ReportTemplate, { id });
  if (!template) throw notFound();
  const current = await viewTemplate(ctx, template);
  requireVersion(template, version, () => current);
  return viewTemplate(ctx, await updateRecord(ctx, ReportTemplate, template, changes));
}

export async function readEditions(
  ctx: Ctx,
  { id }: EndpointParsed<typeof listEditions>,
): Promise<EndpointOutput<typeof listEditions>> {
  requirePermission(ctx, 'reports.run');
  if (!(await findRow(ctx.db, ReportTemplate, { id }))) throw notFound();
  const editions = await editionsOf(ctx, sql`e.templateId = ${id}`);
  return {
    rows: editions.map(({ unknown: _, byId, byName, at, ...edition }) => ({
      ...edition,
      by: refOf(byId, byName),
      at: toIso(at),
    })),
  };
}

export async function takeTemplateOut(
  ctx: Ctx,
  { id, editionId }: EndpointParsed<typeof downloadTemplate>,
): Promise<FileAnswer> {
  requirePermission(ctx, 'reports.run');
  const template = await findRow(ctx.db, ReportTemplate, { id });
  const edition = template && (await findRow(ctx.db, ReportEdition, { id: editionId ?? template.editionId }));
  if (!edition || edition.templateId !== id) throw notFound();
  const path = editionPath(ctx, edition.id);
  if (!existsSync(path)) throw notFound('documents.fileGone');
  return new FileAnswer(createReadStream(path), edition.fileName, xlsx);
}

/** The gallery that comes with the program: written once each, the company's own from then on. */
export async function ensureGallery(ctx: Ctx): Promise<void> {
  for (const { code, name, list, period, make } of gallery) {
    if (await findRow(ctx.db, ReportTemplate, { code })) continue;
    const id = newId(ctx.clock.now());
    const bytes = await make();
    const path = editionPath(ctx, id);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
    const templateId = newId(ctx.clock.now());
    await insertRecord(ctx, ReportEdition, {
      id,
      templateId,
      edition: 1,
      fileName: `${name}.xlsx`,
      bytes: bytes.length,
      unknown: [],
      byId: null,
      at: ctx.clock.now(),
    });
    const kept: Omit<ReportTemplate, 'version'> = {
      id: templateId,
      name,
      code,
      list: list as ListName,
      period,
      mapping: {},
      editionId: id,
      archived: false,
    };
    await insertRecord(ctx, ReportTemplate, kept);
  }
}
