import { card, facts, open, press, text, type Card } from '../../../kernel/cards';
import { chatLink } from '../../../kernel/links';
import { weekPace, type Pace } from '../../kpi/kpi.public';
import type { Turn } from '../conversation';

/** How the week stands: done, of how many, and where an even pace would be by tonight. */
export async function showWeek(turn: Turn): Promise<Card> {
  const { ctx, user, say, count } = turn;
  const pace = await weekPace(ctx, user);
  const line = ({ done, norm, byNow }: Pace) =>
    `${done} / ${norm}${done < byNow ? ` · ${say('assistant.byPace', { byNow })}` : ' ✔'}`;
  const left = Math.max(0, pace.calls.norm - pace.calls.done);
  return card(
    [
      text(say('assistant.week'), 'title'),
      facts([
        [say('assistant.weekCalls'), line(pace.calls)],
        [say('assistant.weekMeetings'), line(pace.meetings)],
        [say('assistant.weekOffers'), line(pace.offers)],
      ]),
      text(
        left ? say('assistant.weekLeft', { calls: count('assistant.calls', left) }) : say('assistant.weekDone'),
        left ? 'plain' : 'good',
      ),
    ],
    [
      left
        ? press(say('assistant.give', { companies: count('assistant.companies', left) }), 'shortfall.give', {
            wanted: left,
          })
        : null,
      press(say('assistant.list.today'), 'calls.show', { list: 'today' }),
      open(say('notices.open'), chatLink(ctx.settings, '/kpi')),
    ],
    say('assistant.week'),
  );
}
