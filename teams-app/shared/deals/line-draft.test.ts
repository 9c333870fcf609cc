import { draftAmount, draftOf, emptyLine, lineFault, lineInputs, parseQuantity, totalOf } from './line-draft';

test('quantities are read as people type them, to the thousandth', () => {
  expect(parseQuantity('1,5')).toBe(1500);
  expect(parseQuantity('1 000')).toBe(1_000_000);
  expect(parseQuantity('0,001')).toBe(1);
  for (const wrong of ['', '0', '-1', '1,2345', 'две']) expect(parseQuantity(wrong)).toBeNull();
});

test('a line amounts to what the service will say', () => {
  const line = { ...emptyLine, type: 'Насос', quantity: '2,5', price: '33,33' };
  expect(draftAmount(line)).toBe(83_33);
  expect(totalOf([line, { ...line, price: 'сто' }])).toBe(83_33);
});

test('blank lines are left out, half-filled ones are named', () => {
  const line = { ...emptyLine, type: 'Насос' };
  expect(lineFault([emptyLine, line])).toBeNull();
  expect(lineInputs([emptyLine, line])).toHaveLength(1);
  expect(lineFault([{ ...emptyLine, name: 'Гном' }])).toBe('typeNeeded');
  expect(lineFault([{ ...line, price: 'сто' }])).toBe('badNumber');
  expect(lineFault([{ ...line, quantity: '0' }])).toBe('badNumber');
});

test('a kept line goes into the form and comes back the same', () => {
  const kept = {
    id: '1',
    type: 'Насос',
    name: 'Гном',
    subName: '',
    capacity: '10-10',
    quantity: 1500,
    unit: 'компл',
    price: 33_33,
    amount: 50_00,
    note: null,
  };
  expect(lineInputs([draftOf(kept)])).toEqual([
    {
      type: 'Насос',
      name: 'Гном',
      subName: '',
      capacity: '10-10',
      quantity: 1500,
      unit: 'компл',
      price: 33_33,
      note: '',
    },
  ]);
});
