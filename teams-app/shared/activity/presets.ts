import type { Preset } from '../../../service/modules/activities/activities.contract';

export type PresetKey = Preset['key'];
