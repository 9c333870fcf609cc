import { FluentProvider, type Theme } from '@fluentui/react-components';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { TextsProvider } from './TextsProvider';

/** Draws a page of the playground. */
export function mount(page: ReactNode): void {
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <TextsProvider>{page}</TextsProvider>
    </StrictMode>,
  );
}

export function Themed({ theme, children }: { theme: Theme; children: ReactNode }) {
  return (
    <FluentProvider theme={theme} style={{ height: '100%' }}>
      {children}
    </FluentProvider>
  );
}
