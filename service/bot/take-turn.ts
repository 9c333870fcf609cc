import { ActivityTypes, CardFactory, TeamsInfo, TurnContext, type Activity } from 'botbuilder';
import { createContext, inTransaction, type Ctx, type Deps, type Identity, type Locale } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { sql } from '../kernel/sql';
import { translate } from '../kernel/texts';
import {
  answerMessage,
  answerPress,
  farewell,
  forgetChat,
  greeting,
  isSignIn,
  knowPerson,
  lookAtShared,
  rememberChat,
  searchFromCompose,
  stranger,
  unfurlLink,
  type Reply,
} from '../modules/assistant/assistant.public';
import { identityOf } from '../modules/users/users.public';
import type { BotHost } from './bot-host';
import { plainText } from './plain-text';
import { cardAnswer, errorAnswer, toMessage } from './to-activity';

/** Who speaks and where, as far as the channel vouches for it. */
interface Speaker {
  readonly user: Identity | null;
  readonly locale: Locale;
  /** May be spoken to: he has not signed out of this chat. */
  readonly open: boolean;
  readonly greet: boolean;
}

const service = { user: null, locale: 'ru' as const };

/** One activity of the channel, whatever it is. Those we know nothing to do about are taken and let be. */
export async function takeTurn(deps: Deps, host: BotHost, context: TurnContext): Promise<void> {
  const { activity } = context;
  if (!ofOurTenant(host, activity)) return;
  switch (activity.type) {
    case ActivityTypes.Message:
      return takeMessage(deps, context);
    case ActivityTypes.Invoke:
      return takeInvoke(deps, context);
    case ActivityTypes.InstallationUpdate:
      return activity.action?.startsWith('remove') ? leave(deps, activity) : arrive(deps, context);
    case ActivityTypes.ConversationUpdate:
      if (activity.membersRemoved?.some(({ id }) => id === activity.recipient?.id)) return leave(deps, activity);
      if (activity.membersAdded?.some(({ id }) => id === activity.recipient?.id)) return arrive(deps, context);
      return undefined;
    default:
      return undefined;
  }
}

/** A bot of one tenant may be written to from others all the same. */
function ofOurTenant(host: BotHost, activity: Activity): boolean {
  return !host.settings.tenantId || tenantOf(activity)?.toLowerCase() === host.settings.tenantId.toLowerCase();
}

const tenantOf = (activity: Activity): string | undefined =>
  (activity.channelData as { tenant?: { id?: string } } | undefined)?.tenant?.id ?? activity.conversation?.tenantId;

const isPersonal = ({ conversation }: Activity) =>
  !conversation?.isGroup && (conversation?.conversationType ?? 'personal') === 'personal';

const localeOf = (activity: Activity): Locale => (/^en/i.test(activity.locale ?? '') ? 'en' : 'ru');

/**
 * Known by the object id of the account, which the channel's signed token covers. An app installed for the person is the
 * only place we learn from where to speak first.
 */
async function speaker(deps: Deps, context: TurnContext, { revive = false, greeting = false } = {}): Promise<Speaker> {
  const { activity } = context;
  const locale = localeOf(activity);
  const unknown = { user: null, locale, open: true, greet: false };
  const [tenant, object] = [tenantOf(activity), activity.from?.aadObjectId];
  if (!tenant || !object) return unknown;
  const addresses = await addressesFor(deps, context, `${tenant}:${object}`);
  const met = await inTransaction(deps, service, async (ctx) => {
    const person = await knowPerson(ctx, { key: `${tenant}:${object}`, addresses: async () => addresses });
    if (!person) return null;
    const chat = isPersonal(activity)
      ? await rememberChat(
          ctx,
          person.id,
          activity.conversation.id,
          TurnContext.getConversationReference(activity) as unknown as Record<string, unknown>,
          { greeting, revive },
        )
      : { status: 'ready' as const, greet: false };
    return { id: person.id, ...chat };
  });
  if (!met) return unknown;
  const user = await identityOf(deps, met.id);
  return { user, locale: user?.locale ?? locale, open: met.status !== 'signedOut', greet: met.greet };
}

