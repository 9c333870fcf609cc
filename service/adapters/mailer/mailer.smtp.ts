import nodemailer from 'nodemailer';
import { networkFault, OutsideFault, within } from '../../kernel/outside';
import type { Mailer } from './mailer.port';

/** Milliseconds: less than a job's lease, so that nobody takes a letter over while it is being sent. */
const patience = 20_000;

/**
 * Sends through a mail server (RFC 5321). The letter's id becomes its Message-ID, by which a mailbox that receives it
 * twice can know it.
 */
export function smtpMailer({ url, from }: { url: string; from: string }): Mailer {
  const transport = nodemailer.createTransport(url, { from });
  const host = from.split('@')[1]!.replace(/>$/, '');
  return {
    standIn: false,
    send: async ({ id, to, subject, text, html, attachments = [] }) => {
      try {
        await within(
          patience,
          transport.sendMail({
            messageId: `<${id}@${host}>`,
            to: { name: to.name, address: to.address },
            subject,
            text,
            html,
            attachments: attachments.map(({ name, path }) => ({ filename: name, path })),
            headers: { 'Auto-Submitted': 'auto-generated' },
          }),
        );
      } catch (error) {
        throw smtpFault(error);
      }
    },
  };
}

function smtpFault(error: unknown): OutsideFault {
  const { responseCode, message, command } = (error ?? {}) as {
    responseCode?: number;
    message?: string;
    command?: string;
  };
  // It never got as far as speaking: nothing was sent.
  if (!responseCode && command === 'CONN') return new OutsideFault('busy', message ?? 'no connection', 30);
  if (!responseCode) return networkFault(error);
  // 4yz is a transient negative reply, 5yz a permanent one (RFC 5321, 4.2.1).
  return responseCode < 500
    ? new OutsideFault('busy', message ?? String(responseCode), 60)
    : new OutsideFault('refused', message ?? String(responseCode));
}
