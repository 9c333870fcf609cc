import { MailRead24Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { Message } from '../../../teams-app/shared/frame/Message';

export function NothingOpen() {
  const { t } = useTranslation('pane');
  return <Message icon={<MailRead24Regular />} title={t('nothingOpen')} text={t('nothingOpenHint')} />;
}
