import { Badge } from '@fluentui/react-components';
import {
  ArrowSyncCircle16Regular,
  CheckmarkCircle16Regular,
  Clock16Regular,
  ErrorCircle16Regular,
} from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { JobView } from '../../../../service/modules/system/system.contract';

const icons = {
  waiting: Clock16Regular,
  running: ArrowSyncCircle16Regular,
  done: CheckmarkCircle16Regular,
  failed: ErrorCircle16Regular,
} as const;
const colors = { waiting: 'informative', running: 'brand', done: 'success', failed: 'danger' } as const;

export function JobStatus({ status, iconOnly }: { status: JobView['status']; iconOnly?: boolean }) {
  const { t } = useTranslation('admin');
  const Icon = icons[status];
  if (iconOnly) return <Icon aria-hidden />;
  return (
    <Badge appearance="tint" color={colors[status]} icon={<Icon aria-hidden />}>
      {t(`jobs.status.${status}`)}
    </Badge>
  );
}
