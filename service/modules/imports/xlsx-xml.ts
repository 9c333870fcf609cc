import { SaxesParser } from 'saxes';
import type { ZipParts } from './zip-parts';

/** What a reader of a part is told; names come without their prefix (`x:row` is `row`). */
export type XmlHandlers = {
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
};

/** Walks a part of a workbook; after every piece of it yields what `take` has collected from the handlers. */
export async function* walkXml<T>(
  zip: ZipParts,
  part: string,
  handlers: XmlHandlers,
  take: () => T,
): AsyncGenerator<T> {
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => handlers.open?.(localName(tag.name), tag.attributes));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', (tag) => handlers.close?.(localName(tag.name)));
  const decoder = new TextDecoder();
  for await (const chunk of zip.read(part)) {
    parser.write(decoder.decode(chunk, { stream: true }));
    yield take();
  }
  parser.close();
  yield take();
}

/** `walkXml` of a part that is small enough to be read at once; nothing happens when there is none. */
export async function readXml(zip: ZipParts, name: RegExp, handlers: XmlHandlers): Promise<void> {
  const part = zip.names.find((each) => name.test(each));
  if (part === undefined) return;
  const walk = walkXml(zip, part, handlers, () => null);
  while (!(await walk.next()).done);
}

/** An attribute by its name without the prefix: `r:id` answers to `id`. */
export function attribute(attributes: Record<string, string>, name: string): string {
  return attributes[name] ?? Object.entries(attributes).find(([full]) => localName(full) === name)?.[1] ?? '';
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);
