import { createRoot } from 'react-dom/client';
import { languageOf, startTexts } from '../teams-app/shared/texts/i18n';
import { App } from './App';
import { NoOutlook } from './NoOutlook';
import { startOutlook } from './office/outlook';
import { loadTexts } from './texts/load-texts';
import { paintBackground } from './theme';

async function start(): Promise<void> {
  const inOutlook = await startOutlook();
  if (inOutlook) paintBackground();
  await startTexts(languageOf(inOutlook ? Office.context.displayLanguage : navigator.language), loadTexts);
  createRoot(document.getElementById('root')!).render(inOutlook ? <App /> : <NoOutlook />);
}

void start();
