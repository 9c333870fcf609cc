import { answerOf, itemOf, letter, standingOutlook } from '../test/standing-outlook';
import type { attendeeAppointment, organizerAppointment } from './appointment';
import type { composeMessage } from './compose-message';
import { noFaults } from './faults';
import type { readMessage } from './read-message';

type Read = ReturnType<typeof readMessage>;
type Compose = ReturnType<typeof composeMessage>['item'];

/** Items as the pane asks them. Answers come as fast as they can here. */
const faults = { ...noFaults, latencyMs: 0 };
const attachments = [
  { id: 'a', name: 'Счёт.pdf', contentType: 'application/pdf', size: 10, inline: false },
  { id: 'b', name: 'Письмо.eml', contentType: 'message/rfc822', size: 10, inline: false },
];
const standing = (
  letters = [letter('first', { attachments }), letter('second'), letter('secret', { encrypted: true })],
) => standingOutlook({ letters }, { start: { faults } });

describe('a letter open for reading', () => {
  test('tells who, what and when at once', () => {
    const { outlook, office } = standing();
    outlook.open('first');
    expect(itemOf<Read>(office)).toMatchObject({
      itemType: office.MailboxEnums.ItemType.Message,
      itemClass: 'IPM.Note',
      itemId: 'first',
      internetMessageId: '<first@romashka.example>',
      conversationId: 'thread-first',
      subject: 'RE: Письмо first',
      normalizedSubject: 'Письмо first',
      from: { emailAddress: 'ivanova@romashka.example', displayName: 'Иванова Анна' },
      to: [{ emailAddress: 'anna@ryadom.example' }],
      dateTimeCreated: new Date('2026-03-12T08:00:00Z'),
      attachments: [
        { id: 'a', attachmentType: 'file', isInline: false },
        { id: 'b', attachmentType: 'item' },
      ],
    });
  });

  test('answers later with its text, files and headers, and hands the context back', async () => {
    const { outlook, office } = standing();
    outlook.open('first');
    const item = itemOf<Read>(office);
    const { Text, Html } = office.CoercionType;
    expect(await answerOf((done) => item.body.getAsync(Text, { asyncContext: 7 }, done))).toEqual({
      status: 'succeeded',
      value: 'Текст first',
      error: undefined,
      asyncContext: 7,
    });
    expect((await answerOf((done) => item.body.getAsync(Html, done))).value).toBe('<p>Текст first</p>');
    expect((await answerOf((done) => item.getAttachmentContentAsync('a', done))).value).toEqual({
      content: btoa('bytes of a'),
      format: office.MailboxEnums.AttachmentContentFormat.Base64,
    });
    expect((await answerOf((done) => item.getAttachmentContentAsync('b', done))).value).toMatchObject({
      content: 'bytes of b',
      format: 'eml',
    });
    expect((await answerOf((done) => item.getAttachmentContentAsync('none', done))).error).toMatchObject({
      code: 9003,
    });
    expect((await answerOf((done) => item.getAllInternetHeadersAsync(done))).value).toBe(
      'message-id: <first@romashka.example>\r\n',
    );
  });

  test('a protected one keeps its text to itself', async () => {
    const { outlook, office } = standing();
    outlook.open('secret');
    expect(await answerOf((done) => itemOf<Read>(office).body.getAsync('text', done))).toMatchObject({
      status: office.AsyncResultStatus.Failed,
      error: { code: 9020 },
    });
  });

  test('calls fail that are told to, and take their time', async () => {
    const { outlook, office } = standing();
    outlook.open('first');
    const item = itemOf<Read>(office);
    outlook.setFaults({ failing: ['body.getAsync'] });
    expect((await answerOf((done) => item.body.getAsync('text', done))).status).toBe('failed');
    expect((await answerOf((done) => item.categories.getAsync(done))).status).toBe('succeeded');
    outlook.setFaults({ failing: ['*'] });
    expect((await answerOf((done) => item.categories.getAsync(done))).status).toBe('failed');
  });

  test('a call of the former letter may be answered by the open one', async () => {
    const { outlook, office } = standing();
    outlook.open('first');
    const former = itemOf<Read>(office);
    outlook.open('second');
    const text = () => answerOf<string>((done) => former.body.getAsync('text', done));
    expect((await text()).value).toBe('Текст first');
    outlook.setFaults({ answersFromCurrent: true });
    expect((await text()).value).toBe('Текст second');
  });

  test('its categories are the mailbox’s: known to it, and seen in the list', async () => {
    const { outlook, office } = standing();
    outlook.open('first');
    const { categories } = itemOf<Read>(office);
    await answerOf((done) => categories.addAsync(['Рядом'], done));
    expect(outlook.categoriesOf('first')).toEqual([]);
    const crm = { displayName: 'Рядом', color: 'Preset7' };
    await answerOf((done) => office.context.mailbox.masterCategories.addAsync([crm], done));
    await answerOf((done) => categories.addAsync(['Рядом'], done));
    expect(outlook.categoriesOf('first')).toEqual([crm]);
    await answerOf((done) => categories.removeAsync(['Рядом'], done));
    expect((await answerOf((done) => categories.getAsync(done))).value).toEqual([]);
  });
});

