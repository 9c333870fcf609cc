import type { ColumnMapping, ImportField } from './imports.contract';
import { isNothing } from './value-words';

/** What is wrong with a value: a doubt if the row is taken all the same, a reason if it is refused. */
export type Doubt = { field: ImportField; code: string; value: string };

/** The longest texts that our fields take; what is longer refuses the row, for cutting would be silent. */
export const longest = {
  name: 250,
  fullName: 500,
  city: 100,
  region: 100,
  address: 500,
  site: 250,
  notes: 10_000,
  source: 100,
  owner: 200,
  director: 200,
  contactLastName: 100,
  contactFirstName: 100,
  contactMiddleName: 100,
  contactName: 200,
  contactPosition: 200,
  contactNote: 2000,
} satisfies Partial<Record<ImportField, number>>;

/** The cells of one row by the fields they are mapped to, and what was found wrong with them. */
export class RowValues {
  readonly doubts: Doubt[] = [];
  readonly faults: Doubt[] = [];
  private readonly values = new Map<ImportField, string[]>();

  constructor(cells: readonly string[], mapping: ColumnMapping) {
    for (const [column, field] of Object.entries(mapping)) {
      const value = cleaned(cells[Number(column)] ?? '');
      if (!isNothing(value)) this.values.set(field, [...this.all(field), value]);
    }
  }

  has(field: ImportField): boolean {
    return this.values.has(field);
  }

  /** Every value of a field that several columns may give. */
  all(field: ImportField): string[] {
    return this.values.get(field) ?? [];
  }

  /** A field's value in one line, null when there is none. */
  line(field: keyof typeof longest): string | null {
    const [value] = this.all(field);
    return value === undefined ? null : this.fitting(field, value.replace(/\s+/g, ' '));
  }

  /** All values of a field: each on lines of its own, or everything in one line with another separator. */
  lines(field: keyof typeof longest, separator = '\n'): string | null {
    const text = this.all(field).join('\n');
    return text === '' ? null : this.fitting(field, separator === '\n' ? text : text.replace(/,?\s*\n\s*/g, separator));
  }

  /** A field's value in our terms; an unknown one is a doubt and null. */
  term<T>(field: ImportField, read: (text: string) => T | null, code: string): T | null {
    const [value] = this.all(field);
    if (value === undefined) return null;
    const term = read(value);
    if (term === null) this.doubt(field, code, value);
    return term;
  }

  /** The text, if it fits the field; else the row has a fault. */
  fitting(field: keyof typeof longest, text: string): string {
    if (text.length > longest[field]) this.faults.push({ field, code: 'imports.tooLong', value: clipped(text) });
    return text;
  }

  doubt(field: ImportField, code: string, value: string): void {
    this.doubts.push({ field, code, value: clipped(value) });
  }
}

/** As much of a value as a report needs to show which one it is. */
const clipped = (text: string) => (text.length > 200 ? `${text.slice(0, 200)}…` : text);

/** amoCRM and exports guarded against formulas put an apostrophe before numbers and formula signs. */
const cleaned = (cell: string) =>
  cell
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/[\u200b\ufeff\u00ad]/g, '')
    .trim()
    .replace(/^'(?=[\d+(=@#-])/, '');
