import { createContext, useContext, useEffect, type ReactNode } from 'react';
import { en } from '../texts/en';
import { ru, type Texts } from '../texts/ru';

/** The language of the browser, or of `?lang=`; Russian for any but English. */
export const language: 'ru' | 'en' = (new URLSearchParams(window.location.search).get('lang') ?? navigator.language)
  .toLowerCase()
  .startsWith('en')
  ? 'en'
  : 'ru';

const Context = createContext<Texts>(ru);

export function TextsProvider({ children }: { children: ReactNode }) {
  useEffect(() => {
    document.documentElement.lang = language;
  }, []);
  return <Context.Provider value={language === 'en' ? en : ru}>{children}</Context.Provider>;
}

export const useTexts = (): Texts => useContext(Context);
