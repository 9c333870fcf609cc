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
import { MoreVertical20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { CompanyRow } from '../../../service/modules/companies/companies.contract';
import { CompanyName } from '../../shared/company/CompanyName';
import { DueBadge } from '../../shared/company/DueBadge';
import { LocalClock } from '../../shared/company/LocalClock';
import { useSeesOthers } from '../../shared/session';
import type { ActionItem } from './use-action-items';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  texts: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: '2px' },
  facts: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexShrink: 0 },
  button: { minWidth: '44px', minHeight: '44px' },
});

/** A company's row on a phone: the call is under the thumb, the rest in a menu. */
export function CompanyCard({ row, items }: { row: CompanyRow; items: ActionItem[] }) {
  const { t } = useTranslation(['companies', 'shared']);
  const styles = useStyles();
  const seesOthers = useSeesOthers();
  const facts = [
    t(`shared:status.${row.status}`),
    seesOthers && (row.owner?.name ?? t('shared:owner.none')),
    row.city,
  ].filter(Boolean);
  const call = items.find(({ id }) => id === 'call');
  return (
    <div className={styles.root}>
      <div className={styles.texts}>
        <CompanyName name={row.name} />
        <Text size={200} className={styles.facts}>
          {facts.join(' · ')} <LocalClock timeZone={row.timeZone} />
        </Text>
        <Text size={200} className={styles.facts}>
          {row.nextContact ? <DueBadge at={row.nextContact.at} /> : `${t('column.next')}: ${t('noNext')}`}
        </Text>
      </div>
      <div className={styles.buttons} onClick={(event) => event.stopPropagation()}>
        {call && (
          <Button
            appearance="primary"
            className={styles.button}
            icon={call.icon}
            aria-label={t('action.of', { action: call.text, name: row.name })}
            onClick={call.run}
          />
        )}
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button
              appearance="subtle"
              className={styles.button}
              icon={<MoreVertical20Regular />}
              aria-label={t('action.more', { name: row.name })}
            />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {items
                .filter((item) => item !== call)
                .map(({ id, text, icon, run }) => (
                  <MenuItem key={id} icon={icon} onClick={run}>
                    {text}
                  </MenuItem>
                ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
    </div>
  );
}
