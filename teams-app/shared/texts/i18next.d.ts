import 'i18next';
import type { ru } from './ru';

declare module 'i18next' {
  /** Russian is the language texts are first written in: its keys are the keys there are. */
  interface CustomTypeOptions {
    defaultNS: 'shared';
    returnNull: false;
    resources: typeof ru;
  }
}
