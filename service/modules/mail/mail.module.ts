import { requirePermission } from '../../kernel/authorize';
import { handle } from '../../kernel/handle';
import type { Module } from '../../kernel/module';
import { bind, choose, readMail, unlog } from './change-mail';
import { log } from './log-mail';
import { readState } from './logged-mail';
import { lookUp } from './look-up-mail';
import { addRule, dropRule, readRules } from './mail-rules';
import * as contract from './mail.contract';
import { MailChoice, MailItem, MailRule } from './mail.entity';
import { texts } from './mail.texts';
import { readSignature } from './read-signature';

/** Letters and meetings of people's mailboxes beside the companies they are about. */
export const mailModule: Module = {
  name: 'mail',
  entities: [MailItem, MailChoice, MailRule],
  texts,
  routes: [
    // Reading, though posted: addresses and letters do not belong in the addresses that proxies log.
    handle(contract.lookUpMail, lookUp, { ownTransactions: true }),
    handle(
      contract.readSignature,
      async (ctx, { text, from }) => {
        requirePermission(ctx, 'companies.read');
        return readSignature(text, from);
      },
      { ownTransactions: true },
    ),
    handle(contract.mailState, readState),
    handle(contract.logMail, log),
    handle(contract.unlogMail, unlog),
    handle(contract.bindMail, bind),
    handle(contract.getMail, readMail),
    handle(contract.chooseMatch, choose),
    handle(contract.listMailRules, readRules),
    handle(contract.createMailRule, addRule),
    handle(contract.deleteMailRule, dropRule),
  ],
};
