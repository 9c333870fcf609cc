import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readEml } from './read-eml';

/**
 * Copies of the project's collected letters: our own, and of nodemailer/mailparser and Webklex/php-imap (MIT). A clone
 * without the collection tests the copies; where the collection is, it must hold nothing that is not tested here.
 */
const copies = resolve(__dirname, 'samples');
const collection = resolve(process.env.SAMPLES_DIR ?? resolve(__dirname, '../../../shared/samples'), 'mail');

interface Expected {
  subject: string;
  /** `name <address>` of the sender, then of each receiver. */
  people: string[];
  text: string;
  /** Name and size. */
  attachments?: [string, number][];
}

const testov = 'Тестов Иван <ivan.testov@example.org>';
const romashka = 'Отдел закупок ООО «Ромашка» <zakupki@example.com>';
const order = 'Добрый день!\n\nПросим выставить счёт на 10 лицензий, ИНН 7707083893.\nС уважением,\nОтдел закупок';
const garden = '☆第132号　「ガーデン&エクステリア」専門店のためのＱ&Ａサロン　【月刊エクステリア・ワーク】';

const expected: Record<string, Expected> = {
  '01_koi8r_base64.eml': {
    subject: 'Запрос счета N 15',
    people: ['Отдел закупок <zakupki@example.com>', testov],
    text: 'Добрый день!\nПросим выставить счет на 10 лицензий.',
  },
  '02_cp1251_qp.eml': { subject: 'Счёт на оплату № 15 от 02.03.2026', people: [romashka, testov], text: order },
  '05_multipart_rfc2231_continuation.eml': {
    subject: 'Документы',
    people: [romashka, testov],
    text: order,
    attachments: [
      ['Счёт №15 от 02.03.2026.pdf', 68],
      ['Прайс.xlsx', 22],
    ],
  },
  '06_ndr_550_exchange.eml': {
    subject: 'Не удается доставить: Рассылка',
    people: ['Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.org>', testov],
    text: [
      'Сообщение не доставлено.',
      'Reporting-MTA: dns;mx.example.org',
      '',
      'Final-recipient: RFC822;no-such@example.com',
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp;550 5.1.1 User unknown',
    ].join('\n'),
    attachments: [['message.eml', 59]],
  },
  '07_meeting_request_calendar_part.eml': {
    subject: 'Демонстрация продукта',
    people: [romashka, testov],
    text: 'Приглашение',
  },
  '08_autoreply_out_of_office.eml': {
    subject: 'Автоматический ответ: Коммерческое предложение',
    people: [romashka, testov],
    text: 'Я в отпуске до 10.03.',
  },
  'mailparser_delivery-status.eml': {
    subject: 'Delivery Status Notification (Failure)',
    people: ['MAILER-DAEMON@amazonses.com', 'xxxxx@gmail.com'],
    text: [
      'An error occurred while trying to deliver the mail to the following recipients:',
      'xxxx@xxxx.com',
      'Reporting-MTA: dns; amazonses.com',
      '',
      'Action: failed',
      'Remote-MTA: dns; amazonses.com',
      'Final-Recipient: rfc822; xxxx@xxxx.com',
      'Diagnostic-Code: Amazon SES did not send the message to this address because it is on the suppression list for your account. For more information about removing addresses from the suppression list, see the Amazon SES Developer Guide at https://docs.aws.amazon.com/ses/latest/DeveloperGuide/sending-email-suppression-list.html',
      'Status: 5.1.1',
    ].join('\n'),
    attachments: [['message.eml', 1024]],
  },
  'mailparser_mixed.eml': {
    subject: '',
    people: [],
    text: 'This e-mail message has been scanned for Viruses and Content and cleared\n\nGood Morning;',
  },
  'mailparser_nested.eml': {
    subject: '',
    people: ['u@example.com'],
    text: 'Dear Sir,\n\nGood evening.\n\nThe footer',
  },
  'webklex_attachment_encoded_filename.eml': {
    subject: '',
    people: [],
    text: '',
    attachments: [['Prostřeno_2014_poslední volné termíny.xls', 108]],
  },
  'webklex_embedded_email.eml': {
    subject: 'embedded message',
    people: ['demo@cerstor.cz', 'demo@cerstor.cz'],
    text: 'email that contains embedded message',
    attachments: [['demo.eml', 865]],
  },
  'webklex_example_bounce.eml': {
    subject: 'Mail delivery failed',
    people: ['Mail Delivery System <Mailer-Daemon@sslproxy01.your-server.de>', 'demo@foo.de'],
    text: [
      'This message was created automatically by mail delivery software.',
      '',
      'A message sent by',
      '',
      '  <info@foo.de>',
      '',
      'could not be delivered to one or more of its recipients. The following',
      'address(es) failed:',
      '',
      '  ding@ding.de',
      '    host 36.143.65.153 [36.143.65.153]',
      '    SMTP error from remote mail server after pipelined end of data:',
      '    550-Verification failed for <info@foo.de>',
      '    550-Unrouteable address',
      '    550 Sender verify failed',
      '',
      'Reporting-MTA: dns; sslproxy01.your-server.de',
      '',
      'Action: failed',
      'Final-Recipient: rfc822;ding@ding.de',
      'Status: 5.0.0',
      'Remote-MTA: dns; 36.143.65.153',
      'Diagnostic-Code: smtp; 550-Verification failed for <info@foo.de>',
      ' 550-Unrouteable address',
      ' 550 Sender verify failed',
    ].join('\n'),
    attachments: [['message.eml', 760]],
  },
  // What stands before the first boundary is no part of the letter (RFC 2046, 5.1.1).
  'webklex_issue-410.eml': {
    subject: garden,
    people: ['from@there.com', 'to@here.com'],
    text: '',
    attachments: [[garden, 3]],
  },
  'webklex_references.eml': {
    subject: '',
    people: ['no_host <>', 'This one: is "right" <ding@dong.com>', 'No-address <>'],
    text: 'Hi\nHow are you?',
  },
  'webklex_thread_my_topic.eml': { subject: 'Nuu', people: ['from@there.com', 'to@here.com'], text: 'Hi' },
  'webklex_thread_re_my_topic.eml': { subject: 'Re: Nuu', people: ['from@there.com', 'to@here.com'], text: 'Hi' },
  'webklex_undefined_charset_header.eml': {
    subject: 'Submit your tax refund | Australian Taxation Office.',
    people: ['myGov <info@bla.bla>', 'sales@bla.bla'],
    text: ')',
  },
};

