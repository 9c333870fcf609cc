import { Badge, makeStyles } from '@fluentui/react-components';
import {
  ArrowClockwise16Regular,
  Checkmark16Filled,
  CircleOff16Regular,
  Dismiss16Filled,
  PauseCircle16Regular,
  Warning16Filled,
} from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { StageMeaning } from '../../../service/modules/deals/stage-meanings';
import type { OfferRow } from '../../../service/modules/offers/offers.contract';

const stageLooks = {
  open: { color: 'brand', icon: <ArrowClockwise16Regular /> },
  stalled: { color: 'warning', icon: <PauseCircle16Regular /> },
  won: { color: 'success', icon: <Checkmark16Filled /> },
  lost: { color: 'informative', icon: <Dismiss16Filled /> },
} as const;

const useStyles = makeStyles({
  badge: { maxWidth: '100%', boxSizing: 'border-box' },
  // The administrator's own words may be long.
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
});

/** A stage by its own name; what it means has a colour and an icon. */
export function StageBadge({ stage }: { stage: { name: string; meaning: StageMeaning } }) {
  const styles = useStyles();
  const { color, icon } = stageLooks[stage.meaning];
  return (
    <Badge appearance="tint" color={color} icon={icon} className={styles.badge} title={stage.name}>
      <span className={styles.name}>{stage.name}</span>
    </Badge>
  );
}

/** What became of an offer; an open one whose term ran out is red and says so. */
export function OfferBadge({ offer }: { offer: Pick<OfferRow, 'status' | 'overdue'> }) {
  const { t } = useTranslation('offers');
  if (offer.overdue)
    return (
      <Badge appearance="tint" color="danger" icon={<Warning16Filled />}>
        {t('overdue')}
      </Badge>
    );
  const looks = {
    open: { color: 'brand', icon: <ArrowClockwise16Regular /> },
    won: stageLooks.won,
    lost: stageLooks.lost,
    cancelled: { color: 'informative', icon: <CircleOff16Regular /> },
  } as const;
  const { color, icon } = looks[offer.status];
  return (
    <Badge appearance="tint" color={color} icon={icon}>
      {t(`status.${offer.status}`)}
    </Badge>
  );
}
