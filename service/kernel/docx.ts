import { createReport } from 'docx-templates';

/** What a template may be filled with: texts, numbers, and lists of the same for repeated rows. */
export type DocxData = { readonly [name: string]: string | number | readonly DocxData[] };

/** A field the template names and the data does not have. */
export class UnknownFields extends Error {
  constructor(readonly names: readonly string[]) {
    super(`unknown fields: ${names.join(', ')}`);
  }
}

/** The file is no Word document, or its commands do not pair up; `message` is the library's. */
export class BadTemplate extends Error {}

/**
 * Fills a Word template: `{{number}}`, and rows repeated between `{{FOR line IN lines}}` and `{{END-FOR line}}` with
 * `{{$line.name}}` inside (docx-templates). A template comes from outside, so what stands in braces is looked up as a
 * name and never run as a program.
 * @throws UnknownFields with every name the data does not have; BadTemplate
 */
export async function fillDocx(template: Buffer, data: DocxData): Promise<Buffer> {
  const unknown = new Set<string>();
  const lookUp = (code: string, sandbox: Record<string, unknown>): unknown => {
    let found: unknown = sandbox;
    for (const name of code.trim().split('.')) {
      if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) {
        unknown.add(code.trim());
        return '';
      }
      found = (found as Record<string, unknown>)[name];
    }
    return found;
  };
  try {
    const filled = await createReport({
      template,
      data,
      cmdDelimiter: ['{{', '}}'],
      failFast: false,
      runJs: ({ sandbox }) => ({
        modifiedSandbox: sandbox,
        result: lookUp(String(sandbox.__code__ ?? ''), sandbox as Record<string, unknown>),
      }),
    });
    if (unknown.size) throw new UnknownFields([...unknown]);
    return Buffer.from(filled);
  } catch (error) {
    if (unknown.size) throw new UnknownFields([...unknown]);
    throw new BadTemplate(Array.isArray(error) ? error.map(String).join('; ') : String(error));
  }
}
