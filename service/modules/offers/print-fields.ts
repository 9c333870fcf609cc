import type { Locale } from '../../kernel/context';
import type { DocxData } from '../../kernel/docx';
import { quantityUnit } from '../../kernel/money';

/** All that an offer's print may name, in the order it is listed for who writes a template. */
export interface PrintedOffer {
  number: string;
  day: string;
  validUntil: string;
  dealNumber: string;
  company: string;
  inn: string;
  kpp: string;
  address: string;
  contact: string;
  manager: string;
  managerPhone: string;
  managerEmail: string;
  amount: string;
  vat: string;
  paymentTerms: string;
  deliveryTerms: string;
  note: string;
  lines: readonly PrintedLine[];
}
interface PrintedLine {
  n: string;
  title: string;
  type: string;
  name: string;
  subName: string;
  capacity: string;
  quantity: string;
  unit: string;
  price: string;
  amount: string;
  note: string;
}

export const printFieldNames = [
  'number',
  'day',
  'validUntil',
  'dealNumber',
  'company',
  'inn',
  'kpp',
  'address',
  'contact',
  'manager',
  'managerPhone',
  'managerEmail',
  'amount',
  'vat',
  'paymentTerms',
  'deliveryTerms',
  'note',
] as const satisfies readonly (keyof PrintedOffer)[];
export const printLineNames = [
  'n',
  'title',
  'type',
  'name',
  'subName',
  'capacity',
  'quantity',
  'unit',
  'price',
  'amount',
  'note',
] as const satisfies readonly (keyof PrintedLine)[];

/** An offer with a word in every field: a template is tried with it before it is taken. */
export const sampleOffer: PrintedOffer = {
  ...(Object.fromEntries(printFieldNames.map((name) => [name, name])) as Omit<PrintedOffer, 'lines'>),
  lines: [Object.fromEntries(printLineNames.map((name) => [name, name])) as unknown as PrintedLine],
};

export const asDocxData = (offer: PrintedOffer): DocxData => offer as unknown as DocxData;

/** Kopecks as a document says them: «1 250 000,00», with non-breaking spaces. */
export const printedMoney = (kopecks: number, locale: Locale): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(kopecks / 100);

/** Thousandths as a document says them: «1», «1,5». */
export const printedQuantity = (thousandths: number, locale: Locale): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(thousandths / quantityUnit);
