import { PeopleTeam24Regular, ShieldProhibited24Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { LookUp } from '../../../service/modules/mail/mail.contract';
import { Message } from '../../../teams-app/shared/frame/Message';

/** Why nothing is proposed: only colleagues, or somebody on a «do not log» list. */
export function Refusal({ refusal }: { refusal: NonNullable<LookUp['refusal']> }) {
  const { t } = useTranslation('pane');
  return refusal === 'noOutsider' ? (
    <Message icon={<PeopleTeam24Regular />} title={t('noOutsider')} text={t('noOutsiderHint')} />
  ) : (
    <Message icon={<ShieldProhibited24Regular />} title={t('neverLog')} text={t('neverLogHint')} />
  );
}
