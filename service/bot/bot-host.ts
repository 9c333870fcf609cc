import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type ConversationReference } from 'botbuilder';
import type { Chat } from '../adapters/chat/chat.port';
import { networkFault, OutsideFault, retryAfterSeconds, within } from '../kernel/outside';
import { RateLimit } from '../kernel/rate-limit';
import { toMessage } from './to-activity';

export interface BotSettings {
  /** The bot's registration in Entra ID; empty strings switch its authentication off, which only the demo does. */
  appId: string;
  appPassword: string;
  tenantId: string;
}

interface Pipeline {
  removePolicy(policy: { name: string }): unknown;
}

/** The bot's connection to its channel: what turns web requests into turns, and the way to speak first. */
export interface BotHost extends Chat {
  readonly adapter: CloudAdapter;
  readonly settings: BotSettings;
}

/** Less than a job's lease: whoever falls silent is not waited for until another takes the job over. */
const patience = 20_000;

/**
 * What Teams allows a bot in one conversation, and in one tenant
 * (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit).
 */
const perConversation = [
  { most: 7, milliseconds: 1000 },
  { most: 8, milliseconds: 2000 },
  { most: 60, milliseconds: 30_000 },
  { most: 1800, milliseconds: 3_600_000 },
];
/** Thirty a second; the network bunches what was spread, so a little less. */
const perTenant = [{ most: 24, milliseconds: 1000 }];
/** Whoever has to wait longer gives his place in the job runner up. */
const longestWait = 3000;

export function botHost(settings: BotSettings): BotHost {
  const { appId, appPassword, tenantId } = settings;
  const registered = appId !== '';
  const authentication = new ConfigurationBotFrameworkAuthentication(
    registered
      ? {
          MicrosoftAppId: appId,
          MicrosoftAppPassword: appPassword,
          MicrosoftAppType: 'SingleTenant',
          MicrosoftAppTenantId: tenantId,
        }
      : {},
  );
  const adapter = new CloudAdapter(authentication);
  // The SDK would send again what may have arrived, and knows no option against it. When to try again is ours to decide.
  adapter.use((context, next) => {
    const connector = context.turnState.get<{ client: { pipeline: Pipeline } }>(adapter.ConnectorClientKey);
    connector?.client.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    return next();
  });
  const conversations = new RateLimit(perConversation);
  const tenant = new RateLimit(perTenant);

  return {
    standIn: !registered,
    adapter,
    settings,
    send: async (reference, message) => {
      const to = reference as unknown as ConversationReference;
      const now = Date.now();
      const wait = Math.max(conversations.wait(to.conversation.id, now), tenant.wait('', now));
      if (wait > longestWait) throw new OutsideFault('busy', 'rate', Math.ceil(wait / 1000));
      if (wait > 0) await new Promise((go) => setTimeout(go, wait));
      const sent = adapter.continueConversationAsync(appId, to, async (context) => {
        await context.sendActivity(toMessage(message));
      });
      await within(patience, sent).catch((error: unknown) => {
        throw channelFault(error);
      });
    },
  };
}

/** What the channel's answer means (the same page on rate limits; 403 and 404 when the app was taken out). */
function channelFault(error: unknown): OutsideFault {
  if (error instanceof OutsideFault) return error;
  const { statusCode, message, response } = (error ?? {}) as {
    statusCode?: number;
    message?: string;
    response?: { headers?: { get?: (name: string) => string | undefined } };
  };
  if (!statusCode) return networkFault(error);
  const said = `${statusCode}: ${message ?? ''}`.slice(0, 300);
  if (statusCode === 403 || statusCode === 404) return new OutsideFault('gone', said);
  if ([412, 429, 502, 503].includes(statusCode)) {
    const wait = retryAfterSeconds(response?.headers?.get?.('retry-after'), new Date());
    // Spread out, so that all who were refused do not come back at once.
    return new OutsideFault('busy', said, (wait ?? 5) + Math.random() * 3);
  }
  // 500 and 504 may come after the message was taken.
  return new OutsideFault(statusCode >= 500 || statusCode === 408 ? 'unknown' : 'refused', said);
}
