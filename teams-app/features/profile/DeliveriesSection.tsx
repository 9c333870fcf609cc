import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { listDeliveries } from '../../../service/modules/notifications/notifications.contract';
import { Section } from '../../shared/frame/Section';
import { usePages } from '../../shared/queries';
import { DeliveryLine } from './DeliveryLine';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** What was sent to the reader, by which way, and what became of it. */
export function DeliveriesSection() {
  const { t } = useTranslation(['notices', 'shared']);
  const styles = useStyles();
  const list = usePages(
    listDeliveries,
    { limit: 5 },
    {
      refetchEvery: (rows) => (rows.some(({ status }) => status === 'waiting' || status === 'sending') ? 3000 : false),
    },
  );
  return (
    <Section title={t('deliveries.title')}>
      {list.data && list.rows.length === 0 && (
        <Text size={200} className={styles.quiet}>
          {t('deliveries.empty')}
        </Text>
      )}
      <ul className={styles.list}>
        {list.rows.map((delivery) => (
          <DeliveryLine key={delivery.id} delivery={delivery} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Link as="button" onClick={list.loadMore}>
          {t('shared:showMore')}
        </Link>
      )}
    </Section>
  );
}
