import type { dealFilterFields } from '../../../service/modules/deals/deals.contract';

/** What of the list stands in the address: its filter, its order, how it is shown. */
export const addressNames = [
  'search',
  'pipelineId',
  'stage',
  'meaning',
  'owner',
  'companyId',
  'delivery',
  'type',
  'name',
  'from',
  'to',
  'amountFrom',
  'amountTo',
  'standsDays',
  'documentsMissing',
  'sort',
  'view',
] as const satisfies readonly (keyof typeof dealFilterFields | 'sort' | 'view')[];

export type DealAddress = Partial<Record<(typeof addressNames)[number], string>>;
export type DealFilterName = Exclude<(typeof addressNames)[number], 'sort' | 'view'>;

/** The address as the service takes it. */
export function toInput({
  sort: _1,
  view: _2,
  amountFrom,
  amountTo,
  standsDays,
  documentsMissing,
  ...texts
}: DealAddress) {
  return {
    ...texts,
    ...(amountFrom ? { amountFrom: Number(amountFrom) } : {}),
    ...(amountTo ? { amountTo: Number(amountTo) } : {}),
    ...(standsDays ? { standsDays: Number(standsDays) } : {}),
    ...(documentsMissing ? { documentsMissing: documentsMissing === '1' } : {}),
  };
}

export const sorts = ['day', 'amount', 'stageSince'] as const;
export type DealSort = (typeof sorts)[number];
export const isSort = (text: string | undefined): text is DealSort => sorts.some((sort) => sort === text);
