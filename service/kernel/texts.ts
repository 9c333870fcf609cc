import { z } from 'zod';
import type { Locale } from './context';
import type { Registered } from './module';

/** The kernel's own words; modules bring theirs. `{name}` is filled from the details of the refusal. */
const kernel: Record<Locale, Record<string, string>> = {
  ru: {
    notFound: 'Такой записи нет или она вам не видна.',
    forbidden: 'На это у вас нет прав.',
    unauthenticated: 'Нужно войти.',
    invalid: 'Проверьте поля: {list}.',
    stale: 'Запись успели изменить. Посмотрите, что изменилось, и сохраните ещё раз.',
    tooMany: 'Слишком много попыток. Подождите {retryAfter} с.',
    unavailable: 'Сервис сейчас недоступен. Попробуйте ещё раз через минуту.',
    internal: 'Внутренняя ошибка. Ничего не записано; номер для администратора: {changeId}.',
    badJson: 'Тело запроса — не JSON.',
    tooLarge: 'Слишком большой запрос.',
    crossSite: 'Запрос пришёл не с нашей страницы.',
    'paging.cursor': 'не продолжение этого списка',
    'undo.nothing': 'Отменять нечего: такого действия нет.',
    'undo.tooLate': 'Отменить уже нельзя: прошло больше {minutes} минут.',
    'undo.changedSince': 'Отменить нельзя: запись после этого изменили.',
  },
  en: {
    notFound: 'There is no such record, or you may not see it.',
    forbidden: 'You have no right to do this.',
    unauthenticated: 'Please sign in.',
    invalid: 'Please check: {list}.',
    stale: 'The record has been changed meanwhile. See what changed and save again.',
    tooMany: 'Too many attempts. Wait {retryAfter} s.',
    unavailable: 'The service is not available now. Try again in a minute.',
    internal: 'Internal error. Nothing was written; number for the administrator: {changeId}.',
    badJson: 'The request body is not JSON.',
    tooLarge: 'The request is too large.',
    crossSite: 'The request did not come from our page.',
    'paging.cursor': 'not a continuation of this list',
    'undo.nothing': 'Nothing to undo: there is no such action.',
    'undo.tooLate': 'Too late to undo: more than {minutes} minutes have passed.',
    'undo.changedSince': 'Cannot undo: the record has been changed since.',
  },
};

/** A code's words, or the code itself when it has none. */
export function translate(
  modules: Registered,
  locale: Locale,
  code: string,
  details: Record<string, unknown> = {},
): string {
  const words = modules.texts[locale].get(code) ?? kernel[locale][code] ?? code;
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => (name in details ? String(details[name]) : whole));
}

const zodWords = { ru: z.locales.ru().localeError, en: z.locales.en().localeError };

/** Checks an input; faults come back as field → words in the reader's language. */
export function check<S extends z.ZodType>(
  modules: Registered,
  locale: Locale,
  schema: S,
  value: unknown,
): { data: z.output<S> } | { fields: Record<string, string> } {
  const result = schema.safeParse(value, { error: zodWords[locale], reportInput: false });
  if (result.success) return { data: result.data };
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues)
    fields[issue.path.join('.') || '_'] ??= translate(modules, locale, issue.message);
  return { fields };
}
