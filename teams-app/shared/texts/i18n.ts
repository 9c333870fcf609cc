import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export const languages = ['ru', 'en'] as const;
export type Language = (typeof languages)[number];

/** A language is fetched when somebody reads it. */
export type LoadTexts = Record<Language, () => Promise<Record<string, object>>>;

let load: LoadTexts = {
  ru: () => import('./ru').then((module) => module.ru),
  en: () => import('./en').then((module) => module.en),
};

export const i18n = i18next.createInstance();

/** @param own the texts of a program that shows only some of the screens */
export async function startTexts(language: Language, own?: LoadTexts): Promise<void> {
  load = own ?? load;
  const resources = await load[language]();
  await i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'shared',
    resources: { [language]: resources },
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
}

export async function speak(language: Language): Promise<void> {
  if (i18n.language === language) return;
  if (!i18n.hasResourceBundle(language, 'shared')) {
    for (const [namespace, texts] of Object.entries(await load[language]())) {
      i18n.addResourceBundle(language, namespace, texts);
    }
  }
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
}

/** The language of the host or the browser until the profile is known; Russian for any but English. */
export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('en') ? 'en' : 'ru';
}
