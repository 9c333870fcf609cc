import type { ActivityKind } from '../activities/activity-kinds';

/** Beginnings of words, both languages; a word is met when it begins so. */
const word = (...beginnings: string[]) => new RegExp(`(?<![\\p{L}])(?:${beginnings.join('|')})[\\p{L}]*`, 'iu');

/** What was done, by its verb. The first that is met wins, so the rarer ones come first. */
export const doneWords: readonly (readonly [ActivityKind, RegExp])[] = [
  [
    'negotiation',
    word('провел[аи]? переговор', 'переговорил', 'переговоры (?:прошли|провели|состоялись)', 'negotiated'),
  ],
  [
    'meeting',
    word(
      'встретил',
      'встречал',
      'съездил',
      'заехал',
      'приезжал',
      'приехал',
      'провел[аи]? встреч',
      'был[аи]? (?:на встрече|в офисе|у )',
      'встреча (?:прошла|состоялась|была|сорвалась|отменилась|не состоялась)',
      'met with',
      'met ',
      'visited',
      'had a meeting',
    ),
  ],
  [
    'email',
    word(
      'написал',
      'отправил',
      'выслал',
      'направил',
      'скинул',
      'ответил[аи]? на письмо',
      'получил[аи]? письмо',
      'emailed',
      'e-mailed',
      'sent',
      'wrote',
    ),
  ],
  [
    'call',
    word(
      'созвонил',
      'позвонил',
      'звонил',
      'прозвонил',
      'перезвонил',
      'дозвон',
      'недозвон',
      'набрал',
      'набирал',
      'разговаривал',
      'поговорил',
      'говорил',
      'пообщал',
      'общал',
      'обсудил',
      'связал[аи]?с',
      'звонок (?:был|прошел|состоялся|в |с )',
      'не (?:берет|берут|взял|отвеча|ответил|доступен|доступна)',
      'трубку не',
      'called',
      'phoned',
      'rang',
      'spoke',
      'talked',
      'reached',
      'no answer',
      'did ?n.?t answer',
      'could ?n.?t reach',
      'not reached',
    ),
  ],
];

/** Nobody was reached. */
export const notReached = word(
  'не дозвон',
  'недозвон',
  'не взял',
  'не бер[её]т',
  'не берут',
  'не отвеч',
  'не ответил',
  'трубку не',
  'недоступ',
  'не доступ',
  'нет на месте',
  'не было на месте',
  'не на месте',
  'не застал',
  'занято',
  'автоответчик',
  'сбросил',
  'не состоялась',
  'сорвалась',
  'отменилась',
  'no answer',
  'did ?n.?t answer',
  'could ?n.?t reach',
  'not reached',
  'not available',
  'voicemail',
  'busy',
);

/** What is to be done, by its word. */
export const nextWords: readonly (readonly [Exclude<ActivityKind, 'note'>, RegExp])[] = [
  [
    'meeting',
    word(
      'встретиться',
      'встретимся',
      'встречаемся',
      'встреч[ауи](?! прошла| состоялась| была| сорвалась)',
      'приехать',
      'приеду',
      'подъехать',
      'подъеду',
      'заехать',
      'заеду',
      'подъедут',
      'meet',
      'visit',
    ),
  ],
  [
    'email',
    word(
      'отправить',
      'отправлю',
      'выслать',
      'вышлю',
      'написать',
      'напишу',
      'направить',
      'send',
      'write',
      'e-?mail (?!ed)',
    ),
  ],
  ['negotiation', word('провести переговоры', 'переговоры (?:в|на|назнач)', 'negotiate')],
  [
    'call',
    word(
      'перезвонить',
      'перезвоню',
      'перезвоним',
      'перезвони',
      'перезвон',
      'позвонить',
      'позвоню',
      'позвоним',
      'позвонит',
      'звонить',
      'набрать',
      'наберу',
      'наберем',
      'созвониться',
      'созвонимся',
      'созвон',
      'связаться',
      'свяжусь',
      'свяжемся',
      'вернуться',
      'вернусь',
      'вернемся',
      'напомнить о себе',
      'следующий (?:контакт|звонок|раз|созвон)',
      'след (?:контакт|звонок)',
      'звонок на',
      'call (?:back|again|them|him|her|on|in|at|tomorrow|next)',
      'call',
      'follow ?up',
      'ring',
      'next (?:call|contact)',
      'get back',
    ),
  ],
];

/** There will be no next contact. */
export const noNext = word(
  'больше не (?:звонить|беспокоить|связываться|перезванивать)',
  'не (?:перезванивать|беспокоить)',
  'контактов больше не',
  'do ?n.?t call (?:again|back|any)',
  'no (?:further|more) (?:calls|contact)',
);

/** Where the name of a company or a person ends. */
export const afterName = new RegExp(
  `^(?:по|насч[её]т|про|о|об|обо|на|за|до|через|после|жд[уе]т|ждем|ждём|что|чтобы|чтоб|и|а|но|они|он|она|там|думает|думают|просил[аи]?|попросил[аи]?|хот[яе]т|хочет|сказал[аи]?|договорил[а-я]*|нужн[оаы]?|интересу[а-я]*|согласн[а-я]*|отказ[а-я]*|готов[а-я]*|обещал[аи]?|уточн[а-я]*|счет|счёт|кп|не|нет|без|сегодня|завтра|послезавтра|вчера|утром|вечером|днем|тема|about|on|and|they|he|she|who|wants?|asked|asks|waiting|will|at|in|tomorrow|today|yesterday|re|regarding|no|not|over|that|next|for|to)$`,
  'iu',
);

export const prepositions =
  /^(?:с|со|в|во|из|для|к|ко|от|у|до|компани[а-я]+|фирм[а-я]+|клиент[а-я]*|заказчик[а-я]*|with|to|from|at|of|company|client|the)$/iu;