/** The directory's addresses of somebody we meet for the first time; nothing outside is asked inside a transaction. */
async function addressesFor(deps: Deps, context: TurnContext, key: string): Promise<string[]> {
  if (await deps.database.read.row(sql`select id from user_account where entraKey = ${key}`)) return [];
  try {
    const member = await TeamsInfo.getMember(context, context.activity.from.id);
    return [member.email, member.userPrincipalName].filter((address): address is string => Boolean(address));
  } catch (error) {
    deps.log.info({ why: error instanceof Error ? error.message : 'unknown' }, 'the channel did not tell who this is');
    return [];
  }
}

/** A use case of one person: written in one transaction, or read. */
async function asPerson<T>(deps: Deps, user: Identity, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  return inTransaction(deps, { user, locale: user.locale }, async (ctx) => {
    const result = await work(ctx);
    if (!ctx.authorized) throw new Error('the assistant answered without authorizing');
    return result;
  });
}

async function takeMessage(deps: Deps, context: TurnContext): Promise<void> {
  const { activity } = context;
  const { user, locale, open } = await speaker(deps, context);
  const say = (code: string) => translate(deps.modules, user?.locale ?? locale, code);
  if (!isPersonal(activity)) return void (await context.sendActivity(say('assistant.groupOnly')));
  if (!user) return void (await context.sendActivity(toMessage({ card: stranger(withoutUser(deps, locale)) })));
  // A press of the old kind comes as a message with a value.
  const pressed = activity.value as { verb?: string; data?: unknown } | undefined;
  const text = plainText(activity);
  if (!open && !/^\s*(?:вой|вход|sign ?in|log ?in)/i.test(text)) {
    const card = await asPerson(deps, user, async (ctx) => farewell(ctx));
    return void (await context.sendActivity(toMessage({ card })));
  }
  if (!open) await speaker(deps, context, { revive: true });
  if (!text && activity.attachments?.some(({ contentType }) => !contentType.startsWith('text/')))
    return void (await context.sendActivity(say('assistant.file')));
  const reply = await (
    !text && pressed?.verb
      ? asPerson(deps, user, (ctx) => answerPress(ctx, { verb: pressed.verb!, data: pressed.data ?? pressed })).then(
          (card) => ({ card }),
        )
      : asPerson(deps, user, (ctx) =>
          answerMessage(ctx, {
            conversationId: activity.conversation.id,
            messageId: activity.id ?? `${activity.timestamp?.toString()}${text}`,
            text,
          }),
        )
  ).catch((error: unknown): Reply => ({ text: wordsOf(deps, user.locale, error) }));
  await context.sendActivity(toMessage({ ...reply, summary: reply.card?.speak as string | undefined }));
}

const withoutUser = (deps: Deps, locale: Locale) => createContext(deps, deps.database.read, { user: null, locale });

/** A refusal in words; a fault of ours in words that hide it, and in the log. */
function wordsOf(deps: Deps, locale: Locale, error: unknown): string {
  if (!(error instanceof AppError)) {
    deps.log.error({ error }, 'the assistant failed');
    return translate(deps.modules, locale, 'assistant.failed');
  }
  const { fields, details } = error.extra;
  const list =
    fields &&
    Object.values(fields)
      .map((code) => translate(deps.modules, locale, code, details))
      .join('; ');
  return translate(deps.modules, locale, error.code, { ...details, ...(list ? { list } : {}) });
}

async function takeInvoke(deps: Deps, context: TurnContext): Promise<void> {
  const { activity } = context;
  const answer = (body: unknown, status = 200) =>
    context
      .sendActivity({ type: ActivityTypes.InvokeResponse, value: { status, body } } as Partial<Activity>)
      .then(() => undefined);
  const value = (activity.value ?? {}) as Record<string, unknown>;
  switch (activity.name) {
    case 'adaptiveCard/action':
      return answer(await takePress(deps, context, value));
    case 'composeExtension/query':
    case 'composeExtension/queryLink':
    case 'composeExtension/anonymousQueryLink':
      return answer(await takeCompose(deps, context, activity.name, value));
    default:
      // Known to Teams, not to us: sign-in states, file consents, old dialogs.
      return answer(null, 501);
  }
}

