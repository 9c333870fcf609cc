import { authorizeSelf } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import type { EndpointParsed } from '../../kernel/endpoint';
import { findRecord, insertRecord, requireVersion, updateRecord } from '../../kernel/records';
import { findRow } from '../../kernel/rows';
import { sql } from '../../kernel/sql';
import { toNumber } from '../../kernel/dialect';
import { User } from '../users/users.public';
import { noticeKinds, usualChannels, type Channel, type NoticeKind } from './notice-kinds';
import type { NoticeSettingsView, updateNoticeSettings } from './notifications.contract';
import { ChatConversation, NoticeSettings } from './notifications.entity';

export const usualSettings: Omit<NoticeSettings, 'id'> = {
  version: 0,
  channels: {},
  quietFrom: 20 * 60,
  quietTo: 8 * 60,
  digestMinute: 8 * 60 + 30,
  birthdayDays: 3,
};

export const settingsOf = async (ctx: Ctx, userId: string): Promise<NoticeSettings> =>
  (await findRow(ctx.db, NoticeSettings, { id: userId })) ?? { ...usualSettings, id: userId };

export const channelsOf = (settings: NoticeSettings, kind: NoticeKind): readonly Channel[] =>
  settings.channels[kind] ?? usualChannels[kind];

export const quietOf = ({ quietFrom, quietTo }: NoticeSettings) =>
  quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo };

export async function readSettings(ctx: Ctx): Promise<NoticeSettingsView> {
  authorizeSelf(ctx);
  return viewSettings(ctx, await settingsOf(ctx, signedIn(ctx).id));
}

export async function changeSettings(
  ctx: Ctx,
  { version, channels, quiet, ...plain }: EndpointParsed<typeof updateNoticeSettings>,
): Promise<NoticeSettingsView> {
  authorizeSelf(ctx);
  const userId = signedIn(ctx).id;
  const known = await findRecord(ctx, NoticeSettings, { id: userId });
  const before = known ?? { ...usualSettings, id: userId };
  const current = await viewSettings(ctx, before);
  requireVersion(before, version, () => current);
  const changes = {
    ...plain,
    ...(channels ? { channels: { ...before.channels, ...channels } } : {}),
    ...(quiet === undefined ? {} : { quietFrom: quiet?.from ?? null, quietTo: quiet?.to ?? null }),
  };
  const after = known
    ? await updateRecord(ctx, NoticeSettings, known, changes)
    : await insertRecord(ctx, NoticeSettings, { ...before, ...changes });
  return viewSettings(ctx, after);
}

async function viewSettings(ctx: Ctx, settings: NoticeSettings): Promise<NoticeSettingsView> {
  const { chat, mailer, push } = ctx.adapters;
  const user = await findRow(ctx.db, User, { id: settings.id });
  const conversation = await findRow(ctx.db, ChatConversation, { userId: settings.id });
  const devices = await ctx.db.row<{ found: number | string }>(
    sql`select count(*) as found from push_subscription where userId = ${settings.id}`,
  );
  return {
    version: settings.version,
    channels: Object.fromEntries(
      noticeKinds.map((kind) => [kind, [...channelsOf(settings, kind)]]),
    ) as NoticeSettingsView['channels'],
    quiet: quietOf(settings),
    digestMinute: settings.digestMinute,
    birthdayDays: settings.birthdayDays,
    ways: {
      teams: chat ? (conversation?.status ?? 'notInstalled') : 'off',
      email: mailer ? (user?.email ? 'ready' : 'noAddress') : 'off',
      push: { publicKey: push?.publicKey ?? null, devices: toNumber(devices?.found ?? 0) },
      standIn: { teams: chat?.standIn ?? false, email: mailer?.standIn ?? false },
    },
  };
}
