import { Button } from '@fluentui/react-components';
import { Building24Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../shared/frame/LinkButton';
import { Message } from '../../shared/frame/Message';
import { useCan } from '../../shared/session';

/** Nobody meets the conditions, or there is nobody yet. */
export function CompaniesEmpty({ filtered, onReset }: { filtered: boolean; onReset: () => void }) {
  const { t } = useTranslation('companies');
  const can = useCan();
  if (filtered) {
    return (
      <Message
        role="status"
        icon={<Building24Regular />}
        title={t('notFound')}
        text={t('notFoundHint')}
        action={<Button onClick={onReset}>{t('filter.reset')}</Button>}
      />
    );
  }
  return (
    <Message
      icon={<Building24Regular />}
      title={t('empty')}
      text={t('emptyHint')}
      action={
        <>
          {can('companies.create') && (
            <LinkButton to="/companies/new" appearance="primary">
              {t('add')}
            </LinkButton>
          )}
          {can('companies.import') && <LinkButton to="/import">{t('emptyImport')}</LinkButton>}
        </>
      }
    />
  );
}
