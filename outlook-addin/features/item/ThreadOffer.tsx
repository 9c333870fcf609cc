import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Correspondent, LookUp } from '../../../service/modules/mail/mail.contract';

interface ThreadOfferProps {
  thread: LookUp['thread'];
  known: readonly Correspondent[];
  onOpen: (companyId: string) => void;
}

/** An earlier letter of the thread is logged on a company that the addresses do not tell: proposed, nothing more. */
export function ThreadOffer({ thread, known, onOpen }: ThreadOfferProps) {
  const { t } = useTranslation('pane');
  if (!thread || known.some(({ matches }) => matches.some(({ company }) => company.id === thread.id))) return null;
  return (
    <MessageBar layout="multiline">
      <MessageBarBody>{t('thread', { company: thread.name })}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => onOpen(thread.id)}>
          {t('open')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
