import { itemOf, standingOutlook } from '../test/standing-outlook';
import { lateMs } from './faults';

/** What the pane sees when the reader goes from letter to letter. */
beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

async function pane() {
  const { outlook, office, dispose } = standingOutlook();
  const news: (string | null)[] = [];
  const now = () => itemOf<{ internetMessageId: string } | null>(office)?.internetMessageId ?? null;
  office.context.mailbox.addHandlerAsync(office.EventType.ItemChanged, () => news.push(now()));
  await jest.advanceTimersByTimeAsync(100);
  return { outlook, office, dispose, news, now };
}
const first = '<first@romashka.example>';
const second = '<second@romashka.example>';

test('a switch is told once, with the new letter already there', async () => {
  const { outlook, news } = await pane();
  outlook.open('first');
  outlook.open('first');
  outlook.open('second');
  outlook.openNull();
  expect(news).toEqual([first, second, null]);
});

test('the news may come late, twice or never', async () => {
  const { outlook, news, now } = await pane();
  outlook.setFaults({ itemChanged: 'late' });
  outlook.open('first');
  expect([news, now()]).toEqual([[], first]);
  await jest.advanceTimersByTimeAsync(lateMs);
  expect(news).toEqual([first]);
  outlook.setFaults({ itemChanged: 'twice' });
  outlook.open('second');
  await jest.advanceTimersByTimeAsync(1);
  expect(news).toEqual([first, second, second]);
  outlook.setFaults({ itemChanged: 'never' });
  outlook.open('first');
  await jest.advanceTimersByTimeAsync(10_000);
  expect(news).toHaveLength(3);
  expect(now()).toBe(first);
});

test('the item may be null for a moment', async () => {
  const { outlook, news, now } = await pane();
  outlook.setFaults({ nullMs: 300 });
  outlook.open('first');
  expect([news, now()]).toEqual([[null], null]);
  await jest.advanceTimersByTimeAsync(300);
  expect(now()).toBe(first);
});

test('the item may stay the former letter for a while, and a second switch ends that', async () => {
  const { outlook, now } = await pane();
  outlook.open('first');
  outlook.setFaults({ frozenMs: 500 });
  outlook.open('second');
  expect(now()).toBe(first);
  await jest.advanceTimersByTimeAsync(400);
  outlook.open('third');
  await jest.advanceTimersByTimeAsync(400);
  expect(now()).toBe(first);
  await jest.advanceTimersByTimeAsync(100);
  expect(now()).toBe('<third@romashka.example>');
});

test('an object that the pane kept goes on telling of its letter', async () => {
  const { outlook, office } = await pane();
  outlook.open('first');
  const kept = itemOf<{ subject: string }>(office);
  outlook.open('second');
  expect(kept.subject).toBe('RE: Письмо first');
});

test('with several letters chosen there is no item, and it is told', async () => {
  const { outlook, office, news } = await pane();
  let selections = 0;
  office.context.mailbox.addHandlerAsync(office.EventType.SelectedItemsChanged, () => (selections += 1));
  await jest.advanceTimersByTimeAsync(100);
  outlook.open('first');
  outlook.select(['first', 'second']);
  expect([news, selections, office.context.mailbox.item]).toEqual([[first, null], 2, null]);
});

test('a pane that was closed hears nothing more', async () => {
  const { outlook, dispose, news } = await pane();
  dispose();
  outlook.open('first');
  expect(news).toEqual([]);
});
