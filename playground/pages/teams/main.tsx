import { accountOf, readAccounts } from '../shared/ask';
import { Failed } from '../shared/Failed';
import { mount } from '../shared/mount';
import { TeamsPage } from './TeamsPage';

async function start(): Promise<void> {
  const accounts = await readAccounts();
  const account = accountOf(accounts);
  if (!account) throw new Error('nobody');
  mount(<TeamsPage accounts={accounts} account={account} />);
}

start().catch(() => mount(<Failed />));
