import { Button, Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { Edit16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setDelivery, updateDeal, type DealCard } from '../../../service/modules/deals/deals.contract';
import { deliveryStatuses, type DeliveryStatus } from '../../../service/modules/deals/stage-meanings';
import { Facts } from '../../shared/company/Facts';
import { touchedByDeal } from '../../shared/deals/touched';
import { ChoiceChips } from '../../shared/forms/ChoiceChips';
import { DateInput } from '../../shared/forms/DateInput';
import { Section } from '../../shared/frame/Section';
import { useSend } from '../../shared/queries';
import { useMoments } from '../../shared/time/use-moments';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
});

/** How far the goods are: five steps, a planned day, a word about it. */
export function DeliverySection({ deal }: { deal: DealCard }) {
  const { t } = useTranslation(['deals', 'shared']);
  const styles = useStyles();
  const send = useSend();
  const { fullDay } = useMoments();
  const [chosen, setChosen] = useState<DeliveryStatus | null>(null);
  const [comment, setComment] = useState('');
  const [dating, setDating] = useState(false);
  const quietly = (promise: Promise<unknown>) =>
    promise.then(
      () => undefined,
      () => undefined,
    );
  const mark = async () => {
    if (!chosen) return;
    await quietly(
      send(
        setDelivery,
        { id: deal.id, version: deal.version, delivery: chosen, comment },
        { said: t('deliverySection.said', { status: t(`delivery.${chosen}`) }), touches: touchedByDeal },
      ),
    );
    setChosen(null);
    setComment('');
  };
  return (
    <Section
      title={t('deliverySection.title')}
      action={
        deal.can.write && (
          <Button
            size="small"
            appearance="subtle"
            icon={<Edit16Regular />}
            aria-label={t('deliverySection.on')}
            onClick={() => setDating((before) => !before)}
          >
            {t('deliverySection.on')}
          </Button>
        )
      }
    >
      <div className={styles.root}>
        {deal.can.write ? (
          <ChoiceChips
            small
            aria-label={t('deliverySection.title')}
            choices={deliveryStatuses.map((status) => ({ value: status, text: t(`delivery.${status}`) }))}
            value={chosen ?? deal.delivery}
            onChange={(status) => setChosen(status === deal.delivery ? null : status)}
          />
        ) : (
          <Text weight="semibold">{t(`delivery.${deal.delivery}`)}</Text>
        )}
        {chosen && (
          <>
            <Field label={t('deliverySection.comment')}>
              <Textarea rows={2} value={comment} maxLength={2000} onChange={(_, data) => setComment(data.value)} />
            </Field>
            <div className={styles.buttons}>
              <Button size="small" appearance="primary" onClick={() => void mark()}>
                {t('deliverySection.change')}
              </Button>
              <Button size="small" onClick={() => setChosen(null)}>
                {t('shared:cancel')}
              </Button>
            </div>
          </>
        )}
        {dating && (
          <DateInput
            aria-label={t('deliverySection.on')}
            value={deal.deliveryOn ?? ''}
            onChange={(day) => {
              void quietly(
                send(
                  updateDeal,
                  { id: deal.id, version: deal.version, deliveryOn: day || null },
                  { said: t('saved'), touches: touchedByDeal },
                ),
              );
              setDating(false);
            }}
          />
        )}
        <Facts
          facts={[
            [t('deliverySection.on'), deal.deliveryOn && fullDay(deal.deliveryOn)],
            [t('deliverySection.note'), deal.deliveryNote],
          ]}
        />
      </div>
    </Section>
  );
}
