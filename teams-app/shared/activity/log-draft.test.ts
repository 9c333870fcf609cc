import type { Preset } from '../../../service/modules/activities/activities.contract';
import { newDraft, readDraft, type LogDraft, type LogSubject } from './log-draft';

const zone = 'Europe/Moscow';
const now = Date.parse('2026-03-12T11:00:00Z');
const presets: Preset[] = [{ key: 'tomorrow', at: '2026-03-13T07:00:00.000Z', moved: null }];
const subject: LogSubject = {
  id: 'c1',
  name: 'ООО Ромашка',
  timeZone: 'Asia/Omsk',
  contacts: [{ id: 'p1', name: 'Анна', position: null }],
  mainContactId: 'p1',
  planned: [{ id: 'a1', kind: 'call', at: '2026-03-12T10:00:00.000Z' }],
};
const read = (change: Partial<LogDraft>, of = subject) =>
  readDraft({ ...newDraft(of), ...change }, of, presets, zone, now);

test('an outcome and a preset are enough: the planned call is done, the next one is set', () => {
  expect(read({ outcomeId: 'o1', next: { mode: 'preset', key: 'tomorrow' } })).toMatchObject({
    input: {
      kind: 'call',
      completes: 'a1',
      outcomeId: 'o1',
      contactId: 'p1',
      next: { at: '2026-03-13T07:00:00.000Z', kind: 'call' },
    },
  });
});

test('without an outcome, a note and a next contact it asks for them', () => {
  expect(read({})).toEqual({ faults: { outcome: 'noOutcomeYet', next: 'nextNeeded' } });
});

test('another kind does not do the planned call, which stays the next contact', () => {
  const read1 = read({ kind: 'email', note: 'отправил КП' });
  expect(read1).toMatchObject({ input: { kind: 'email', completes: null, next: undefined } });
});

test('own date and time are the reader’s clock; a passed one is refused', () => {
  const own = (date: string, time: string) => read({ note: 'да', next: { mode: 'own', date, time } });
  expect(own('2026-03-12', '15:30')).toMatchObject({ input: { next: { at: '2026-03-12T12:30:00.000Z' } } });
  expect(own('2026-03-12', '13:30')).toEqual({ faults: { next: 'pastDate' } });
  expect(own('', '13:30')).toEqual({ faults: { next: 'badDate' } });
});

test('no next contact takes a reason', () => {
  expect(read({ note: 'да', next: { mode: 'without', reason: ' ' } })).toEqual({ faults: { next: 'withoutReason' } });
  expect(read({ note: 'да', next: { mode: 'without', reason: 'закрылись' } })).toMatchObject({
    input: { next: { none: 'закрылись' } },
  });
});
