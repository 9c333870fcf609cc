import { Badge } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CalendarHealth } from '../../../service/modules/calendar/calendar.contract';

const colors = { connected: 'success', leaving: 'informative', off: 'subtle' } as const;

export function CalendarStatus({ health }: { health: CalendarHealth }) {
  const { t } = useTranslation('calendar');
  const color = health.fault && health.status !== 'off' ? 'danger' : colors[health.status];
  return (
    <Badge appearance="tint" color={color}>
      {t(`health.status.${health.status}`)}
    </Badge>
  );
}
