import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { listNotices, live, type NoticeView } from '../../../service/modules/notifications/notifications.contract';
import { listReminders } from '../../../service/modules/reminders/reminders.contract';
import { api } from '../api';
import { invalidate } from '../queries';
import { useNotify } from '../toasts/notify-context';

const firstPauseMs = 3000;
const longestPauseMs = 60_000;

/** While the tab is open, what the reader is told pops up at once. A broken line is picked up again, ever more slowly. */
export function useLiveNotices(): void {
  const client = useQueryClient();
  const notify = useNotify();
  const navigate = useNavigate();
  const { t } = useTranslation('notices');
  const hear = (notice: NoticeView) => {
    const { link } = notice;
    notify.told(notice.title, {
      detail: notice.body,
      actions: link ? [{ label: t('look'), run: () => void navigate(link) }] : [],
    });
    void invalidate(client, [listNotices, listReminders]);
  };
  // The stream lives as long as the tab: what it does with an event may change meanwhile.
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  });

  useEffect(() => {
    const end = new AbortController();
    void (async () => {
      let pause = firstPauseMs;
      while (!end.signal.aborted) {
        try {
          await api.listen(live, {}, (notice) => latest.current(notice), end.signal);
          pause = firstPauseMs;
        } catch {
          pause = Math.min(pause * 2, longestPauseMs);
        }
        await new Promise((go) => setTimeout(go, pause));
      }
    })();
    return () => end.abort();
  }, []);
}
