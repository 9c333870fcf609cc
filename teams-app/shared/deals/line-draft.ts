import { lineAmount } from '../../../service/kernel/money';
import type { LineView, ReadLine } from '../../../service/modules/catalog/catalog.contract';
import { parseMoney } from '../format/money';

/** A line as it is being typed: numbers are texts until they are sent. */
export interface LineDraft {
  type: string;
  name: string;
  subName: string;
  capacity: string;
  quantity: string;
  unit: string;
  price: string;
  note: string;
}

export const emptyLine: LineDraft = {
  type: '',
  name: '',
  subName: '',
  capacity: '',
  quantity: '1',
  unit: 'шт',
  price: '',
  note: '',
};

const plainNumber = (value: number) => String(value).replace('.', ',');

export const draftOf = (
  line: Pick<LineView, 'type' | 'name' | 'subName' | 'capacity' | 'quantity' | 'unit' | 'price'> & {
    note?: string | null;
  },
): LineDraft => ({
  type: line.type,
  name: line.name,
  subName: line.subName,
  capacity: line.capacity,
  quantity: plainNumber(line.quantity / 1000),
  unit: line.unit,
  price: line.price === null ? '' : plainNumber(line.price / 100),
  note: line.note ?? '',
});

export const draftOfRead = (line: ReadLine): LineDraft => draftOf(line);

/** «1,5» → thousandths; null when it is no amount. */
export function parseQuantity(text: string): number | null {
  const plain = text.replace(/[\s\u00a0]/g, '').replace(',', '.');
  if (!/^\d{1,7}(\.\d{1,3})?$/.test(plain)) return null;
  const thousandths = Math.round(Number(plain) * 1000);
  return thousandths > 0 ? thousandths : null;
}

export const isBlank = (line: LineDraft) =>
  ![line.type, line.name, line.subName, line.capacity, line.price, line.note].some((text) => text.trim());

/** Kopecks of a line as typed so far; null while it cannot be told. */
export function draftAmount({ quantity, price }: LineDraft): number | null {
  const [count, each] = [parseQuantity(quantity), parseMoney(price)];
  return count === null || each === null ? null : lineAmount(count, each);
}

export const totalOf = (lines: readonly LineDraft[]): number =>
  lines.reduce((sum, line) => sum + (draftAmount(line) ?? 0), 0);

/** What is wrong with the lines; null when they can be sent. Blank ones are left out. */
export function lineFault(lines: readonly LineDraft[]): 'typeNeeded' | 'badNumber' | null {
  const filled = lines.filter((line) => !isBlank(line));
  if (filled.some(({ type }) => !type.trim())) return 'typeNeeded';
  const bad = filled.some(
    ({ quantity, price }) => parseQuantity(quantity) === null || (price.trim() !== '' && parseMoney(price) === null),
  );
  return bad ? 'badNumber' : null;
}

export const lineInputs = (lines: readonly LineDraft[]) =>
  lines
    .filter((line) => !isBlank(line))
    .map(({ quantity, price, ...line }) => ({
      ...line,
      quantity: parseQuantity(quantity)!,
      price: price.trim() === '' ? null : parseMoney(price),
    }));
