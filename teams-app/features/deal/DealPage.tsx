import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { getDeal } from '../../../service/modules/deals/deals.contract';
import { isApiError } from '../../shared/api-error';
import { DealForm } from '../../shared/deals/DealForm';
import { BackButton } from '../../shared/frame/BackButton';
import { narrow } from '../../shared/frame/breakpoints';
import { LinkButton } from '../../shared/frame/LinkButton';
import { Message } from '../../shared/frame/Message';
import { Page } from '../../shared/frame/Page';
import { PageSkeleton } from '../../shared/frame/PageSkeleton';
import { LoadFailed } from '../../shared/lists/ListState';
import { useRead } from '../../shared/queries';
import { DealDocuments } from './DealDocuments';
import { DealHeader } from './DealHeader';
import { DealHistory } from './DealHistory';
import { DealLines } from './DealLines';
import { DealOffers } from './DealOffers';
import { DeliverySection } from './DeliverySection';
import { FinanceSection } from './FinanceSection';
import { StageSteps } from './StageSteps';

const useStyles = makeStyles({
  root: { padding: '0 16px 24px', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 340px',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
});

/** One screen shows the chain: what is wanted, where it stands, offers, money, delivery, papers, and who did what. */
export function DealPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation(['deals', 'shared']);
  const styles = useStyles();
  const { data: deal, error, refetch } = useRead(getDeal, { id }, { staleTime: 15_000 });
  const [editing, setEditing] = useState(false);
  const gone = isApiError(error) && (error.status === 404 || error.status === 403);
  const edit = () => setEditing(true);
  return (
    <Page title={gone ? t('none') : (deal?.number ?? t('title'))} lead={deal && !gone && <BackButton to="/deals" />}>
      {gone && (
        <Message title={t('none')} text={t('noneHint')} action={<LinkButton to="/deals">{t('toList')}</LinkButton>} />
      )}
      {error && !gone && !deal && <LoadFailed error={error} retry={() => void refetch()} />}
      {!deal && !error && <PageSkeleton rows={10} />}
      {deal && !gone && (
        <div className={styles.root}>
          <DealHeader deal={deal} onEdit={edit} />
          <StageSteps deal={deal} />
          <div className={styles.columns}>
            <div className={styles.column}>
              <DealLines deal={deal} onEdit={edit} />
              <DealOffers deal={deal} />
              <DealHistory deal={deal} />
            </div>
            <div className={styles.column}>
              <FinanceSection deal={deal} />
              <DeliverySection deal={deal} />
              <DealDocuments deal={deal} />
            </div>
          </div>
          {editing && <DealForm deal={deal} onClose={() => setEditing(false)} />}
        </div>
      )}
    </Page>
  );
}
