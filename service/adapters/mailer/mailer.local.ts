import type { Mailer, OutgoingLetter } from './mailer.port';

export interface StandInMailer extends Mailer {
  readonly standIn: true;
  /** The letters written so far, the latest last; the oldest are forgotten. */
  readonly letters: readonly OutgoingLetter[];
}

const most = 500;

/** A post office of the demo: it keeps the letters for the playground to show, and sends nothing anywhere. */
export function localMailer(): StandInMailer {
  const letters: OutgoingLetter[] = [];
  return {
    standIn: true,
    letters,
    send: async (letter) => {
      letters.push(letter);
      if (letters.length > most) letters.shift();
    },
  };
}
