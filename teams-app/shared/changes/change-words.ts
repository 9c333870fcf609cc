import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { listColleagues } from '../../../service/modules/users/users.contract';
import { useOutcomeNames } from '../activity/use-outcomes';
import { moneyText, numberText } from '../format/money';
import { useRead } from '../queries';
import { i18n } from '../texts/i18n';
import { minutesText } from '../time/zone-time';
import { useMoments } from '../time/use-moments';

/** The service's own bookkeeping, of no use to a reader. */
const hidden = new Set([
  'companyId',
  'version',
  'createdAt',
  'updatedAt',
  'nameKey',
  'cityKey',
  'itemId',
  'linesAmount',
  'changedAt',
]);
const people = new Set(['ownerId', 'authorId', 'assignedBy', 'userId', 'byId', 'recipients']);
const minutesOfDay = new Set(['workFrom', 'workTo', 'breakFrom', 'breakTo', 'minute']);
/** Kopecks. */
const money = new Set(['annualPurchases', 'amount', 'margin', 'price', 'contractPrice']);
/** Fields whose values are words of the texts: status `client` → «Клиент». */
const worded: Record<string, string[]> = {
  status: ['shared:status', 'changes:value', 'offers:status'],
  meaning: ['deals:meaning'],
  delivery: ['deals:delivery'],
  period: ['reports:periods'],
  cadence: ['reports:schedule.cadences'],
  kind: ['shared:kind', 'changes:value'],
  preset: ['activity:preset'],
  locale: ['profile:languages'],
  theme: ['profile:themes'],
  list: ['changes:value', 'reports:lists'],
  purchasingPower: ['shared:purchasingPower'],
  country: ['shared:country'],
  roles: ['shared:contactRole'],
  scope: ['changes:value'],
};
/** Filters, kept as the address holds them. */
const conditions = new Set(['query', 'filter']);
const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const dateForm = /^\d{4}-\d{2}-\d{2}$/;
const instantForm = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

const has = (key: string) => i18n.exists(key);
const say = (key: string) => (i18n.t as (key: string) => string)(key);

export const isShownField = (field: string): boolean => !hidden.has(field);

type Fields = Record<string, [unknown, unknown]>;

/** A role's rights change as a whole; each that differs is told by itself, `grants.companies.read`. */
export function flatFields(fields: Fields): Fields {
  const { grants, ...others } = fields;
  if (!grants) return fields;
  const [before, after] = grants.map((side) => (side ?? {}) as Record<string, unknown>) as [Rights, Rights];
  const rights = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (one) => before[one] !== after[one],
  );
  return {
    ...others,
    ...Object.fromEntries(rights.map((one) => [`grants.${one}`, [before[one] ?? null, after[one] ?? null]])),
  };
}
type Rights = Record<string, unknown>;
export const entityWord = (entity: string): string =>
  has(`changes:entity.${entity}`) ? say(`changes:entity.${entity}`) : entity;
export const fieldWord = (field: string, entity?: string): string =>
  field.startsWith('grants.')
    ? say(`shared:permission.${field.slice('grants.'.length)}`)
    : has(`changes:field.${entity}_${field}`)
      ? say(`changes:field.${entity}_${field}`)
      : has(`changes:field.${field}`)
        ? say(`changes:field.${field}`)
        : field;

const conditionWords = (filter: Record<string, unknown>): string =>
  Object.entries(filter)
    .map(([name, value]) => {
      const key = `companies:filter.field.${name}`;
      return `${has(key) ? say(key) : name}: ${String(value)}`;
    })
    .join('; ');

/** A field's value as a reader would say it: names for ids, moments for instants, words for codes. */
export function useChangeValue(names?: ReadonlyMap<string, string>): (field: string, value: unknown) => string {
  const { t, i18n: texts } = useTranslation(['changes', 'shared']);
  const { moment, longDay } = useMoments();
  const { data: colleagues } = useRead(listColleagues, {}, { staleTime: 5 * 60_000 });
  const outcomeNames = useOutcomeNames();
  return useCallback(
    (field, value) => {
      const show = (one: unknown): string => {
        if (one === null || one === undefined || one === '') return t('empty');
        if (typeof one === 'boolean') return t(one ? 'shared:yes' : 'shared:none');
        if (Array.isArray(one)) return one.length > 0 ? one.map(show).join(', ') : t('empty');
        if (typeof one === 'object') {
          if (conditions.has(field)) return conditionWords(one as Record<string, unknown>);
          const { text, ...parts } = one as Record<string, unknown>;
          return typeof text === 'string' ? text : Object.values(parts).filter(Boolean).map(String).join(' ');
        }
        const word = (field.startsWith('grants.') ? ['changes:value'] : worded[field])
          ?.map((prefix) => `${prefix}.${String(one)}`)
          .find(has);
        if (word) return say(word);
        if (people.has(field)) return colleagues?.rows.find(({ id }) => id === one)?.name ?? String(one);
        if (field === 'outcomeId') return outcomeNames.get(String(one)) ?? String(one);
        if (money.has(field)) return moneyText(Number(one), texts.language);
        if (field === 'quantity') return numberText(Number(one) / 1000, texts.language);
        if (minutesOfDay.has(field)) return minutesText(Number(one));
        if (typeof one === 'string' && instantForm.test(one)) return moment(one);
        if (typeof one === 'string' && dateForm.test(one)) return longDay(one);
        if (typeof one === 'string' && uuidForm.test(one)) return names?.get(one) ?? t('value.unnamed');
        return String(one);
      };
      return show(value);
    },
    [t, texts.language, moment, longDay, colleagues, outcomeNames, names],
  );
}
