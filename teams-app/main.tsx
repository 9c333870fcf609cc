import { createRoot } from 'react-dom/client';
import { App } from './App';
import { startHost } from './shared/host';
import { readPreference } from './shared/preferences';
import { languageOf, startTexts, type Language } from './shared/texts/i18n';

async function start(): Promise<void> {
  const host = await startHost();
  await startTexts(readPreference<Language>('language', languageOf(host.locale ?? navigator.language)));
  createRoot(document.getElementById('root')!).render(<App />);
}

void start();
