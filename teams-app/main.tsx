import { createRoot } from 'react-dom/client';
import { App } from './App';
import { startHost } from './shared/host';
import { readPreference } from './shared/preferences';
import { browserLanguage, startTexts, type Language } from './shared/texts/i18n';

async function start(): Promise<void> {
  const language = readPreference<Language>('language', browserLanguage());
  await Promise.all([startTexts(language), startHost()]);
  createRoot(document.getElementById('root')!).render(<App />);
}

void start();
