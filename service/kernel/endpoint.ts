import { z } from 'zod';

/** How far a permission reaches: one's own records, one's department's, everybody's. */
export const scopes = ['own', 'department', 'all'] as const;
export type Scope = (typeof scopes)[number];

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Who may call: `public` (no session), `signedIn` (any session), or the permission the role must hold in some scope.
 * The handler still authorizes the record itself; this is the first, coarse gate.
 */
export type Access = 'public' | 'signedIn' | (string & {});

/**
 * One call between a screen and the service, as a browser-safe constant. The server binds it to a route, the client
 * calls it typed, the OpenAPI document is generated from it.
 *
 * `input` is one object: path parameters, query (GET, DELETE) and JSON body (the others) merged.
 */
export interface Endpoint<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> {
  readonly id: string;
  readonly method: Method;
  /** `/api/companies/{id}` */
  readonly path: string;
  readonly access: Access;
  readonly summary: string;
  readonly input: I;
  readonly output: O;
  /** The body is a file (octet stream) rather than JSON. */
  readonly upload?: boolean;
  /** The answer is a file rather than JSON. */
  readonly download?: boolean;
  /** The answer is a stream of events, each of the output's shape. */
  readonly stream?: boolean;
}

export function endpoint<I extends z.ZodObject, O extends z.ZodType>(definition: Endpoint<I, O>): Endpoint<I, O> {
  return definition;
}

/** What a caller passes. */
export type EndpointInput<E extends Endpoint> = z.input<E['input']>;
/** What a use case receives: checked and completed. */
export type EndpointParsed<E extends Endpoint> = z.output<E['input']>;
export type EndpointOutput<E extends Endpoint> = z.output<E['output']>;

// Shapes that every contract uses ---------------------------------------------------------------------------------

export const idInput = z.string().min(1).max(36);
export const versionInput = z.number().int().min(1);
/** An instant, ISO 8601 in UTC: `2026-03-12T11:05:00.000Z`. */
export const instant = z.iso.datetime({ offset: true });
/** A calendar date without a zone: `2026-03-12`. */
export const localDate = z.iso.date();
/** A time of day in minutes from midnight, 0 to 1440. */
export const minuteOfDay = z.number().int().min(0).max(1440);
/** Trims; an empty text is refused. */
export const requiredText = (max: number) => z.string().trim().min(1).max(max);
/** Trims; an empty text becomes null. */
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((text) => text || null);
/** A flag in a query string: `true`, `1`, `false`, `0`. */
export const queryFlag = z.union([z.boolean(), z.stringbool()]);
export const queryInteger = z.coerce.number<number | string>().int();

/** The two query parameters of every paged list. `after` is the opaque `next` of the page before. */
export const pageInput = {
  limit: queryInteger.pipe(z.number().min(1).max(200)).default(50),
  after: z.string().max(2000).optional(),
};

/** A page of rows; `next` is null on the last one. */
export const page = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), next: z.string().nullable() });

/** A count that stops counting: `{ value: 1000, capped: true }` reads "1000+". */
export const cappedCount = z.object({ value: z.number().int(), capped: z.boolean() });
export type CappedCount = z.infer<typeof cappedCount>;

/** A person as others see him: enough to show and to pick. */
export const personRef = z.object({ id: z.string(), name: z.string() });
export type PersonRef = z.infer<typeof personRef>;

/** What a write answers when there is nothing more to say. */
export const done = z.object({ ok: z.literal(true) });
/** What every deletion of a versioned record takes. */
export const deleteInput = z.object({ id: idInput, version: queryInteger.pipe(z.number().min(1)) });

/** The body of every refusal. `fields` maps a field of the input to its fault; `current` rides on a version conflict. */
export const refusal = z.object({
  code: z.string(),
  message: z.string(),
  fields: z.record(z.string(), z.string()).optional(),
  current: z.unknown().optional(),
  details: z.unknown().optional(),
});
export type Refusal = z.infer<typeof refusal>;
