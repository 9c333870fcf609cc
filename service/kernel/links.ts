import type { Settings } from './context';

/**
 * A page of the tab as a chat links to it: inside Teams, where the app is installed there, with the plain address for
 * whoever is elsewhere (https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application).
 */
export function chatLink({ publicUrl, teamsAppId }: Settings, path: string): string {
  const page = `${publicUrl}${path}`;
  if (!teamsAppId) return page;
  const query = new URLSearchParams({ webUrl: page, context: JSON.stringify({ subPageId: path }) });
  // Teams reads %20, not the plus of a form.
  return `https://teams.microsoft.com/l/entity/${teamsAppId}/calls?${query.toString().replaceAll('+', '%20')}`;
}
