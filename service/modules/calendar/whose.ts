import type { Ctx } from '../../kernel/context';
import { findRow } from '../../kernel/rows';
import { User } from '../users/users.public';
import { CalendarSettings, Mailbox } from './calendar.entity';
import type { Whose } from './wanted-event';

export const usualSettings: Omit<CalendarSettings, 'id'> = {
  version: 0,
  connected: false,
  calls: true,
  meetings: true,
  tasks: true,
  birthdays: false,
  direction: 'both',
  onDelete: 'ask',
  feedHash: null,
};

export const settingsOf = async (ctx: Pick<Ctx, 'db'>, userId: string): Promise<CalendarSettings> =>
  (await findRow(ctx.db, CalendarSettings, { id: userId })) ?? { ...usualSettings, id: userId };

/** A mailbox with its person and what he chose; null when there is none of ours. */
export async function whoseMailbox(ctx: Pick<Ctx, 'db'>, userId: string): Promise<Whose | null> {
  const mailbox = await findRow(ctx.db, Mailbox, { id: userId });
  const user = mailbox && (await findRow(ctx.db, User, { id: userId }));
  return user ? { mailbox, user, settings: await settingsOf(ctx, userId) } : null;
}

/** The name of somebody's mailbox at Microsoft: the id of the account he signed in with, else his address. */
export const addressOf = ({ entraKey, email }: Pick<User, 'entraKey' | 'email'>): string | null =>
  entraKey?.split(':')[1] ?? email;