async function takePress(deps: Deps, context: TurnContext, value: Record<string, unknown>): Promise<object> {
  const action = (value.action ?? {}) as { verb?: string; data?: unknown };
  const verb = String(action.verb ?? '');
  const { user, locale, open } = await speaker(deps, context, { revive: isSignIn(verb) });
  if (!user) return cardAnswer(stranger(withoutUser(deps, locale)));
  try {
    if (verb === 'company.look') {
      const companyId = String((action.data as { companyId?: unknown } | undefined)?.companyId ?? '').slice(0, 36);
      return cardAnswer(await asPerson(deps, user, (ctx) => lookAtShared(ctx, companyId)));
    }
    if (!open && !isSignIn(verb)) return cardAnswer(await asPerson(deps, user, async (ctx) => farewell(ctx)));
    return cardAnswer(await asPerson(deps, user, (ctx) => answerPress(ctx, { verb, data: action.data })));
  } catch (error) {
    const status = error instanceof AppError ? error.status : 500;
    const code = error instanceof AppError ? error.code : 'internal';
    return errorAnswer(status, code, wordsOf(deps, user.locale, error));
  }
}

/** The compose box: a search, or a link of ours that was pasted. */
async function takeCompose(
  deps: Deps,
  context: TurnContext,
  name: string,
  value: Record<string, unknown>,
): Promise<object> {
  const { user } = await speaker(deps, context);
  const none = { composeExtension: { type: 'result', attachmentLayout: 'list', attachments: [] } };
  if (!user || name === 'composeExtension/anonymousQueryLink') return none;
  const parameters = (value.parameters ?? []) as { name?: string; value?: unknown }[];
  const { skip = 0, count = 25 } = (value.queryOptions ?? {}) as { skip?: number; count?: number };
  const first = parameters.find((one) => one.name === 'query') ?? parameters[0];
  // On opening the box Teams sends `initialRun` instead of words.
  const query = first?.name === 'initialRun' ? '' : String(first?.value ?? '');
  try {
    const hits = await asPerson(deps, user, async (ctx) => {
      if (name === 'composeExtension/query') return searchFromCompose(ctx, { query: query.slice(0, 200), skip, count });
      const hit = await unfurlLink(ctx, String(value.url ?? ''));
      return hit ? [hit] : [];
    });
    return {
      composeExtension: {
        type: 'result',
        attachmentLayout: 'list',
        attachments: hits.map(({ title, subtitle, card }) => ({
          ...CardFactory.adaptiveCard(card),
          preview: CardFactory.thumbnailCard(title, subtitle),
        })),
      },
    };
  } catch (error) {
    if (!(error instanceof AppError)) deps.log.error({ error }, 'the compose box failed');
    return none;
  }
}

/** The app came to a person: a greeting, once. */
async function arrive(deps: Deps, context: TurnContext): Promise<void> {
  if (!isPersonal(context.activity)) return;
  const { user, locale, greet } = await speaker(deps, context, { greeting: true });
  if (!user) {
    // Installed and added come both; one of them is enough to say that we do not know him.
    if (context.activity.type === ActivityTypes.InstallationUpdate)
      await context.sendActivity(toMessage({ card: stranger(withoutUser(deps, locale)) }));
    return;
  }
  if (greet) await context.sendActivity(toMessage({ card: await asPerson(deps, user, async (ctx) => greeting(ctx)) }));
}

async function leave(deps: Deps, { conversation }: Activity): Promise<void> {
  if (conversation?.id) await inTransaction(deps, service, (ctx) => forgetChat(ctx, conversation.id));
}
