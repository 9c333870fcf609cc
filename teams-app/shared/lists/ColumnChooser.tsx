import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from '@fluentui/react-components';
import { ColumnTriple20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { Column } from './columns';

interface ColumnChooserProps<T> {
  columns: Column<T>[];
  chosen: string[];
  onChoose: (ids: string[]) => void;
  onReset: () => void;
}

export function ColumnChooser<T>({ columns, chosen, onChoose, onReset }: ColumnChooserProps<T>) {
  const { t } = useTranslation();
  return (
    <Menu checkedValues={{ columns: chosen }} onCheckedValueChange={(_, data) => onChoose(data.checkedItems)}>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={t('columns.choose')} relationship="label">
          <Button appearance="subtle" icon={<ColumnTriple20Regular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {columns
            .filter((column) => !column.fixed)
            .map((column) => (
              <MenuItemCheckbox key={column.id} name="columns" value={column.id}>
                {column.title}
              </MenuItemCheckbox>
            ))}
          <MenuDivider />
          <MenuItem onClick={onReset}>{t('columns.reset')}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
