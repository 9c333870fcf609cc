import type { ImportView } from '../../../service/modules/imports/imports.contract';
import { nextStep } from './import-stage';

const view = (some: Partial<ImportView>) => ({ status: 'uploaded', dryRun: true, processed: 0, ...some }) as ImportView;

test('a new file is checked before it is loaded', () => {
  expect(nextStep(view({}), false)).toBe('check');
  expect(nextStep(view({ status: 'checked', processed: 9 }), false)).toBe('load');
});

test('settings changed after the check are checked again', () => {
  expect(nextStep(view({ status: 'checked', processed: 9 }), true)).toBe('check');
});

test('a stopped load goes on, a stopped check begins anew', () => {
  expect(nextStep(view({ status: 'cancelled', dryRun: false, processed: 9 }), false)).toBe('resume');
  expect(nextStep(view({ status: 'cancelled', dryRun: false, processed: 9 }), true)).toBe('check');
  expect(nextStep(view({ status: 'failed', processed: 9 }), false)).toBe('check');
});

test('nothing is pressed while it runs or when it is done', () => {
  expect(nextStep(view({ status: 'running' }), false)).toBeNull();
  expect(nextStep(view({ status: 'done', dryRun: false }), false)).toBeNull();
});
