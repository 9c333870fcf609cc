import { levelKey } from './catalog-key';
import type { ReadLine } from './catalog.contract';

type Levels = Pick<ReadLine, 'type' | 'name' | 'subName' | 'capacity'>;
export type KnownItem = Levels & { unit: string; price: number | null };
type Role = keyof Levels | 'quantity' | 'unit' | 'price' | 'skip';

/** Column headings of customers' tables, as they are compared. */
const headings: [RegExp, Role][] = [
  [/^(№|n|#|п\/п|№ ?п\/п|поз)/, 'skip'],
  [/^(тип|вид)/, 'type'],
  [/^(кол-?во|количество|объем|qty|quantity)/, 'quantity'],
  [/^(ед|единица|unit)/, 'unit'],
  [/^(цена|стоимость за|price)/, 'price'],
  [/^(сумма|стоимость|итого|total|amount|ндс|срок|примеч|коммент)/, 'skip'],
  [/^(подназв|модель|марка|артикул|исполнение|model|sub)/, 'subName'],
  [/^(производительн|мощность|размер|типоразмер|диаметр|capacity|du|ду)/, 'capacity'],
  [/^(наимен|назван|оборудован|товар|позиция|предмет|описание|name|item|equipment)/, 'name'],
];

/** A table's header row → what each column is; null when it is no header. */
export function rolesOf(header: readonly string[]): Role[] | null {
  const roles = header.map((cell): Role => headings.find(([form]) => form.test(levelKey(cell)))?.[1] ?? 'skip');
  const named = roles.filter((role) => role !== 'skip');
  return named.some((role) => role === 'name' || role === 'type' || role === 'subName') ? roles : null;
}

const quantityWithUnit =
  /^(\d+(?:[.,]\d{1,3})?)\s*(шт|штук[аи]?|компл|комплект[аов]*|м2|м²|м3|м³|кг|тонн[аы]?|л|ч|м|т)?\.?$/u;
const quantityAtEnd =
  /^(.*\S)\s*[-–—,;:×x*]*\s+(\d+(?:[.,]\d{1,3})?)\s*(шт|штук[аи]?|компл|комплект[аов]*|м2|м²|м3|м³|кг|тонн[аы]?)\.?$/iu;
const usualUnits: [RegExp, string][] = [
  [/^(шт|штук)/, 'шт'],
  [/^компл/, 'компл'],
  [/^м(2|²)/, 'м²'],
  [/^м(3|³)/, 'м³'],
  [/^(т|тонн)/, 'т'],
];
const unitOf = (text: string): string => {
  const typed = levelKey(text).replace(/\.$/, '');
  return usualUnits.find(([form]) => form.test(typed))?.[1] ?? (typed.slice(0, 20) || 'шт');
};

/** «1,5» → 1500; null when it is no amount one can sell. */
export function thousandths(text: string): number | null {
  const number = Number(text.replace(/[\s ]/g, '').replace(',', '.'));
  const whole = Math.round(number * 1000);
  return text.trim() !== '' && Number.isFinite(number) && whole >= 1 && whole <= 1_000_000_000 ? whole : null;
}

/** «1 250 000,50 ₽» → kopecks. */
export function kopecks(text: string): number | null {
  const plain = text.replace(/[\s ₽]|руб\.?|р\.$/giu, '').replace(',', '.');
  const number = Number(plain);
  return plain !== '' && Number.isFinite(number) && number >= 0 && number < 1e12 ? Math.round(number * 100) : null;
}

/**
 * Rows of a customer's table as lines: columns by their headings, a list without them by its words. Each is matched
 * with the catalogue; what the catalogue does not know is kept as it was written, never dropped.
 * @param rows the cells, the header among them when there is one
 * @param letter the rows are a whole letter: greetings and signatures around the list name neither a quantity nor
 *   anything of the catalogue, and are left out
 */
export function linesOf(
  rows: readonly (readonly string[])[],
  catalogue: readonly KnownItem[],
  letter = false,
): ReadLine[] {
  const known = catalogue.map((item) => ({ item, words: wordsOf(Object.values(levelsOf(item)).join(' ')) }));
  const header = rows.findIndex((row) => rolesOf(row) !== null);
  const roles = header >= 0 && rows.length > header + 1 && rows[header]!.length > 1 ? rolesOf(rows[header]!) : null;
  return (roles ? rows.slice(header + 1) : rows)
    .filter((row) => row.some((cell) => cell.trim() !== ''))
    .filter((row) => !/^(итого|всего|total)/i.test(row.find((cell) => cell.trim() !== '')!.trim()))
    .flatMap((row) => {
      const line = roles ? byColumns(row, roles, known) : byWords(row, known);
      const prose = letter && (roles ? row.length < 2 : line?.match === 'none' && !statesQuantity(line.source));
      return line && !prose ? [line] : [];
    });
}

const statesQuantity = (text: string) => quantityAtEnd.test(text.trim());

type Known = { item: KnownItem; words: string[] };

function byColumns(row: readonly string[], roles: Role[], known: Known[]): ReadLine | null {
  const cell = (role: Role) =>
    roles
      .flatMap((one, index) => (one === role ? [row[index]?.trim() ?? ''] : []))
      .filter(Boolean)
      .join(' ');
  const levels = { type: cell('type'), name: cell('name'), subName: cell('subName'), capacity: cell('capacity') };
  const words = Object.values(levels).filter(Boolean).join(' ');
  if (!words) return null;
  const [, counted, unit] = quantityWithUnit.exec(cell('quantity')) ?? [];
  return matched(words, levels, known, {
    quantity: (counted && thousandths(counted)) || thousandths(cell('quantity')) || 1000,
    unit: cell('unit') || unit || '',
    price: kopecks(cell('price')),
    source: row.filter((one) => one.trim() !== '').join(' · '),
  });
}

function byWords(row: readonly string[], known: Known[]): ReadLine | null {
  const source = row
    .map((cell) => cell.trim())
    .filter(Boolean)
    .join(' ');
  // «1. », «2) » and dashes number a list, they are no equipment.
  const plain = source.replace(/^(\d{1,3}[.)]\s+|[-–—•*]\s*)/, '').trim();
  if (!/\p{L}/u.test(plain)) return null;
  const [, rest, quantity, unit] = quantityAtEnd.exec(plain) ?? [];
  const words = (rest ?? plain).replace(/[\s\-–—,;:×*]+$/u, '');
  return matched(words, { type: words, name: '', subName: '', capacity: '' }, known, {
    quantity: (quantity && thousandths(quantity)) || 1000,
    unit: unit ?? '',
    price: null,
    source,
  });
}

/** The catalogue's item with the most levels whose words all stand in the row; the longest wins. */
function matched(
  words: string,
  written: Levels,
  known: Known[],
  rest: Pick<ReadLine, 'quantity' | 'unit' | 'price' | 'source'>,
): ReadLine {
  const said = new Set(wordsOf(words));
  let best: { item: KnownItem; depth: number; weight: number } | null = null;
  for (const { item } of known) {
    const levels = Object.values(levelsOf(item)).filter(Boolean);
    let depth = 0;
    let weight = 0;
    for (const level of levels) {
      const parts = wordsOf(level);
      if (!parts.every((part) => said.has(part))) break;
      depth += 1;
      weight += parts.length;
    }
    if (depth > 0 && (!best || depth > best.depth || (depth === best.depth && weight > best.weight)))
      best = { item, depth: depth === levels.length ? depth + 0.5 : depth, weight };
  }
  const unit = rest.unit ? unitOf(rest.unit) : (best?.item.unit ?? 'шт');
  if (!best) return { ...cut(written), ...rest, unit, match: 'none' };
  const whole = !Number.isInteger(best.depth);
  if (whole) return { ...levelsOf(best.item), ...rest, unit, price: rest.price ?? best.item.price, match: 'whole' };
  // The first levels are the catalogue's; what else was written goes to the next level.
  const taken = Object.values(levelsOf(best.item)).slice(0, best.depth);
  const used = new Set(taken.flatMap(wordsOf));
  const other = words
    .split(/\s+/)
    .filter((word) => !wordsOf(word).every((part) => used.has(part)))
    .join(' ');
  const [type = '', name = '', subName = '', capacity = ''] = [...taken, other];
  return { ...cut({ type, name, subName, capacity }), ...rest, unit, match: 'part' };
}

const levelsOf = ({ type, name, subName, capacity }: Levels): Levels => ({ type, name, subName, capacity });
const wordsOf = (text: string) => levelKey(text).match(/[\p{L}\p{N}]+(?:[-/.,][\p{L}\p{N}]+)*/gu) ?? [];
const cut = ({ type, name, subName, capacity }: Levels): Levels => ({
  type: type.slice(0, 120),
  name: name.slice(0, 120),
  subName: subName.slice(0, 120),
  capacity: capacity.slice(0, 60),
});
