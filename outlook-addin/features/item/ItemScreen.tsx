import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { lookUpMail } from '../../../service/modules/mail/mail.contract';
import { Message } from '../../../teams-app/shared/frame/Message';
import { LoadFailed } from '../../../teams-app/shared/lists/ListState';
import { useRead } from '../../../teams-app/shared/queries';
import type { OpenItem } from '../../current-item';
import { peopleOf, type MailItem } from '../../mail-item';
import { BesideContext, useItem } from '../../open-item';
import { PaneSkeleton } from '../../PaneSkeleton';
import { Correspondents } from './Correspondents';
import { useBindSent } from './use-bind-sent';

/** One item, from the moment it is opened until another is: made anew for each, so nothing of the former is left. */
export function ItemScreen({ open }: { open: OpenItem }) {
  const { t } = useTranslation(['pane', 'shared']);
  const [read, again] = useItem(open);
  if (read.state === 'reading') return <PaneSkeleton />;
  if (read.state === 'failed')
    return (
      <Message
        role="alert"
        tone="error"
        title={t('notRead')}
        text={t('notReadHint')}
        action={
          <Button appearance="primary" onClick={again}>
            {t('shared:retry')}
          </Button>
        }
      />
    );
  return <KnownItem open={open} item={read.item} />;
}

function KnownItem({ open, item }: { open: OpenItem; item: MailItem }) {
  const { t } = useTranslation('pane');
  const beside = useMemo(() => ({ open, item }), [open, item]);
  const people = peopleOf(item);
  const lookUp = useRead(
    lookUpMail,
    { key: item.key, threadKey: item.threadKey, people },
    { enabled: people.length > 0, staleTime: 5000 },
  );
  const lost = useBindSent(beside, lookUp.data);
  if (item.nature === 'report') return <Message title={t('report')} text={t('reportHint')} />;
  if (item.kind === 'draft' && item.to.length === 0)
    return <Message title={t('noRecipients')} text={t('noRecipientsHint')} />;
  if (people.length === 0) return <Message title={t('noPeople')} text={t('noPeopleHint')} />;
  if (lookUp.data)
    return (
      <BesideContext value={beside}>
        <Correspondents lookUp={lookUp.data} lostOnSend={lost} />
      </BesideContext>
    );
  return lookUp.error ? <LoadFailed error={lookUp.error} retry={() => void lookUp.refetch()} /> : <PaneSkeleton />;
}
