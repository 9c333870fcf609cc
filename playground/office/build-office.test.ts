import { answerOf, standingOutlook } from '../test/standing-outlook';
import type { ClientName } from './clients';
import { noFaults } from './faults';

const start = { faults: { ...noFaults, latencyMs: 0 } };

test('says where it runs', async () => {
  const { office } = standingOutlook({}, { start: { ...start, client: 'classic' } });
  expect(await office.onReady()).toEqual({ host: 'Outlook', platform: 'PC' });
  expect(office.context).toMatchObject({
    displayLanguage: 'ru-RU',
    mailbox: { userProfile: { emailAddress: 'anna@ryadom.example' }, diagnostics: { hostName: 'Outlook' } },
  });
});

test.each<[ClientName, string, boolean]>([
  ['classic', '1.15', true],
  ['web', '1.13', true],
  ['mobile', '1.5', true],
  ['mobile', '1.8', false],
  ['new', '2.0', false],
])('%s has Mailbox %s: %s', (client, version, known) => {
  const { office } = standingOutlook({}, { start: { ...start, client } });
  expect(office.context.requirements.isSetSupported('Mailbox', version)).toBe(known);
  expect(office.context.requirements.isSetSupported('NestedAppAuth', '1.1')).toBe(false);
});

test('a new theme is told with its colours; a pane may go on seeing the old one', async () => {
  const { outlook, office } = standingOutlook({}, { start });
  const told: object[] = [];
  await answerOf((done) =>
    office.context.mailbox.addHandlerAsync(
      office.EventType.OfficeThemeChanged,
      (event) => told.push(event as object),
      done,
    ),
  );
  outlook.change({ theme: 'black' });
  expect(told).toMatchObject([{ officeTheme: { bodyBackgroundColor: '#212121' } }]);
  expect(office.context.officeTheme.bodyBackgroundColor).toBe('#212121');
  outlook.setFaults({ staleTheme: true });
  expect(office.context.officeTheme.bodyBackgroundColor).toBe('#F3F2F1');
});

test('a dialog of ours opens in its playground’s edition, tells its parent, and is closed by either', async () => {
  const { outlook, office } = standingOutlook({}, { start });
  const { ui } = office.context;
  type Dialog = { addEventHandler(type: string, handler: (event: object) => void): void; close(): void };
  const open = (url: string) => answerOf<Dialog>((done) => ui.displayDialogAsync(url, { height: 60, width: 30 }, done));
  expect((await open('https://evil.example/x.html')).error).toMatchObject({ code: 12004 });

  const { value } = await open('/outlook-addin/sign-in.html?state=1');
  expect(outlook.state().dialog).toEqual({
    url: 'https://crm.example/playground/sign-in.html?state=1',
    height: 60,
    width: 30,
  });
  expect((await open('/outlook-addin/sign-in.html')).error).toMatchObject({ code: 12007 });
  const told: object[] = [];
  for (const type of [office.EventType.DialogMessageReceived, office.EventType.DialogEventReceived])
    value!.addEventHandler(type, (event) => told.push(event));
  ui.messageParent('{"token":"t"}');
  outlook.closeDialog();
  expect(told).toEqual([{ message: '{"token":"t"}', origin: 'https://crm.example' }, { error: 12006 }]);

  const second = await open('/outlook-addin/sign-in.html');
  second.value!.close();
  expect(outlook.state().dialog).toBeNull();
});

test('a new letter is begun for the add-in', async () => {
  const { outlook, office } = standingOutlook({}, { start });
  await answerOf((done) =>
    office.context.mailbox.displayNewMessageFormAsync(
      { toRecipients: ['p@x.example'], subject: 'Счёт', htmlBody: '<p>Добрый день!</p>' },
      done,
    ),
  );
  expect(outlook.state().draft!.state).toMatchObject({
    to: [{ address: 'p@x.example' }],
    subject: 'Счёт',
    text: 'Добрый день!',
  });
});
