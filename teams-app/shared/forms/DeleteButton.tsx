import { Button } from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';

/** At once: the toast offers to take it back. */
export function DeleteButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <Button appearance="subtle" icon={<Delete20Regular />} onClick={onClick}>
      {t('delete')}
    </Button>
  );
}
