import { createOutlook } from '../../outlook/create-outlook';
import { paneWidths, type OutlookState } from '../../outlook/outlook-state';
import { accountOf, readAccounts, readAttachment, readMailbox } from '../shared/ask';
import { mount } from '../shared/mount';
import { language } from '../shared/TextsProvider';
import { Failed } from '../shared/Failed';
import { OutlookPage } from './OutlookPage';

/** How the page looks at first may stand in its address: what is changed later is not kept. */
function fromAddress(): Partial<OutlookState> {
  const width = paneWidths.find((known) => String(known) === new URLSearchParams(window.location.search).get('pane'));
  return width ? { paneWidth: width } : {};
}

async function start(): Promise<void> {
  const accounts = await readAccounts();
  const account = accountOf(accounts);
  if (!account) throw new Error('nobody');
  const outlook = createOutlook(await readMailbox(account.address), {
    language: language === 'en' ? 'en-US' : 'ru-RU',
    attachment: readAttachment,
    openBrowserWindow: (url) => void window.open(url, '_blank', 'noopener'),
    start: fromAddress(),
  });
  // For the stand-in of Office.js in the frames, and for tests.
  window.ryadomMailbox = outlook;
  mount(<OutlookPage outlook={outlook} accounts={accounts} />);
}

start().catch(() => mount(<Failed />));
