import fc from 'fast-check';
import { copyRef, growRef, growRanges, mapRefs, type Growth } from './formula-refs';

const growth: Growth = { sheet: 'Отчёт', first: 6, last: 6, by: 9 };
const grow = (formula: string, own = 'Отчёт') => mapRefs(formula, (ref) => growRef(ref, growth, own));
const copy = (formula: string, offset: number) => mapRefs(formula, (ref) => copyRef(ref, growth, 'Отчёт', offset));

test.each([
  ['SUM(F6:F6)', 'SUM(F6:F15)'],
  ['SUM($F$6:$F$6)/F7', 'SUM($F$6:$F$15)/F16'],
  ['F5+F6+F7', 'F5+F6+F16'],
  ['SUM(F1:F20)', 'SUM(F1:F29)'],
  ['SUM(F1:F5)', 'SUM(F1:F5)'],
  ['SUM(Отчёт!F6:F6)', 'SUM(Отчёт!F6:F15)'],
  ["SUM('Другой лист'!F6:F6)", "SUM('Другой лист'!F6:F6)"],
  ['IF(A1="F6:F6","F7",LOG10(F7))', 'IF(A1="F6:F6","F7",LOG10(F16))'],
  ['VLOOKUP(A7,Лист2!A6:B6,2,FALSE)', 'VLOOKUP(A16,Лист2!A6:B6,2,FALSE)'],
  ['ИМЯ6+AB6_1', 'ИМЯ6+AB6_1'],
])('%s becomes %s', (before, after) => {
  expect(grow(before)).toBe(after);
});

test('from another sheet only what names the grown one moves', () => {
  expect(grow('SUM(F6:F6)+Отчёт!F7', 'Воронка')).toBe('SUM(F6:F6)+Отчёт!F16');
});

test('a row’s own formulas follow it, running totals too; fixed cells and the total below stay', () => {
  expect(copy('F6*G6', 3)).toBe('F9*G9');
  expect(copy('H5+F6', 3)).toBe('H8+F9');
  expect(copy('F6/F$2', 3)).toBe('F9/F$2');
  expect(copy('F6/F7', 3)).toBe('F9/F16');
  expect(copy('SUM($F$6:F6)', 3)).toBe('SUM($F$6:F9)');
});

test('merged cells and conditional formats are ranges like any other', () => {
  expect(growRanges('A7:C7 F6:F6', growth)).toBe('A16:C16 F6:F15');
  expect(growRanges('B7', growth)).toBe('B16');
});

test('nothing grown changes nothing, whatever the formula', () => {
  const cell = fc
    .tuple(fc.constantFrom('A', 'BC', '$D'), fc.constantFrom('', '$'), fc.integer({ min: 1, max: 1000 }))
    .map(([column, fixed, row]) => `${column}${fixed}${row}`);
  const range = fc.tuple(cell, cell).map(([a, b]) => `SUM(${a}:${b})`);
  const text = fc.constantFrom('"F6"', '"говорят ""F6"""', '1,5', 'TODAY()', 'Лист1!A1');
  fc.assert(
    fc.property(fc.array(fc.oneof(cell, range, text), { minLength: 1 }), (parts) => {
      const formula = parts.join('+');
      expect(mapRefs(formula, (ref) => growRef(ref, { ...growth, by: 0 }, 'Отчёт'))).toBe(formula);
    }),
  );
});
