import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { DeliveryView } from '../../../service/modules/notifications/notifications.contract';
import { useMoments } from '../../shared/time/use-moments';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  title: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const colors = {
  waiting: 'informative',
  sending: 'informative',
  sent: 'success',
  failed: 'danger',
  unknown: 'warning',
  replaced: 'informative',
} as const;

const reasons = ['notInstalled', 'noBrowser', 'noAddress', 'off', 'tooLate', 'blocked', 'interrupted', 'rate'] as const;

export function DeliveryLine({ delivery }: { delivery: DeliveryView }) {
  const { t } = useTranslation('notices');
  const styles = useStyles();
  const { moment } = useMoments();
  const { status, error } = delivery;
  const reason = reasons.find((one) => one === error);
  const why = status === 'sent' || !error ? null : reason ? t(`deliveries.reason.${reason}`) : error;
  return (
    <li className={styles.root}>
      <div className={styles.title}>
        <Text block>{delivery.title}</Text>
        <Text size={200} className={styles.quiet}>
          {[
            t(`channel.${delivery.channel}`),
            moment(delivery.sentAt ?? delivery.createdAt),
            delivery.dueAt && Date.parse(delivery.dueAt) > Date.parse(delivery.createdAt)
              ? t('deliveries.due', { moment: moment(delivery.dueAt) })
              : null,
            why,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      <Badge appearance="tint" color={colors[status]}>
        {t(`deliveries.status.${status}`)}
      </Badge>
    </li>
  );
}
