import fc from 'fast-check';
import { RateLimit } from './rate-limit';

test('no window ever holds more than it may, and nobody waits without need', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 200 }),
      fc.array(fc.record({ most: fc.integer({ min: 1, max: 8 }), milliseconds: fc.integer({ min: 1, max: 3000 }) }), {
        minLength: 1,
        maxLength: 3,
      }),
      (pauses, windows) => {
        const limit = new RateLimit(windows);
        let now = 0;
        const sent: number[] = [];
        for (const pause of pauses) {
          now += pause;
          sent.push(now + limit.wait('one', now));
        }
        for (const { most, milliseconds } of windows)
          for (const [index, at] of sent.entries())
            expect(
              sent.filter((other, place) => place >= index && other < at + milliseconds).length,
            ).toBeLessThanOrEqual(most);
        expect(sent).toEqual([...sent].sort((a, b) => a - b));
        expect(new RateLimit(windows).wait('another', now)).toBe(0);
      },
    ),
  );
});
