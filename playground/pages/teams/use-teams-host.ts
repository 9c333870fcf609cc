import { useEffect, useRef, type RefObject } from 'react';
import { answerTeams, envelope, isTeamsRequest, themeNews, type TeamsSurroundings } from '../../teams/teams-host';

/** Answers the tab in the frame as Teams would, and tells it of another theme. */
export function useTeamsHost(frame: RefObject<HTMLIFrameElement | null>, surroundings: TeamsSurroundings): void {
  const current = useRef(surroundings);
  useEffect(() => {
    current.current = surroundings;
  });
  useEffect(() => {
    const answer = async ({ data, source, origin }: MessageEvent<unknown>) => {
      const tab = frame.current?.contentWindow;
      if (!tab || source !== tab || origin !== window.location.origin || !isTeamsRequest(data)) return;
      const args = await answerTeams(data, current.current);
      if (args) tab.postMessage(envelope(data, args), origin);
    };
    const listener = (event: MessageEvent<unknown>) => void answer(event);
    window.addEventListener('message', listener);
    return () => window.removeEventListener('message', listener);
  }, [frame]);

  const { theme } = surroundings;
  useEffect(() => {
    frame.current?.contentWindow?.postMessage(themeNews(theme), window.location.origin);
  }, [frame, theme]);
}
