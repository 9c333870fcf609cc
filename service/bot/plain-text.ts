import { TurnContext, type Activity } from 'botbuilder';

/** What a person wrote: without the mention of the bot, without mark-up, non-breaking spaces as spaces. */
export function plainText(activity: Activity): string {
  const text = activity.text ?? '';
  const without = activity.recipient?.id
    ? (TurnContext.removeMentionText({ ...activity, text }, activity.recipient.id) ?? text)
    : text;
  return without
    .replace(/<at>[^<]*<\/at>/gi, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;/gi, ' ')
    .replace(/&amp;/gi, '&')
    .replace(/&lt;/gi, '<')
    .replace(/&gt;/gi, '>')
    .replace(/&quot;/gi, '"')
    .replace(/\s+/g, ' ')
    .trim();
}
