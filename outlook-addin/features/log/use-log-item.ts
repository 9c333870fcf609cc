import { useCallback, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompanyCard } from '../../../service/modules/companies/companies.contract';
import { logMail, lookUpMail, mailState } from '../../../service/modules/mail/mail.contract';
import type { LogInput } from '../../../teams-app/shared/activity/log-draft';
import { touchedByActivity } from '../../../teams-app/shared/activity/touched';
import { useSend } from '../../../teams-app/shared/queries';
import { useMoments } from '../../../teams-app/shared/time/use-moments';
import { markLogged } from '../../office/categories';
import { readText } from '../../office/letter-content';
import { BesideContext, useCurrentItem } from '../../open-item';

/** Outlook would not give the letter’s text out; nothing was written. */
export class NoText extends Error {}

/**
 * Logs the open item on a company. The guard is asked before the text is read, after, and again as the request leaves.
 * @returns the activity, for the files that go with it
 * @throws OtherItemOpen, NoText (give `withoutText` to go on), ApiError
 */
export function useLogItem() {
  const { t } = useTranslation(['pane', 'activity']);
  const { moment } = useMoments();
  const beside = useContext(BesideContext);
  const current = useCurrentItem();
  const send = useSend();
  return useCallback(
    async (card: CompanyCard, input: LogInput, withoutText: boolean): Promise<void> => {
      if (!beside?.item.key || !beside.item.at || !beside.item.from) return;
      const { open, item } = beside;
      const { key, from, at } = beside.item as { key: string; from: typeof beside.item.from; at: string };
      const wantsText = item.nature !== 'protected' && !withoutText;
      const body = wantsText ? await current.during(open, () => readText().catch(fail)) : null;
      current.require(open);
      await send(
        logMail,
        {
          key,
          threadKey: item.threadKey,
          kind: item.kind === 'meeting' ? 'meeting' : 'letter',
          companyId: card.id,
          contactId: input.contactId,
          subject: item.subject,
          from,
          to: item.to,
          at,
          direction: item.direction,
          body,
          outcomeId: input.outcomeId,
          note: input.note,
          minutes: input.minutes,
          completes: input.completes,
          next: input.next,
        },
        {
          refusals: 'caller',
          said: ({ nextContact, already, logged }) => {
            if (already) return t('alreadyLogged', { name: logged.by?.name ?? t('somebody') });
            const title = t('activity:logged', { company: card.name });
            return nextContact
              ? { title, detail: t('activity:loggedNext', { moment: moment(nextContact.at) }) }
              : title;
          },
          touches: [mailState, lookUpMail, ...touchedByActivity(card.id)],
          onWritten: () => void current.during(open, () => markLogged(true)).catch(() => undefined),
          onUndone: () => void current.during(open, () => markLogged(false)).catch(() => undefined),
        },
      );
    },
    [beside, current, moment, send, t],
  );
}

const fail = (): never => {
  throw new NoText();
};