const read = (name: string) => readEml(readFileSync(join(copies, name)), 'letter');

describe('the collected letters', () => {
  test.each(Object.entries(expected))('%s reads right', async (name, { subject, people, text, attachments = [] }) => {
    const { letter, files } = await read(name);
    expect({
      subject: letter.subject,
      people: [...(letter.from ? [letter.from] : []), ...letter.to, ...letter.cc].map((person) =>
        person.name ? `${person.name} <${person.address}>` : person.address,
      ),
      text: letter.text,
      attachments: letter.attachments.map((file) => [file.name, file.size]),
    }).toEqual({ subject, people, text, attachments });
    expect(files.map((file) => file.length)).toEqual(letter.attachments.map(({ size }) => size));
  });

  test('all of them are tested, those of the collection too where it is at hand', () => {
    const known = Object.keys(expected).sort();
    expect(readdirSync(copies).sort()).toEqual(known);
    const collected = existsSync(collection)
      ? readdirSync(collection, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.eml'))
      : known;
    expect(collected.map((name) => name.split(/[\\/]/).at(-1)).sort()).toEqual(known);
    for (const name of existsSync(collection) ? collected : [])
      expect(readFileSync(join(collection, name))).toEqual(readFileSync(join(copies, name.split(/[\\/]/).at(-1)!)));
  });

  test('what kind of letter it is', async () => {
    const kinds = Object.fromEntries(
      await Promise.all(Object.keys(expected).map(async (name) => [name, (await read(name)).letter.itemClass])),
    );
    expect(kinds).toMatchObject({
      '01_koi8r_base64.eml': 'IPM.Note',
      '06_ndr_550_exchange.eml': 'REPORT.IPM.Note.NDR',
      '07_meeting_request_calendar_part.eml': 'IPM.Schedule.Meeting.Request',
      '08_autoreply_out_of_office.eml': 'IPM.Note.Rules.OofTemplate.Microsoft',
      'mailparser_delivery-status.eml': 'REPORT.IPM.Note.NDR',
    });
  });

  test('an invitation says when, in the zone Exchange names', async () => {
    expect((await read('07_meeting_request_calendar_part.eml')).letter.invitation).toEqual({
      start: '2026-03-20T11:00:00.000Z',
      end: '2026-03-20T12:00:00.000Z',
      location: '',
    });
  });

  test('an answer stands in the thread of the first letter', async () => {
    const first = (await read('webklex_thread_my_topic.eml')).letter;
    expect((await read('webklex_thread_re_my_topic.eml')).letter.conversationId).toBe(first.conversationId);
  });
});

describe('what letters do besides', () => {
  const letter = async (...lines: string[]) => (await readEml(Buffer.from(lines.join('\r\n')), 'letter')).letter;

  test('a letter in HTML alone has a text', async () => {
    const { text } = await letter(
      'Content-Type: text/html; charset=utf-8',
      '',
      '<style>p{}</style><p>Добрый&nbsp;день!</p>Цена &lt; 5&#8381;<br>Ждём',
    );
    expect(text).toBe('Добрый день!\n\nЦена < 5₽\nЖдём');
  });

  test('a letter of several bytes cut between two encoded words is whole again', async () => {
    expect((await letter('Subject: =?utf-8?Q?=D0?= =?utf-8?Q?=AF?=', '')).subject).toBe('Я');
  });

  test('headers in eight bits without any encoding are read', async () => {
    expect(await letter('Subject: Счёт', '', 'текст')).toMatchObject({ subject: 'Счёт', text: 'текст' });
  });

  test.each([
    ['nothing', ''],
    ['no end', 'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nhi'],
    ['a boundary that says nothing', 'Content-Type: multipart/mixed\r\n\r\nhi'],
    ['a thousand parts in each other', 'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n'.repeat(1000)],
    ['a quote that never ends', 'Content-Disposition: attachment; filename="a\\\r\n\r\n'],
  ])('%s is survived', async (_title, raw) => {
    expect((await readEml(Buffer.from(raw), 'letter')).letter.id).toBe('letter');
  });
});
