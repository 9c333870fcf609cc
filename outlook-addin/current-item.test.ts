import fc from 'fast-check';
import { createCurrentItem, OtherItemOpen, type OpenItem } from './current-item';

/** An Outlook whose news may be lost and whose answers come whenever they like, about whatever is open by then. */
class Outlook {
  open: string | null = null;
  waiting: (() => void)[] = [];
  /** A slow call on the item; a nasty client answers for the item that is open when the answer comes. */
  readBody = (): Promise<string> =>
    new Promise((resolve) => this.waiting.push(() => resolve(`body of ${String(this.open)}`)));
}

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('open' as const), ref: fc.constantFrom('a', 'b', 'c', null) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('news' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('show' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('write' as const) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('answer' as const), which: fc.nat(9) }) },
);

describe('the guard of the open item', () => {
  test('whatever the order of switches, news, answers and presses, nothing is shown or written for another item', async () => {
    let shownTimes = 0;
    let writtenTimes = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }), async (steps) => {
        const outlook = new Outlook();
        const current = createCurrentItem(() => outlook.open);
        const turns = new Map<OpenItem, string | null>();
        current.subscribe(() => {
          const item = current.shown();
          if (item) turns.set(item, outlook.open);
        });
        const rejections: unknown[] = [];
        const begin = (act: (item: OpenItem) => Promise<void>) => {
          const item = current.shown();
          if (item) void act(item).catch((error: unknown) => rejections.push(error));
        };
        for (const one of steps) {
          if (one.do === 'open') outlook.open = one.ref;
          if (one.do === 'news') current.check();
          if (one.do === 'answer') outlook.waiting.splice(one.which % (outlook.waiting.length || 1), 1)[0]?.();
          if (one.do === 'show')
            begin(async (item) => {
              const text = await current.during(item, outlook.readBody);
              expect(text).toBe(`body of ${item.ref}`);
              expect(outlook.open).toBe(item.ref);
              shownTimes += 1;
            });
          if (one.do === 'write')
            begin(async (item) => {
              const body = await current.during(item, outlook.readBody);
              current.require(item);
              // Here the request leaves: for the item that stands there now, with its own text.
              expect([outlook.open, body]).toEqual([item.ref, `body of ${item.ref}`]);
              writtenTimes += 1;
            });
          await new Promise(setImmediate);
        }
        for (const [item, open] of turns) expect(item.ref).toBe(open);
        // Nothing but refusals for another item: no expectation above has failed.
        expect(rejections.filter((error) => !(error instanceof OtherItemOpen))).toEqual([]);
      }),
      { numRuns: 300 },
    );
    // The property is of no worth if everything was refused.
    expect(shownTimes).toBeGreaterThan(100);
    expect(writtenTimes).toBeGreaterThan(100);
  });

  test('a letter left and opened again is another turn: what was begun before is dropped', async () => {
    let open: string | null = 'a';
    const current = createCurrentItem(() => open);
    const first = current.shown()!;
    const answer = current.during(first, async () => {
      open = 'b';
      current.check();
      open = 'a';
      current.check();
      return 'text of b';
    });
    await expect(answer).rejects.toBeInstanceOf(OtherItemOpen);
    expect(current.shown()).not.toBe(first);
    expect(() => current.require(current.shown()!)).not.toThrow();
  });

  test('listeners hear of a change once, and of none not at all', () => {
    let open: string | null = null;
    const current = createCurrentItem(() => open);
    const heard = jest.fn();
    const stop = current.subscribe(heard);
    current.check();
    open = 'a';
    current.check();
    current.check();
    stop();
    open = 'b';
    current.check();
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test('a failure for the open item is its own; for a former one it is none', async () => {
    let open = 'a';
    const current = createCurrentItem(() => open);
    const item = current.shown()!;
    const failing = (before: () => void) =>
      current.during(item, async () => {
        before();
        throw new Error('no body');
      });
    await expect(failing(() => undefined)).rejects.toThrow('no body');
    await expect(failing(() => (open = 'b'))).rejects.toBeInstanceOf(OtherItemOpen);
  });
});
