import { importFields } from '../../../service/modules/imports/imports.contract';
import { fieldGroups, hasClash, namesSomebody, takenBy } from './import-fields';

test('every field can be chosen, once', () => {
  expect(Object.values(fieldGroups).flat().sort()).toEqual([...importFields].sort());
});

test('a field for one column is taken by the first', () => {
  const mapping = { 2: 'inn', 5: 'inn', 6: 'phone', 7: 'phone' } as const;
  expect(takenBy(mapping, 2)).toBeNull();
  expect(takenBy(mapping, 5)).toBe(2);
  expect(takenBy(mapping, 7)).toBeNull();
  expect(hasClash(mapping)).toBe(true);
  expect(hasClash({ 6: 'phone', 7: 'phone' })).toBe(false);
});

test('a list of people is a list of customers too', () => {
  expect(namesSomebody({ 0: 'contactLastName' })).toBe(true);
  expect(namesSomebody({ 0: 'phone' })).toBe(false);
});
