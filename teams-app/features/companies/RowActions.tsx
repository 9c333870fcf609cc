import { Button, Tooltip } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ActionItem } from './use-action-items';

/** What can be done with a company without opening it; the keys are in the tooltips. */
export function RowActions({ name, items }: { name: string; items: ActionItem[] }) {
  const { t } = useTranslation('companies');
  return items.map(({ id, text, key, icon, run }) => (
    <Tooltip key={id} content={`${text}  ${key}`} relationship="description" withArrow>
      <Button
        size="small"
        appearance={id === 'call' ? 'primary' : 'subtle'}
        icon={icon}
        aria-label={t('action.of', { action: text, name })}
        onClick={run}
      />
    </Tooltip>
  ));
}
