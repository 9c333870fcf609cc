import { foldText } from '../../kernel/search-text';

/** How a field's value is written into a cell. Money comes in kopecks, a share in whole percents. */
export type FieldKind = 'text' | 'number' | 'money' | 'percent' | 'date';

export interface Field {
  name: string;
  kind: FieldKind;
  /** What customers call it in their own samples. */
  also?: readonly string[];
}

const text = (name: string, ...also: string[]): Field => ({ name, kind: 'text', also });
const number = (name: string, ...also: string[]): Field => ({ name, kind: 'number', also });
const money = (name: string, ...also: string[]): Field => ({ name, kind: 'money', also });
const percent = (name: string, ...also: string[]): Field => ({ name, kind: 'percent', also });
const date = (name: string, ...also: string[]): Field => ({ name, kind: 'date', also });

/** Said once in a report. */
export const singleFields: Field[] = [
  date('period_from', 'с', 'начало', 'дата с', 'from'),
  date('period_to', 'по', 'конец', 'дата по', 'to'),
  text('period', 'период'),
  text('manager', 'менеджер', 'менеджеры', 'ответственный'),
  date('today', 'сегодня', 'дата отчёта', 'дата'),
  text('author', 'составил', 'автор'),
  number('count', 'количество', 'всего сделок'),
  money('sum_total', 'итого', 'сумма итого', 'всего'),
];

const n = number('n', '№', '№ п/п', 'номер по порядку', 'пп');
const company = [
  text('company', 'контрагент', 'компания', 'клиент', 'заказчик', 'организация'),
  text('inn', 'инн'),
  text('city', 'город'),
];
const manager = text('manager', 'менеджер', 'ответственный', 'сотрудник');

/** Repeated for each row of a list. `rows` in a template is whichever list the report is about. */
export const listFields = {
  deals: [
    n,
    ...company,
    text('number', 'номер'),
    text('deal', 'сделка', 'предмет', 'запрос', 'наименование'),
    date('day', 'дата', 'дата запроса'),
    text('stage', 'этап', 'статус'),
    text('stage_comment', 'комментарий'),
    money('sum', 'сумма', 'стоимость', 'цена контракта'),
    money('vat', 'ндс', 'в т.ч. ндс', 'в том числе ндс'),
    date('closed', 'дата закрытия', 'закрыта', 'закрыто'),
    text('contract', 'договор', 'договор №'),
    text('invoice', 'счет', 'счет №'),
    text('delivery', 'доставка'),
    manager,
  ],
  offers: [
    n,
    ...company,
    text('number', 'номер', 'кп'),
    date('day', 'дата'),
    text('type', 'тип', 'тип оборудования', 'оборудование'),
    text('status', 'статус', 'состояние'),
    money('sum', 'сумма'),
    money('margin', 'маржа'),
    percent('probability', 'вероятность'),
    money('weighted', 'взвешенно', 'прогноз'),
    date('valid_until', 'действует до', 'срок'),
    date('expected', 'закупка', 'дата закупки', 'ожидается'),
    text('reason', 'причина'),
    date('closed', 'дата закрытия'),
    manager,
  ],
  kpi: [
    n,
    manager,
    number('calls', 'звонки', 'звонков'),
    number('calls_norm', 'норма звонков', 'план звонков'),
    number('meetings', 'встречи', 'встреч'),
    number('meetings_norm', 'норма встреч', 'план встреч'),
    number('offers', 'предложения', 'предложений', 'кп'),
    number('offers_norm', 'норма предложений', 'норма кп'),
    number('companies', 'компаний', 'компании'),
    number('base', 'база'),
    number('processed', 'обработано'),
    percent('processed_percent', 'база %', '% базы', 'процент обработки базы'),
    number('untouched', 'не тронуто'),
    money('offers_sum', 'сумма предложений', 'сумма кп'),
    number('won', 'выиграно'),
    money('won_sum', 'продажи', 'сумма продаж', 'выручка'),
    money('won_margin', 'маржа'),
    number('deals', 'запросы', 'запросов', 'сделок'),
  ],
  stages: [
    n,
    text('stage', 'этап'),
    number('count', 'количество', 'кол-во', 'кол-во сделок'),
    money('sum', 'сумма'),
    percent('conversion', 'конверсия', 'конверсия %'),
  ],
  forecast: [
    n,
    text('month', 'месяц'),
    manager,
    text('type', 'тип', 'тип оборудования', 'оборудование'),
    number('count', 'количество', 'кп'),
    money('sum', 'сумма', 'открыто'),
    money('weighted', 'ожидаем', 'прогноз', 'взвешенно'),
    money('margin', 'маржа'),
    money('won', 'выиграно', 'факт'),
    money('plan', 'план'),
  ],
  activities: [
    n,
    ...company,
    date('day', 'дата'),
    text('time', 'время'),
    text('kind', 'вид', 'действие'),
    text('contact', 'контакт', 'контактное лицо'),
    text('outcome', 'результат', 'итог'),
    text('note', 'заметка', 'комментарий'),
    manager,
  ],
} satisfies Record<string, Field[]>;

export type ListName = keyof typeof listFields;
export const listNames = Object.keys(listFields) as ListName[];

/** As tags are compared: case, ё, spaces and punctuation make no other tag. */
export const tagKey = (tag: string): string =>
  foldText(tag)
    .replace(/[^\p{L}\p{N}%№#]+/gu, ' ')
    .trim();

/** The field a tag of a template means: by its name, or by a usual word of customers. */
export function fieldOf(tag: string, fields: readonly Field[]): Field | null {
  const key = tagKey(tag);
  return (
    fields.find(({ name }) => tagKey(name) === key) ??
    fields.find(({ also = [] }) => also.some((word) => tagKey(word) === key)) ??
    null
  );
}

/** The list a block's tag means. */
export const listOf = (tag: string, main: ListName): ListName | null => {
  const key = tagKey(tag);
  if (key === 'rows' || key === 'строки') return main;
  return listNames.find((name) => name === key) ?? listWords[key] ?? null;
};

const listWords: Record<string, ListName> = {
  сделки: 'deals',
  запросы: 'deals',
  предложения: 'offers',
  кп: 'offers',
  менеджеры: 'kpi',
  показатели: 'kpi',
  этапы: 'stages',
  воронка: 'stages',
  прогноз: 'forecast',
  действия: 'activities',
  звонки: 'activities',
};
