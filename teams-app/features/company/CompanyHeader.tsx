import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { Clock16Regular, Person16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { CompanyCard } from '../../../service/modules/companies/companies.contract';
import { CallState } from '../../shared/company/CallState';
import { CompanyName } from '../../shared/company/CompanyName';
import { LocalClock } from '../../shared/company/LocalClock';
import { StatusBadge } from '../../shared/company/StatusBadge';
import { phone } from '../../shared/frame/breakpoints';
import { dateIn } from '../../shared/time/zone-time';
import { useMoments } from '../../shared/time/use-moments';
import { CompanyActions } from './CompanyActions';
import { NextContact } from './NextContact';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '4px 16px',
    padding: '0 16px 8px',
    flexShrink: 0,
    [phone]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  name: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    margin: 0,
    minWidth: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
  },
  long: { [phone]: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 } },
  actions: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalS,
    [phone]: { gridRow: 4, justifyContent: 'flex-start' },
  },
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
  next: { gridColumn: '1 / -1' },
});

/** Longer than this a name would push everything else off a phone. */
const longName = 50;

/** Who it is, whose it is, what time it is there, and when to be in touch next. */
export function CompanyHeader({ card }: { card: CompanyCard }) {
  const { t } = useTranslation(['company', 'shared']);
  const styles = useStyles();
  const { fullDay, zone } = useMoments();
  return (
    <div className={styles.root}>
      <Text as="h1" className={mergeClasses(styles.name, card.name.length > longName && styles.long)}>
        <CompanyName name={card.name} whole />
        <StatusBadge status={card.status} />
      </Text>
      <div className={styles.actions}>
        <CompanyActions card={card} />
      </div>
      <div className={styles.facts}>
        <span className={styles.fact}>
          <Person16Regular aria-hidden />
          {card.owner?.name ?? t('shared:owner.none')}
          {card.assignedSince && ` ${t('since', { date: fullDay(dateIn(card.assignedSince, zone)) })}`}
        </span>
        <span className={styles.fact}>
          <Clock16Regular aria-hidden />
          {card.city && `${card.city}, `}
          <LocalClock timeZone={card.timeZone} labelled />
        </span>
        <CallState window={card.callWindow} />
      </div>
      <div className={styles.next}>
        <NextContact card={card} />
      </div>
    </div>
  );
}
