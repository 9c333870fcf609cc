import { z } from 'zod';
import {
  endpoint,
  idInput,
  optionalText,
  page,
  pageInput,
  queryFlag,
  queryInteger,
  requiredText,
  versionInput,
} from '../../kernel/endpoint';

/** Equipment by four levels; each level's choices are those that were met under the ones before it. */
export const catalogLevels = ['type', 'name', 'subName', 'capacity'] as const;
export type CatalogLevel = (typeof catalogLevels)[number];

/** Units one sells by, as they are printed. */
export const units = ['шт', 'компл', 'м', 'м²', 'м³', 'кг', 'т', 'л', 'ч', 'усл'] as const;

const levelText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((text) => text ?? '');

// Lines: what a deal is about and an offer offers ---------------------------------------------------------------------

export const lineInput = z.object({
  type: requiredText(120),
  name: levelText(120),
  subName: levelText(120),
  capacity: levelText(60),
  /** Thousandths. */
  quantity: z.number().int().min(1).max(1_000_000_000).default(1000),
  unit: z.string().trim().min(1).max(20).default('шт'),
  /** Kopecks a unit. */
  price: z.number().int().min(0).max(100_000_000_000_00).nullable().default(null),
  note: optionalText(500),
});
export type LineInput = z.output<typeof lineInput>;
export const linesInput = z.array(lineInput).max(200);

export const lineView = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string(),
  subName: z.string(),
  capacity: z.string(),
  /** Thousandths. */
  quantity: z.number().int(),
  unit: z.string(),
  /** Kopecks a unit. */
  price: z.number().int().nullable(),
  /** Kopecks, rounded by line. */
  amount: z.number().int(),
  note: z.string().nullable(),
});
export type LineView = z.infer<typeof lineView>;

// Choices while one types ---------------------------------------------------------------------------------------------

export const suggestCatalog = endpoint({
  id: 'catalog.suggest',
  method: 'GET',
  path: '/api/catalog/suggest',
  access: 'deals.read',
  summary: 'What was entered on a level under the levels before it, the most used first',
  input: z.object({
    level: z.enum(catalogLevels),
    type: z.string().max(120).optional(),
    name: z.string().max(120).optional(),
    subName: z.string().max(120).optional(),
    search: z.string().trim().max(120).optional(),
  }),
  output: z.object({
    rows: z.array(
      z.object({
        text: z.string(),
        uses: z.number().int(),
        /** Of a whole item: its price and unit as last entered. */
        price: z.number().int().nullable(),
        unit: z.string(),
      }),
    ),
  }),
});

// The catalogue itself ------------------------------------------------------------------------------------------------

export const catalogItemView = z.object({
  id: z.string(),
  version: z.number().int(),
  type: z.string(),
  name: z.string(),
  subName: z.string(),
  capacity: z.string(),
  unit: z.string(),
  price: z.number().int().nullable(),
  /** In how many lines it stands. */
  uses: z.number().int(),
  archived: z.boolean(),
});
export type CatalogItemView = z.infer<typeof catalogItemView>;

export const listCatalog = endpoint({
  id: 'catalog.list',
  method: 'GET',
  path: '/api/catalog',
  access: 'deals.read',
  summary: 'The equipment catalogue in its order, a page at a time',
  input: z.object({ search: z.string().trim().max(120).optional(), archived: queryFlag.default(false), ...pageInput }),
  output: page(catalogItemView),
});

const price = z.number().int().min(0).max(100_000_000_000_00).nullable();

export const createCatalogItem = endpoint({
  id: 'catalog.create',
  method: 'POST',
  path: '/api/catalog',
  access: 'settings.manage',
  summary: 'Add an item before anybody has entered it',
  input: z.object({
    type: requiredText(120),
    name: levelText(120),
    subName: levelText(120),
    capacity: levelText(60),
    unit: z.string().trim().min(1).max(20).default('шт'),
    price: price.default(null),
  }),
  output: catalogItemView,
});

export const updateCatalogItem = endpoint({
  id: 'catalog.update',
  method: 'PATCH',
  path: '/api/catalog/{id}',
  access: 'settings.manage',
  summary: 'Correct an item, or take it out of the choices; lines that have it keep their words',
  input: z.object({
    id: idInput,
    version: versionInput,
    type: requiredText(120).optional(),
    name: z.string().trim().max(120).optional(),
    subName: z.string().trim().max(120).optional(),
    capacity: z.string().trim().max(60).optional(),
    unit: z.string().trim().min(1).max(20).optional(),
    price: price.optional(),
    archived: z.boolean().optional(),
  }),
  output: catalogItemView,
});

// A letter's table as lines -------------------------------------------------------------------------------------------

/** A line read out of a table, and what of it the catalogue knows. */
export const readLine = z.object({
  type: z.string(),
  name: z.string(),
  subName: z.string(),
  capacity: z.string(),
  quantity: z.number().int(),
  unit: z.string(),
  price: z.number().int().nullable(),
  /** The row as it stood there. */
  source: z.string(),
  /** `whole`: an item of the catalogue; `part`: its first levels are known; `none`: nothing of it. */
  match: z.enum(['whole', 'part', 'none']),
});
export type ReadLine = z.infer<typeof readLine>;

export const readLinesFromText = endpoint({
  id: 'catalog.readText',
  method: 'POST',
  path: '/api/catalog/read-text',
  access: 'deals.read',
  summary: 'Lines of a deal out of a pasted table or list, matched with the catalogue',
  input: z.object({
    text: z.string().max(100_000),
    /** A whole letter: what around the list is plainly no line is left out. */
    letter: z.boolean().default(false),
  }),
  output: z.object({ rows: z.array(readLine) }),
});

export const readLinesFromFile = endpoint({
  id: 'catalog.readFile',
  method: 'POST',
  path: '/api/catalog/read-file',
  access: 'deals.read',
  summary: 'The same out of an xlsx or csv file (the body), 5 MB at most',
  input: z.object({ fileName: requiredText(250), size: queryInteger.optional() }),
  output: z.object({ rows: z.array(readLine) }),
  upload: true,
});
