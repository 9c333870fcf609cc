import type { Readable } from 'node:stream';
import { requirePermission } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import type { EndpointOutput } from '../../kernel/endpoint';
import { AppError, invalid } from '../../kernel/errors';
import type { Request } from '../../kernel/handle';
import type { readCalendarFile } from './calendar.contract';
import { NotIcal, readIcal } from './read-ical';
import { meantTime } from './when';

const largest = 1_000_000;
const ahead = 730 * 86_400_000;
const most = 50;
/** A whole day has no hour: one calls in the morning. */
const morning = 10 * 60;

/** What an .ics file or an invitation holds for the time to come; nothing is kept of it. */
export async function readFile(
  ctx: Ctx,
  _input: object,
  { upload }: Request,
): Promise<EndpointOutput<typeof readCalendarFile>> {
  requirePermission(ctx, 'activities.write');
  const zone = signedIn(ctx).timeZone;
  const now = ctx.clock.now();
  const text = await textOf(upload);
  try {
    const { events, unread } = readIcal(text, { zone, from: now, to: new Date(now.getTime() + ahead) });
    const rows = events.slice(0, most).map(({ subject, location, span, cancelled, organizer, attendees }) => ({
      subject: subject.trim().slice(0, 300),
      location: location?.trim().slice(0, 300) || null,
      at: meantTime(span, atMorning(zone), zone).toISOString(),
      minutes: 'minutes' in span ? span.minutes : null,
      cancelled,
      people: [organizer, ...attendees].flatMap((one) => one?.name ?? one?.address ?? []).slice(0, 20),
    }));
    return { rows, unread };
  } catch (error) {
    if (error instanceof NotIcal) throw invalid({ file: 'calendar.notIcal' });
    throw error;
  }
}

function atMorning(zone: string): Date {
  const noon = new Date('2026-01-15T12:00:00Z');
  const shown = Number(
    new Intl.DateTimeFormat('en', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' }).format(noon),
  );
  return new Date(noon.getTime() + (morning - shown * 60) * 60_000);
}

async function textOf(upload: Readable): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of upload as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > largest) throw new AppError(413, 'tooLarge');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
