import type { Preset } from '../../../service/modules/activities/activities.contract';
import type { plannableKinds } from '../../../service/modules/activities/activity-kinds';

export type PresetKey = Preset['key'];
export type PlannableKind = (typeof plannableKinds)[number];
