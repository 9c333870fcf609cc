import { bigInteger, entity, flag, id, instant, integer, nullable, text, type Column } from '../../kernel/columns';
import type { Recorded } from '../../kernel/records';

/** A kind of equipment as it was entered once: Система очистки → OUUT → X2–200 → 227. Empty levels are ''. */
export interface CatalogItem extends Recorded {
  type: string;
  name: string;
  subName: string;
  capacity: string;
  /** The levels as they are compared: lower case, ё→е, one space, one hyphen. */
  typeKey: string;
  nameKey: string;
  subNameKey: string;
  capacityKey: string;
  unit: string;
  price: number | null;
  /** In how many lines it stands: the order of the choices. */
  uses: number;
  archived: boolean;
  createdAt: Date;
}

export const CatalogItem = entity<CatalogItem>({
  name: 'catalog_item',
  columns: {
    id: id(),
    version: integer(),
    type: text(120),
    name: text(120),
    subName: text(120),
    capacity: text(60),
    typeKey: text(120),
    nameKey: text(120),
    subNameKey: text(120),
    capacityKey: text(60),
    unit: text(20),
    price: nullable(bigInteger()),
    uses: integer(),
    archived: flag(),
    createdAt: instant(),
  },
  audit: { silent: ['typeKey', 'nameKey', 'subNameKey', 'capacityKey', 'uses', 'createdAt'] },
});

/** A line of a deal or an offer: the words stay as they were when the catalogue is corrected later. */
export interface Line extends Recorded {
  position: number;
  itemId: string;
  type: string;
  name: string;
  subName: string;
  capacity: string;
  /** Thousandths. */
  quantity: number;
  unit: string;
  /** Kopecks a unit. */
  price: number | null;
  /** Kopecks. */
  amount: number;
  note: string | null;
}

export const lineColumns: { readonly [K in keyof Line]: Column } = {
  id: id(),
  version: integer(),
  position: integer(),
  itemId: id(),
  type: text(120),
  name: text(120),
  subName: text(120),
  capacity: text(60),
  quantity: bigInteger(),
  unit: text(20),
  price: nullable(bigInteger()),
  amount: bigInteger(),
  note: nullable(text(500)),
};
