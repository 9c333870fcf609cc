import { anna, customer, letter, standingOutlook } from '../test/standing-outlook';
import { readRecipients, writeRecipients } from './sent-letter';

test('a letter that is opened is read, and its folder is shown', () => {
  const { outlook } = standingOutlook({ letters: [letter('first'), letter('sent', { folder: 'sent' })] });
  outlook.open('first');
  expect(outlook.state().letters[0]!.read).toBe(true);
  outlook.open('sent');
  expect(outlook.state()).toMatchObject({ folder: 'sent', chosen: ['sent'] });
  expect(() => outlook.open('none')).toThrow('none');
});

test('an answer goes to the sender, to all with the others, and stays in the thread', () => {
  const boris = { address: 'boris@ryadom.example', name: 'Борис Лугов' };
  const { outlook } = standingOutlook({ letters: [letter('first', { cc: [boris] })] });
  outlook.reply(outlook.letters()[0]!, false);
  expect(outlook.state().draft!.state).toMatchObject({
    to: [customer],
    cc: [],
    subject: 'RE: Письмо first',
    text: '\n\n> Текст first',
  });
  outlook.reply(outlook.letters()[0]!, true);
  expect(outlook.state().draft!).toMatchObject({ conversationId: 'thread-first', state: { cc: [boris] } });
});

test('a letter that the add-in lets go lies in «Sent» with an id and the headers it set', async () => {
  const { outlook } = standingOutlook();
  outlook.reply(outlook.letters()[0]!, false);
  outlook.state().draft!.headers.set('x-ryadom-log', '42');
  await outlook.send(async () => null);
  expect(outlook.state()).toMatchObject({ draft: null, sending: false });
  expect(outlook.letters()[0]).toMatchObject({
    folder: 'sent',
    from: anna,
    internetMessageId: '<uuid-2@ryadom.example>',
    conversationId: 'thread-first',
    headers: { 'x-ryadom-log': '42', 'in-reply-to': '<first@romashka.example>' },
  });
});

test('a letter that the add-in refuses stays open with its reason; an add-in that breaks stops nothing', async () => {
  const { outlook } = standingOutlook();
  outlook.compose();
  await outlook.send(async () => 'Нет получателя');
  expect(outlook.state()).toMatchObject({ refusal: 'Нет получателя', sending: false });
  expect(outlook.state().draft).not.toBeNull();
  await outlook.send(async () => {
    throw new Error('broken');
  });
  expect(outlook.state().draft).toBeNull();
});

test('on a telephone nothing is written', () => {
  const { outlook } = standingOutlook();
  outlook.compose();
  outlook.setClient('mobile');
  expect(outlook.state().draft).toBeNull();
  outlook.compose();
  expect(outlook.state().draft).toBeNull();
});

test('recipients are read as they are typed', () => {
  const people = readRecipients('Иванова Анна <ivanova@romashka.example>; p@x.example,');
  expect(people).toEqual([customer, { address: 'p@x.example', name: '' }]);
  expect(readRecipients(writeRecipients(people))).toEqual(people);
});
