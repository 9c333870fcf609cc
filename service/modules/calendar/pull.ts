import { ChangesLost, type ChangesPage } from '../../adapters/calendar/calendar.port';
import { OutsideFault } from '../../kernel/outside';
import { inList, raw, sql } from '../../kernel/sql';
import { takeEvent } from './take-event';
import { seeAgain } from './push';
import type { Work } from './work-mailbox';

const day = 86_400_000;
const windowBack = 31 * day;
const windowAhead = 400 * day;
const mostPages = 200;

/** Reads what changed in Outlook since the last time. People's own events pass by: nothing is kept of them. */
export async function pull(work: Work): Promise<boolean> {
  const { mailbox, job, note } = work;
  const asked = mailbox.pullsAsked;
  const now = job.deps.clock.now();
  try {
    const { deltaLink, windowTo } = await readPages(work);
    await note({
      deltaLink,
      windowTo,
      pulls: asked,
      pulledAt: now,
      restUntil: null,
      failures: 0,
      error: null,
      errorAt: null,
    });
  } catch (error) {
    if (!(error instanceof ChangesLost)) throw error;
    const anew = { deltaLink: null, checksAsked: mailbox.checksAsked + 1 };
    // Round in a circle: what is ours is read by itself, and the changes another time.
    if (error.circle) await note({ ...anew, pulls: asked, windowTo: new Date(now.getTime() + windowAhead) });
    else if (!mailbox.deltaLink) throw new OutsideFault('unknown', error.message);
    // From where we stood nothing can be said any more: read everything anew, and see what is not there.
    else await note({ ...anew, windowTo: null });
  }
  return true;
}

async function readPages(work: Work): Promise<{ deltaLink: string; windowTo: Date }> {
  const { calendar, mailbox, job, goOn } = work;
  const now = job.deps.clock.now().getTime();
  const window = { from: new Date(now - windowBack), to: new Date(now + windowAhead) };
  let from: Parameters<typeof calendar.changes>[1] = mailbox.deltaLink ? { link: mailbox.deltaLink } : window;
  const seen = new Set<string>();
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await calendar.changes(mailbox.address, from);
    await takePage(work, page);
    if (page.last) return { deltaLink: page.next, windowTo: mailbox.deltaLink ? mailbox.windowTo! : window.to };
    // A page that leads to itself is asked a few times more, then it is a circle.
    if (seen.has(page.next) && pages > seen.size + 3) break;
    seen.add(page.next);
    from = { link: page.next };
    await goOn();
  }
  throw new ChangesLost('the pages of changes go round in a circle', true);
}

interface Known extends Record<string, unknown> {
  id: string;
  eventId: string;
  etag: string | null;
  state: string;
}

async function takePage(work: Work, { events, removed }: ChangesPage): Promise<void> {
  const ids = [...events.map(({ id }) => id), ...removed];
  const known = ids.length
    ? await work.job.deps.database.read.rows<Known>(sql`
        select id, eventId, etag, state from calendar_event
        where userId = ${work.user.id} and ${inList(raw('eventId'), ids)} order by id`)
    : [];
  // An engine that does not tell capitals apart finds too much.
  const entryOf = (eventId: string) => known.find((entry) => entry.eventId === eventId);
  for (const event of events) {
    const entry = entryOf(event.id);
    if (!entry || (entry.etag === event.etag && entry.state !== 'removed')) continue;
    await work.asOwner((ctx) => takeEvent(ctx, entry.id, event, work));
  }
  for (const id of removed) {
    const entry = entryOf(id);
    // It may only have left the window.
    if (entry && entry.state !== 'removed') await seeAgain(work, entry.id, id);
  }
}
