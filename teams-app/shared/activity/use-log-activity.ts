import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { logActivity } from '../../../service/modules/activities/activities.contract';
import { useSend } from '../queries';
import { useMoments } from '../time/use-moments';
import { forgetDraft, keepDraft, keptDraft, type LogInput } from './log-draft';
import { touchedByActivity } from './touched';

/** Sends what the log form made and says it, with «Undo» that gives the typed text back. Rejects when refused. */
export function useLogActivity() {
  const { t } = useTranslation('activity');
  const { moment } = useMoments();
  const send = useSend();
  return useCallback(
    async (company: { id: string; name: string }, input: LogInput, onUndone?: () => void) => {
      const draft = keptDraft(company.id);
      return send(logActivity, input, {
        refusals: 'caller',
        said: ({ nextContact }) => {
          const title = t('logged', { company: company.name });
          return nextContact ? { title, detail: t('loggedNext', { moment: moment(nextContact.at) }) } : title;
        },
        touches: touchedByActivity(company.id),
        onWritten: () => forgetDraft(company.id),
        onUndone: () => {
          if (draft) keepDraft(company.id, draft);
          onUndone?.();
        },
      });
    },
    [send, t, moment],
  );
}
