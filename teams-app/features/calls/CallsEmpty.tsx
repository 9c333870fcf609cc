import { Button } from '@fluentui/react-components';
import { Call24Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../shared/frame/LinkButton';
import { Message } from '../../shared/frame/Message';
import { useCan } from '../../shared/session';
import type { CallFilter } from './call-filter';

/** Nobody to call: because of the filter, or because there is nobody yet. */
export function CallsEmpty({ filter, onShowAll }: { filter: CallFilter; onShowAll: () => void }) {
  const { t } = useTranslation(['calls', 'shared']);
  const can = useCan();
  if (Object.keys(filter).length > 0) {
    return (
      <Message
        icon={<Call24Regular />}
        title={t('emptyFilter')}
        text={filter.callableNow ? t('emptyCallable') : t('emptyFilterHint')}
        action={<Button onClick={onShowAll}>{t('showAll')}</Button>}
      />
    );
  }
  return (
    <Message
      icon={<Call24Regular />}
      title={t('emptyAll')}
      text={t('emptyAllHint')}
      action={
        <>
          {can('companies.create') && (
            <LinkButton to="/companies/new" appearance="primary">
              {t('shared:nav.newCompany')}
            </LinkButton>
          )}
          {can('companies.import') && <LinkButton to="/import">{t('shared:nav.import')}</LinkButton>}
        </>
      }
    />
  );
}
