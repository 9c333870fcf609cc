import { card, choice, facts, open, press, text, type Card } from '../../../kernel/cards';
import { chatLink } from '../../../kernel/links';
import { changeSettings, channelsOf, settingsOf } from '../../notifications/notifications.public';
import { newCardId, once, type Turn } from '../conversation';

/** What the assistant understands, briefly: ten lines, each an example. */
export function help({ ctx, say }: Turn, greeting = false): Card {
  const examples = ['calls', 'overdue', 'sentence', 'find', 'move', 'remind', 'week'];
  return card(
    [
      text(say(greeting ? 'assistant.hello' : 'assistant.helpTitle'), 'title'),
      greeting ? text(say('assistant.helloMore')) : null,
      facts(
        examples.map((name): [string, string] => [say(`assistant.help.${name}`), say(`assistant.help.${name}.why`)]),
      ),
      text(say('assistant.helpEnd'), 'quiet', { spacing: 'Small' }),
    ],
    [
      press(say('assistant.list.today'), 'calls.show', { list: 'today' }),
      press(say('assistant.nextCall'), 'call.next', {}),
      press(say('assistant.week'), 'week.show', {}),
      press(say('assistant.settings'), 'settings.show', {}),
      open(say('notices.open'), chatLink(ctx.settings, '/calls')),
    ],
    say('assistant.helpTitle'),
  );
}

const digestHours = [7 * 60, 8 * 60, 8 * 60 + 30, 9 * 60, 10 * 60];
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export async function settingsForm(turn: Turn, notice?: string): Promise<Card> {
  const { ctx, user, say } = turn;
  const settings = await settingsOf(ctx, user.id);
  const digest = channelsOf(settings, 'digest').includes('teams');
  const minutes = [...new Set([...digestHours, settings.digestMinute])].sort((a, b) => a - b);
  return card(
    [
      notice ? text(notice, 'good') : null,
      text(say('assistant.settings'), 'title'),
      choice(
        'digest',
        say('assistant.digestAt'),
        [
          ...minutes.map((minute) => ({ title: clock(minute), value: String(minute) })),
          { title: say('assistant.digestOff'), value: 'off' },
        ],
        { value: digest ? String(settings.digestMinute) : 'off' },
      ),
      choice(
        'shortfall',
        say('assistant.shortfallAt'),
        [
          { title: say('assistant.yes'), value: 'on' },
          { title: say('assistant.no'), value: 'off' },
        ],
        { value: channelsOf(settings, 'shortfall').includes('teams') ? 'on' : 'off' },
      ),
      text(say('assistant.settingsMore'), 'quiet'),
    ],
    [
      press(
        say('assistant.save'),
        'settings.save',
        { version: settings.version, card: newCardId(turn) },
        { style: 'positive' },
      ),
      press(say('assistant.signOut'), 'session.signOut', {}, { associatedInputs: 'none' }),
      open(say('assistant.allSettings'), chatLink(ctx.settings, '/profile')),
    ],
  );
}

export async function saveSettings(
  turn: Turn,
  form: { version: number; card: string; digest?: string; shortfall?: string },
): Promise<Card> {
  const { ctx, user, say } = turn;
  return once(turn, form.card, 'settings.save', async () => {
    const settings = await settingsOf(ctx, user.id);
    const by = (kind: 'digest' | 'shortfall', on: boolean) => {
      const others = channelsOf(settings, kind).filter((channel) => channel !== 'teams');
      return on ? [...others, 'teams' as const] : [...others];
    };
    await changeSettings(ctx, {
      version: form.version,
      channels: {
        digest: by('digest', form.digest !== 'off'),
        shortfall: by('shortfall', form.shortfall !== 'off'),
      },
      ...(form.digest && form.digest !== 'off' ? { digestMinute: Number(form.digest) } : {}),
    });
    return settingsForm(turn, say('assistant.saved'));
  });
}
