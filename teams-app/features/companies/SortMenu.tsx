import { Button, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { ArrowSort16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { companySorts } from '../../../service/modules/companies/companies.contract';
import type { CompanySort } from './company-filter';

interface SortMenuProps {
  sort: CompanySort;
  onSort: (sort: CompanySort) => void;
  /** No room for words. */
  iconOnly: boolean;
}

export function SortMenu({ sort, onSort, iconOnly }: SortMenuProps) {
  const { t } = useTranslation('companies');
  return (
    <Menu
      checkedValues={{ sort: [sort] }}
      onCheckedValueChange={(_, { checkedItems }) => onSort(checkedItems[0] as CompanySort)}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          size={iconOnly ? 'medium' : 'small'}
          icon={<ArrowSort16Regular />}
          aria-label={`${t('sort.label')}: ${t(`sort.${sort}`)}`}
        >
          {!iconOnly && t(`sort.${sort}`)}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {companySorts.map((one) => (
            <MenuItemRadio key={one} name="sort" value={one}>
              {t(`sort.${one}`)}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
