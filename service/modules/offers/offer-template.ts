import { createReadStream } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { requirePermission } from '../../kernel/authorize';
import { inTransaction, signedIn, type Ctx } from '../../kernel/context';
import { toIso } from '../../kernel/dialect';
import { BadTemplate, fillDocx, UnknownFields } from '../../kernel/docx';
import type { EndpointParsed } from '../../kernel/endpoint';
import { AppError, refused } from '../../kernel/errors';
import { storeFile } from '../../kernel/files';
import { FileAnswer } from '../../kernel/handle';
import { newId } from '../../kernel/id';
import { insertRecord, removeRecord } from '../../kernel/records';
import { findRow, findRows } from '../../kernel/rows';
import { translate } from '../../kernel/texts';
import { refOf } from '../companies/companies.public';
import { User } from '../users/users.public';
import type { OfferTemplateView, uploadOfferTemplate } from './offers.contract';
import { OfferTemplate } from './offers.entity';
import { asDocxData, printFieldNames, printLineNames, sampleOffer } from './print-fields';
import { builtInTemplate, currentTemplate, templatePath } from './print-offer';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const largest = 5 * 1024 * 1024;

export async function readTemplate(ctx: Ctx): Promise<OfferTemplateView> {
  requirePermission(ctx, 'settings.manage');
  return viewTemplate(ctx);
}

async function viewTemplate(ctx: Ctx): Promise<OfferTemplateView> {
  const own = await currentTemplate(ctx);
  const by = own?.byId ? await findRow(ctx.db, User, { id: own.byId }) : null;
  const about = (name: string) => translate(ctx.modules, ctx.locale, `offers.field.${name}`);
  return {
    custom: own && {
      fileName: own.fileName,
      bytes: own.bytes,
      by: refOf(own.byId, by?.name ?? null),
      at: toIso(own.at),
    },
    fields: [
      ...printFieldNames.map((name) => ({ name, about: about(name) })),
      ...printLineNames.map((name) => ({ name: `$line.${name}`, about: about(`line.${name}`) })),
    ],
  };
}

export async function takeTemplate(ctx: Ctx): Promise<FileAnswer> {
  requirePermission(ctx, 'settings.manage');
  const own = await currentTemplate(ctx);
  const path = own ? templatePath(ctx, own.id) : builtInTemplate;
  return new FileAnswer(createReadStream(path), own?.fileName ?? 'Предложение.docx', docx);
}

/** A template is tried before it is taken: the first to print an offer must not be the first to learn it is broken. */
export async function changeTemplate(
  ctx: Ctx,
  { fileName }: EndpointParsed<typeof uploadOfferTemplate>,
  body: Readable,
): Promise<OfferTemplateView> {
  requirePermission(ctx, 'settings.manage');
  const id = newId(ctx.clock.now());
  const path = templatePath(ctx, id);
  const { bytes } = await storeFile(body, path, { most: largest, code: 'offers.templateTooLarge' });
  try {
    await tryTemplate(await readFile(path));
    return await inTransaction(ctx, { user: ctx.user, locale: ctx.locale }, async (writing) => {
      requirePermission(writing, 'settings.manage');
      await insertRecord(writing, OfferTemplate, {
        id,
        fileName,
        bytes,
        byId: signedIn(writing).id,
        at: writing.clock.now(),
      });
      return viewTemplate(writing);
    });
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

async function tryTemplate(template: Buffer): Promise<void> {
  try {
    await fillDocx(template, asDocxData(sampleOffer));
  } catch (error) {
    if (error instanceof UnknownFields) throw refused('offers.unknownFields', { names: error.names.join(', ') });
    if (error instanceof BadTemplate) throw new AppError(422, 'offers.notATemplate');
    throw error;
  }
}

/** The program's own template again; the company's stay on the disk, for whoever looks for them. */
export async function dropTemplate(ctx: Ctx): Promise<{ ok: true }> {
  requirePermission(ctx, 'settings.manage');
  for (const template of await findRows(ctx.db, OfferTemplate, {})) await removeRecord(ctx, OfferTemplate, template);
  return { ok: true };
}
