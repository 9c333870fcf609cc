import { card, literal, open, text } from '../../kernel/cards';
import { chatLink } from '../../kernel/links';
import { OutsideFault } from '../../kernel/outside';
import { findRow } from '../../kernel/rows';
import { translate } from '../../kernel/texts';
import type { Parcel } from './deliver';
import { ChatConversation } from './notifications.entity';

/** Into the person's chat with the bot, known only from an app installed for that person. */
export async function sendByTeams({ deps, notice, user }: Parcel): Promise<void> {
  const { chat } = deps.adapters;
  const conversation = await findRow(deps.database.read, ChatConversation, { userId: user.id });
  if (!chat || conversation?.status !== 'ready') throw new OutsideFault('gone', 'notInstalled');
  const link = notice.link ? chatLink(deps.settings, notice.link) : null;
  await chat.send(conversation.reference, {
    summary: notice.title,
    card:
      notice.card ??
      card(
        [text(literal(notice.title), 'title'), notice.body ? text(literal(notice.body)) : null],
        [link ? open(translate(deps.modules, user.locale, 'notices.open'), link) : null],
        notice.title,
      ),
  });
}
