import type { Module } from '../../kernel/module';
import { CardPress } from './assistant.entity';
import { texts } from './assistant.texts';
import { forgetPresses, lookAtClocks, sayOne } from './morning';

/**
 * The assistant in the chat: what it understands, the cards it answers with, and what it says of itself. It knows no bot
 * SDK; service/bot/ carries its words to Teams.
 */
export const assistantModule: Module = {
  name: 'assistant',
  entities: [CardPress],
  texts,
  jobs: [lookAtClocks, sayOne, forgetPresses],
  cron: [
    { kind: lookAtClocks.kind, schedule: '*/5 * * * *' },
    { kind: forgetPresses.kind, schedule: '40 3 * * *' },
  ],
};
