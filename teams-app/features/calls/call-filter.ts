import type { EndpointInput } from '../../../service/kernel/endpoint';
import {
  callBuckets,
  type CallBucket,
  type callCounts,
  type callList,
} from '../../../service/modules/activities/activities.contract';

export const filterNames = ['bucket', 'date', 'city', 'owner', 'callableNow', 'search'] as const;
export type FilterName = (typeof filterNames)[number];
/** As it stands in the address. */
export type CallFilter = Partial<Record<FilterName, string>>;
export type CallListInput = EndpointInput<typeof callList>;

export function toInput(filter: CallFilter): CallListInput {
  return { ...toCountsInput(filter), bucket: isBucket(filter.bucket) ? filter.bucket : undefined, limit: 50 };
}

/** The counts are of all groups, whichever is chosen. */
export function toCountsInput({
  date,
  city,
  owner,
  search,
  callableNow,
}: CallFilter): EndpointInput<typeof callCounts> {
  return { date, city, owner, search, callableNow: callableNow === 'true' || undefined };
}

export const isBucket = (text: string | undefined): text is CallBucket =>
  (callBuckets as readonly string[]).includes(text ?? '');
