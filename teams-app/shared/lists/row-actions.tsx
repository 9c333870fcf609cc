import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from '@fluentui/react-components';
import { MoreVertical20Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';

export interface RowAction {
  id: string;
  text: string;
  icon: ReactElement;
  run: () => void;
  /** The key that does the same. */
  key?: string;
  primary?: boolean;
  /** Not now, but its place is kept. */
  disabled?: boolean;
}

const useStyles = makeStyles({ menu: { minWidth: '44px', minHeight: '44px' } });

interface RowActionsProps {
  /** What the actions are done with, for those who hear them: «Позвонить: Ромашка». */
  name: string;
  items: readonly RowAction[];
}

/** A row's actions as small buttons at its end. */
export function RowButtons({ name, items }: RowActionsProps) {
  return items.map(({ id, text, key, icon, primary, disabled, run }) => (
    <Tooltip key={id} content={key ? `${text}  ${key}` : text} relationship="description" withArrow>
      <Button
        size="small"
        appearance={primary ? 'primary' : 'subtle'}
        icon={icon}
        aria-label={`${text}: ${name}`}
        disabledFocusable={disabled}
        onClick={run}
      />
    </Tooltip>
  ));
}

/** The same in a menu, for a card under a thumb. */
export function RowMenu({ label, items }: { label: string; items: readonly RowAction[] }) {
  const styles = useStyles();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" className={styles.menu} icon={<MoreVertical20Regular />} aria-label={label} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {items.map(({ id, text, icon, disabled, run }) => (
            <MenuItem key={id} icon={icon} disabled={disabled} onClick={run}>
              {text}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
