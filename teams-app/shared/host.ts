import { useSyncExternalStore } from 'react';

/** Where the tab lives. One file knows the Teams SDK; everything above could run anywhere. */
export interface Host {
  kind: 'browser' | 'teams';
  /** The theme Teams shows now; null in a browser of its own. */
  theme: 'default' | 'dark' | 'contrast' | null;
  /** The language of Teams, `ru-RU`. */
  locale: string | null;
}

/** Teams answers in milliseconds; a page that frames us without being Teams never does. */
const answerWithinMs = 4000;

export const isFramed = window.parent !== window;

let host: Host = { kind: 'browser', theme: null, locale: null };
const listeners = new Set<() => void>();

function change(next: Partial<Host>): void {
  host = { ...host, ...next };
  listeners.forEach((listener) => listener());
}

export const currentHost = (): Host => host;

export function useHost(): Host {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => host,
  );
}

/** Learns where we are. Never fails: what is not Teams is a browser. */
export async function startHost(): Promise<Host> {
  if (!isFramed) return host;
  const { app } = await import('@microsoft/teams-js');
  try {
    await within(answerWithinMs, app.initialize(allowedHosts()));
    const context = await within(answerWithinMs, app.getContext());
    app.registerOnThemeChangeHandler((theme) => change({ theme: themeOf(theme) }));
    change({ kind: 'teams', theme: themeOf(context.app.theme), locale: context.app.locale });
    openDeepLink(context.page.subPageId);
    await app.notifySuccess();
  } catch {
    // Framed by something that is not Teams: the tab works as in a browser.
  }
  return host;
}

/**
 * A Microsoft token for whoever is signed in to Teams, without asking him.
 * @throws Error with Teams' own code, such as `resourceRequiresConsent` when nobody has consented yet
 */
export async function teamsToken(): Promise<string> {
  const { authentication } = await import('@microsoft/teams-js');
  return within(answerWithinMs * 3, authentication.getAuthToken());
}

/** Hosts besides Teams' own, for trying out without a tenant; empty in a production build. */
function allowedHosts(): string[] {
  return String(import.meta.env.VITE_TEAMS_HOSTS ?? '')
    .split(',')
    .filter(Boolean);
}

/** A link to a company opened inside Teams carries the path as the sub page. */
function openDeepLink(path: string | undefined): void {
  if (path && /^\/(?!\/)/.test(path)) window.history.replaceState(null, '', path);
}

function themeOf(name: string): Host['theme'] {
  return name === 'dark' || name === 'contrast' ? name : 'default';
}

function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  return Promise.race([
    promise,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error('the host does not answer')), ms)),
  ]);
}