describe('several letters', () => {
  test('are told together and loaded one by one', async () => {
    const { outlook, office } = standing();
    const { mailbox } = office.context;
    outlook.select(['first', 'second']);
    const { value } = await answerOf<{ itemId: string }[]>((done) => mailbox.getSelectedItemsAsync(done));
    expect(value).toMatchObject([
      { itemId: 'first', hasAttachment: true, internetMessageId: '<first@romashka.example>' },
      { itemId: 'second', hasAttachment: false },
    ]);
    const load = (id: string) =>
      answerOf<Read & { unloadAsync: (done: unknown) => void }>((done) => mailbox.loadItemByIdAsync(id, done));
    const first = await load('first');
    expect(first.value!.subject).toBe('RE: Письмо first');
    expect((await load('second')).status).toBe('failed');
    await answerOf((done) => first.value!.unloadAsync(done));
    expect((await load('second')).status).toBe('succeeded');
  });
});

describe('a letter being written', () => {
  test('is asked by calls, tells of new recipients, and carries headers', async () => {
    const { outlook, office } = standing();
    outlook.compose({ subject: 'Предложение' });
    const item = itemOf<Compose>(office);
    const changed: object[] = [];
    await answerOf((done) =>
      item.addHandlerAsync(office.EventType.RecipientsChanged, (event) => changed.push(event as object), done),
    );
    outlook.state().draft!.change({ to: [{ address: 'ivanova@romashka.example', name: 'Иванова' }] });
    outlook.state().draft!.change({ text: 'Добрый день!' });
    expect(changed).toMatchObject([{ changedRecipientFields: { to: true, cc: false } }]);
    const said = async <T>(start: (done: never) => void) => (await answerOf<T>(start as never)).value;
    expect(await said(item.to.getAsync)).toMatchObject([{ emailAddress: 'ivanova@romashka.example' }]);
    expect(await said(item.subject.getAsync)).toBe('Предложение');
    expect(await said(item.from.getAsync)).toMatchObject({ emailAddress: 'anna@ryadom.example' });
    expect(await said((done) => item.body.getAsync('text', done))).toBe('Добрый день!');

    await answerOf((done) => item.internetHeaders.setAsync({ 'X-Ryadom-Log': '42' }, done));
    expect(await said((done) => item.internetHeaders.getAsync(['x-ryadom-log', 'x-other'], done))).toEqual({
      'x-ryadom-log': '42',
    });
    await answerOf((done) => item.sessionData.setAsync('ryadom-log', '{}', done));
    expect(await said((done) => item.sessionData.getAsync('ryadom-log', done))).toBe('{}');
    await answerOf((done) => item.sessionData.removeAsync('ryadom-log', done));
    expect(await answerOf((done) => item.sessionData.getAsync('ryadom-log', done))).toMatchObject({
      error: { code: 9020, name: 'KeyNotFound' },
    });
    await answerOf((done) => item.to.setAsync(['p@x.example'], done));
    expect(outlook.state().draft!.state.to).toEqual([{ address: 'p@x.example', name: '' }]);
  });
});

describe('a meeting', () => {
  test('somebody else’s is read at once, one’s own is asked', async () => {
    const { outlook, office } = standing();
    outlook.open('theirs');
    expect(itemOf<ReturnType<typeof attendeeAppointment>>(office)).toMatchObject({
      itemType: 'appointment',
      organizer: { emailAddress: 'ivanova@romashka.example' },
      start: new Date('2026-03-11T08:00:00Z'),
      subject: 'Показ',
    });
    outlook.open('own');
    const own = itemOf<ReturnType<typeof organizerAppointment>>(office);
    expect((await answerOf((done) => own.start.getAsync(done))).value).toEqual(new Date('2026-03-11T08:00:00Z'));
    expect((await answerOf((done) => own.requiredAttendees.getAsync(done))).value).toHaveLength(2);
    expect(own).not.toHaveProperty('itemId');
  });
});
