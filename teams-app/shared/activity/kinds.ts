import type { plannableKinds } from '../../../service/modules/activities/activity-kinds';

export type PlannableKind = (typeof plannableKinds)[number];
