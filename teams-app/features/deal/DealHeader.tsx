import {
  Button,
  Link,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Spinner,
  Text,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import {
  CalendarLtr16Regular,
  Delete20Regular,
  Edit20Regular,
  Mail16Regular,
  Person16Regular,
} from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { getCompany } from '../../../service/modules/companies/companies.contract';
import { deleteDeal, type DealCard } from '../../../service/modules/deals/deals.contract';
import { CompanyGlance } from '../../shared/company/CompanyGlance';
import { CompanyName } from '../../shared/company/CompanyName';
import { touchedByOffer } from '../../shared/deals/touched';
import { moneyText } from '../../shared/format/money';
import { phone } from '../../shared/frame/breakpoints';
import { LinkButton } from '../../shared/frame/LinkButton';
import { useRead, useWrite } from '../../shared/queries';
import { useMoments } from '../../shared/time/use-moments';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '4px 16px',
    [phone]: { gridTemplateColumns: '1fr' },
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    overflowWrap: 'anywhere',
  },
  number: {
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: 'tabular-nums',
  },
  side: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    [phone]: { gridRow: 3, flexWrap: 'wrap' },
  },
  amount: { fontSize: tokens.fontSizeBase500, fontVariantNumeric: 'tabular-nums', marginInlineEnd: '8px' },
  facts: {
    gridColumn: '1 / -1',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '2px 16px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  fact: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
  company: { fontSize: tokens.fontSizeBase300, textAlign: 'start' },
  popup: { width: '300px', maxWidth: 'calc(100vw - 48px)', display: 'flex', flexDirection: 'column', gap: '12px' },
});

/** What is wanted, by whom (the company opens as a popup), for how much, whose it is. */
export function DealHeader({ deal, onEdit }: { deal: DealCard; onEdit: () => void }) {
  const { t, i18n } = useTranslation(['deals', 'shared']);
  const styles = useStyles();
  const navigate = useNavigate();
  const focusTarget = useRestoreFocusTarget();
  const { fullDay } = useMoments();
  const remove = useWrite(deleteDeal, {
    said: t('deleted', { number: deal.number }),
    touches: touchedByOffer,
    onWritten: () => void navigate('/deals'),
  });
  return (
    <div className={styles.root}>
      <Text as="h1" weight="semibold" className={styles.heading}>
        <span className={styles.number}>{deal.number}</span> {deal.subject}
      </Text>
      <div className={styles.side}>
        <Text weight="semibold" className={styles.amount}>
          {moneyText(deal.amount, i18n.language)}
        </Text>
        {deal.can.write && (
          <Button {...focusTarget} icon={<Edit20Regular />} onClick={onEdit}>
            {t('edit')}
          </Button>
        )}
        {deal.can.delete && (
          <Button
            appearance="subtle"
            icon={<Delete20Regular />}
            aria-label={t('delete')}
            title={t('delete')}
            onClick={() => remove.mutate({ id: deal.id, version: deal.version })}
          />
        )}
      </div>
      <div className={styles.facts}>
        <CompanyPopup deal={deal} />
        <span className={styles.fact}>
          <Person16Regular aria-hidden />
          {deal.owner?.name ?? t('form.nobody')}
        </span>
        <span className={styles.fact}>
          <CalendarLtr16Regular aria-hidden />
          {t('from', { date: fullDay(deal.day) })}
        </span>
        {deal.contact && <span className={styles.fact}>{deal.contact.name}</span>}
        {deal.activityId && (
          <span className={styles.fact}>
            <Mail16Regular aria-hidden />
            {t('facts.fromLetter')}
          </span>
        )}
        {deal.closedOn && <span className={styles.fact}>{`${t('facts.closed')} ${fullDay(deal.closedOn)}`}</span>}
      </div>
    </div>
  );
}

/** The customer in a few lines without leaving the deal. */
function CompanyPopup({ deal }: { deal: DealCard }) {
  const { t } = useTranslation(['deals', 'shared']);
  const styles = useStyles();
  if (!deal.company.visible) return <CompanyName name={deal.company.name} className={styles.company} />;
  return (
    <Popover withArrow positioning="below-start">
      <PopoverTrigger disableButtonEnhancement>
        <Link as="button" className={styles.company}>
          <CompanyName name={deal.company.name} />
        </Link>
      </PopoverTrigger>
      <PopoverSurface aria-label={deal.company.name}>
        <CompanyInside id={deal.company.id} openText={t('shared:nav.companies')} />
      </PopoverSurface>
    </Popover>
  );
}

function CompanyInside({ id, openText }: { id: string; openText: string }) {
  const styles = useStyles();
  const { data: card } = useRead(getCompany, { id }, { staleTime: 30_000 });
  if (!card) return <Spinner size="tiny" />;
  return (
    <div className={styles.popup}>
      <CompanyGlance row={{ ...card, contact: null, phone: card.phones[0] ?? null }} card={card} />
      <LinkButton to={`/companies/${id}`} size="small">
        {`${openText}: ${card.name}`.slice(0, 60)}
      </LinkButton>
    </div>
  );
}
