import { Button, makeStyles, Text, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DealCard } from '../../../service/modules/deals/deals.contract';
import { getOffer, listOffers } from '../../../service/modules/offers/offers.contract';
import { draftOf } from '../../shared/deals/line-draft';
import { OfferForm } from '../../shared/deals/OfferForm';
import { OfferLine } from '../../shared/deals/OfferLine';
import { Section } from '../../shared/frame/Section';
import { usePages, useRead } from '../../shared/queries';

const useStyles = makeStyles({ empty: { color: tokens.colorNeutralForeground3 } });

/** The offers made on the deal, the newest first. */
export function DealOffers({ deal }: { deal: DealCard }) {
  const { t } = useTranslation('offers');
  const styles = useStyles();
  const focusTarget = useRestoreFocusTarget();
  const list = usePages(listOffers, { dealId: deal.id });
  const [open, setOpen] = useState<'new' | string | null>(null);
  const { data: edited } = useRead(
    getOffer,
    { id: open ?? '' },
    { enabled: open !== null && open !== 'new', staleTime: 0 },
  );
  const ready = open === 'new' || edited?.id === open;
  return (
    <Section
      title={t('ofDeal')}
      action={
        deal.can.write && (
          <Button
            {...focusTarget}
            size="small"
            appearance={list.rows.length ? 'subtle' : 'primary'}
            icon={<Add16Regular />}
            onClick={() => setOpen('new')}
          >
            {t('add')}
          </Button>
        )
      }
    >
      {!list.isPending && list.rows.length === 0 && <Text className={styles.empty}>{t('emptyHint')}</Text>}
      {list.rows.map((offer) => (
        <OfferLine key={offer.id} offer={offer} onEdit={() => setOpen(offer.id)} />
      ))}
      {open && ready && (
        <OfferForm
          key={open}
          offer={open === 'new' ? null : edited!}
          deal={{
            id: deal.id,
            lines: deal.lines.map(draftOf),
            amount: deal.amount,
            paymentTerms: deal.paymentTerms,
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}
