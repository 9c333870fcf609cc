import type { Deps } from '../../service/kernel/context';
import { makeDemoMailboxes } from './demo-mailboxes';
import type { Account, Mailbox } from './letter';
import { readSampleLetters } from './sample-letters';

export interface Mailboxes {
  accounts: Account[];
  byAddress: Map<string, Mailbox>;
  /** Bytes of attachments by their id. */
  files: Map<string, Buffer>;
}

/** Everybody’s demo letters; the samples, when there are some, lie in everybody’s mailbox in a folder of their own. */
export async function makeMailboxes(deps: Deps, samplesFolder: string | null): Promise<Mailboxes> {
  const { accounts, mailboxes, files } = await makeDemoMailboxes(deps);
  const samples = await readSampleLetters(samplesFolder);
  for (const { letter, files: contents } of samples)
    letter.attachments.forEach(({ id }, index) => files.set(id, contents[index]!));
  const byAddress = new Map(
    accounts.map(({ login, address }) => {
      const mailbox = mailboxes.get(login)!;
      return [
        address.toLowerCase(),
        { ...mailbox, letters: [...mailbox.letters, ...samples.map(({ letter }) => letter)] },
      ];
    }),
  );
  return { accounts, byAddress, files };
}
