import fc from 'fast-check';
import { lineAmount, vatWithin, weighted } from './money';

/** The Federal law's formula and plain arithmetic, worked out by hand (sums in kopecks). */
test.each([
  [12_200_000, 22, 2_200_000],
  [12_200_000, 20, 2_033_333],
  [12_200_000, 10, 1_109_091],
  [12_200_000, 7, 798_131],
  [12_200_000, 5, 580_952],
  [10_000, 22, 1_803],
  [1, 22, 0],
  [3, 22, 1],
  [12_200_000, 0, 0],
  [12_200_000, null, 0],
])('within %i at %p %% stands %i of VAT', (sum, rate, vat) => {
  expect(vatWithin(sum, rate)).toBe(vat);
});

test('an amount is rounded to the kopeck by line, half up', () => {
  expect(lineAmount(1000, 12_345)).toBe(12_345);
  expect(lineAmount(1500, 3)).toBe(5);
  expect(lineAmount(333, 100)).toBe(33);
  expect(lineAmount(1_000_000_000, 100_000_000)).toBe(100_000_000_000_000);
});

test('a weight is the amount times the probability, half up, the same on both sides of nought', () => {
  expect(weighted(101, 50)).toBe(51);
  expect(weighted(-101, 50)).toBe(-51);
  // 9,999,999,999,999 · 33 / 100 = 3,299,999,999,999.67
  expect(weighted(9_999_999_999_999, 33)).toBe(3_300_000_000_000);
});

test('whatever the sums, a weight is never off by more than half a kopeck and never lost in doubles', () => {
  const kopecks = fc.integer({ min: -1_000_000_000_000_00, max: 1_000_000_000_000_00 });
  fc.assert(
    fc.property(kopecks, fc.integer({ min: 0, max: 100 }), (amount, percent) => {
      const exact = BigInt(amount) * BigInt(percent);
      const off = BigInt(weighted(amount, percent)) * 100n - exact;
      expect(off >= -50n && off <= 50n).toBe(true);
    }),
  );
});
