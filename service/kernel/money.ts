/** Money is whole kopecks everywhere; a quantity is whole thousandths, so that 1.5 t or 0.25 h is exact. */
export const quantityUnit = 1000;

/**
 * A line's amount, rounded to the kopeck by line, half up.
 * @param quantity thousandths
 * @param price kopecks a unit
 */
export const lineAmount = (quantity: number, price: number): number => productOver(quantity, price, quantityUnit);

/**
 * What an amount weighs at a probability, to the kopeck, half up (half away from nought below it).
 * @param percent 0 to 100
 */
export const weighted = (amount: number, percent: number): number => productOver(amount, percent, 100);

/**
 * The VAT within an amount that includes it, to the kopeck: sum · r / (100 + r), Tax Code art. 164 p. 4.
 * @param rate percent; null is «without VAT» and holds none
 */
export const vatWithin = (amount: number, rate: number | null): number =>
  rate === null ? 0 : productOver(amount, rate, 100 + rate);

/** The usual rate of VAT on a day, percent: 22 since 2026, 20 before (Tax Code art. 164 p. 3). */
export const vatRateOn = (day: string): number => (day >= '2026-01-01' ? 22 : 20);

/** `a · b / divisor`, half up. In big integers: a sum in kopecks times a quantity may leave the exact doubles. */
function productOver(a: number, b: number, divisor: number): number {
  const product = BigInt(a) * BigInt(b);
  const over = BigInt(divisor);
  const sign = product < 0n ? -1n : 1n;
  return Number((sign * (product * sign * 2n + over)) / (over * 2n));
}
