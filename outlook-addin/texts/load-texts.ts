import type { LoadTexts } from '../../teams-app/shared/texts/i18n';

/** The texts of what the pane shows: a third of the tab's, since the pane must be there at once. */
export const loadTexts: LoadTexts = {
  ru: () => import('./ru').then((module) => module.ru),
  en: () => import('./en').then((module) => module.en),
};
