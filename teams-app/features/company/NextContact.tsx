import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  tokens,
} from '@fluentui/react-components';
import {
  CalendarAdd20Regular,
  CalendarArrowRight20Regular,
  CalendarCancel20Regular,
  ChevronDown16Regular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompanyCard } from '../../../service/modules/companies/companies.contract';
import { CancelDialog } from '../../shared/activity/CancelDialog';
import { KindIcon } from '../../shared/activity/kind-icon';
import { MoveDialog } from '../../shared/activity/MoveDialog';
import { phoneQuery } from '../../shared/frame/breakpoints';
import { useMedia } from '../../shared/use-media';
import { DueBadge } from '../../shared/company/DueBadge';
import { CalendarMark } from './CalendarMark';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  chip: {
    minWidth: 0,
    maxWidth: '100%',
    whiteSpace: 'nowrap',
    gap: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightRegular,
  },
  none: { color: tokens.colorNeutralForeground3 },
});

/** The next contact as a chip one presses to move it or call it off. */
export function NextContact({ card }: { card: CompanyCard }) {
  const { t } = useTranslation(['company', 'activity', 'shared']);
  const styles = useStyles();
  const [open, setOpen] = useState<'move' | 'cancel' | null>(null);
  const isPhone = useMedia(phoneQuery);
  const { nextContact } = card;
  const planned = card.planned.find((activity) => activity.id === nextContact?.activityId);
  const mayChange = card.can.logActivity && (planned?.can.update ?? true);
  const due = nextContact && (
    <>
      {t(`shared:kind.${nextContact.kind}`)}
      <DueBadge at={nextContact.at} />
      {nextContact.postponed > 0 && (
        <span title={t('activity:postponedHint', { count: nextContact.postponed })}>
          {isPhone ? `×${nextContact.postponed}` : t('activity:postponed', { count: nextContact.postponed })}
        </span>
      )}
    </>
  );

  return (
    <div className={styles.root}>
      {!nextContact && (
        <>
          <Text size={200} className={styles.none}>
            {card.noNextReason ? t('next.noneBecause', { reason: card.noNextReason }) : t('next.none')}
          </Text>
          {mayChange && (
            <Button size="small" icon={<CalendarAdd20Regular />} onClick={() => setOpen('move')}>
              {t('next.plan')}
            </Button>
          )}
        </>
      )}
      {nextContact && !mayChange && (
        <Text size={200}>
          <KindIcon kind={nextContact.kind} /> {due}
        </Text>
      )}
      {nextContact && mayChange && (
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button
              size="small"
              shape="circular"
              className={styles.chip}
              icon={<KindIcon kind={nextContact.kind} />}
              title={t('next.title')}
            >
              {due}
              <ChevronDown16Regular aria-hidden />
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem icon={<CalendarArrowRight20Regular />} onClick={() => setOpen('move')}>
                {t('next.move')}
              </MenuItem>
              <MenuItem icon={<CalendarCancel20Regular />} disabled={!planned} onClick={() => setOpen('cancel')}>
                {t('next.cancel')}
              </MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
      {nextContact && <CalendarMark companyId={card.id} activityId={nextContact.activityId} />}
      {open === 'move' && (
        <MoveDialog company={card} activityId={nextContact?.activityId ?? null} onClose={() => setOpen(null)} />
      )}
      {open === 'cancel' && planned && <CancelDialog activity={planned} onClose={() => setOpen(null)} />}
    </div>
  );
}
