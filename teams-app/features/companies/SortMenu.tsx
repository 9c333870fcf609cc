import { Button, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { ArrowSort16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { companySorts } from '../../../service/modules/companies/companies.contract';
import type { CompanySort } from './company-filter';

export function SortMenu({ sort, onSort }: { sort: CompanySort; onSort: (sort: CompanySort) => void }) {
  const { t } = useTranslation('companies');
  return (
    <Menu
      checkedValues={{ sort: [sort] }}
      onCheckedValueChange={(_, { checkedItems }) => onSort(checkedItems[0] as CompanySort)}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          size="small"
          icon={<ArrowSort16Regular />}
          aria-label={`${t('sort.label')}: ${t(`sort.${sort}`)}`}
        >
          {t(`sort.${sort}`)}
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
