import fc from 'fast-check';
import { whoWins } from './who-wins';

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 12, 9, minutes));
const rule = (changes: Partial<Parameters<typeof whoWins>[0]>) =>
  whoWins({
    agreed: '10:00',
    writing: null,
    outlook: '10:00',
    ours: '10:00',
    outlookAt: at(0),
    oursAt: null,
    ...changes,
  });

test.each([
  ['nobody moved it', {}, 'nobody'],
  ['dragged in Outlook', { outlook: '11:00' }, 'outlook'],
  ['moved in the program', { ours: '12:00', oursAt: at(5) }, 'program'],
  ['both moved it to the same time', { outlook: '11:00', ours: '11:00', oursAt: at(5) }, 'nobody'],
  ['both moved it, the program later', { outlook: '11:00', ours: '12:00', outlookAt: at(0), oursAt: at(5) }, 'program'],
  ['both moved it, Outlook later', { outlook: '11:00', ours: '12:00', outlookAt: at(5), oursAt: at(0) }, 'outlook'],
  [
    'both within what clocks may differ',
    { outlook: '11:00', ours: '12:00', outlookAt: at(0), oursAt: at(2) },
    'outlook',
  ],
  [
    'what stands there is our own write whose answer was lost',
    { outlook: '11:00', writing: '11:00', ours: '12:00', outlookAt: at(0), oursAt: at(1) },
    'program',
  ],
  ['found after a lost creation, where it was put', { agreed: null, writing: '10:00', ours: '12:00' }, 'program'],
] as const)('%s: %s', (_, changes, winner) => expect(rule(changes)).toBe(winner));

const time = fc.constantFrom('10:00', '11:00', '12:00', '13:00');
const moment = fc.integer({ min: 0, max: 60 }).map(at);
const anything = fc.record({
  agreed: fc.option(time),
  writing: fc.option(time),
  outlook: time,
  ours: time,
  outlookAt: moment,
  oursAt: fc.option(moment),
});

test('afterwards both sides tell the same, and asked again nobody has to do anything', () => {
  fc.assert(
    fc.property(anything, (given) => {
      const winner = whoWins(given);
      const both = winner === 'program' ? given.ours : given.outlook;
      if (winner === 'nobody') expect(given.ours).toBe(given.outlook);
      expect(whoWins({ ...given, agreed: both, writing: null, outlook: both, ours: both })).toBe('nobody');
    }),
  );
});

test('whoever did not move it never wins over somebody who did', () => {
  fc.assert(
    fc.property(anything, (given) => {
      const [movedThere, movedHere] = [given.outlook !== given.agreed, given.ours !== given.agreed];
      fc.pre(given.writing === null && movedThere !== movedHere);
      expect(whoWins(given)).toBe(movedThere ? 'outlook' : 'program');
    }),
  );
});
