import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuSplitGroup,
  MenuTrigger,
  Tooltip,
} from '@fluentui/react-components';
import { Add20Regular, Bookmark20Regular, Delete16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deleteView, listViews, type SavedView } from '../../../service/modules/companies/companies.contract';
import { useRead, useWrite } from '../queries';
import { SaveViewDialog } from './SaveViewDialog';

interface SavedViewsProps {
  list: SavedView['list'];
  /** The filter as it is now. */
  query: Record<string, string>;
  onChoose: (query: Record<string, string>) => void;
}

/** Filters worth a name: one's own and those shared with everybody. */
export function SavedViews({ list, query, onChoose }: SavedViewsProps) {
  const { t } = useTranslation('shared');
  const { data } = useRead(listViews, {}, { staleTime: 5 * 60_000 });
  const [saving, setSaving] = useState(false);
  const remove = useWrite(deleteView, { said: t('views.deleted'), touches: [listViews] });
  const views = (data?.rows ?? []).filter((view) => view.list === list);
  const groups = [
    { title: t('views.mine'), views: views.filter((view) => !view.shared) },
    { title: t('views.shared'), views: views.filter((view) => view.shared) },
  ].filter((group) => group.views.length > 0);

  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Tooltip content={t('views.title')} relationship="label">
            <Button appearance="subtle" icon={<Bookmark20Regular />} />
          </Tooltip>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {groups.map((group) => (
              <MenuGroup key={group.title}>
                <MenuGroupHeader>{group.title}</MenuGroupHeader>
                {group.views.map((view) => (
                  <MenuSplitGroup key={view.id}>
                    <MenuItem onClick={() => onChoose(view.query)}>{view.name}</MenuItem>
                    {view.mine && (
                      <MenuItem
                        icon={<Delete16Regular />}
                        aria-label={t('views.delete', { name: view.name })}
                        onClick={() => remove.mutate({ id: view.id, version: view.version })}
                      />
                    )}
                  </MenuSplitGroup>
                ))}
              </MenuGroup>
            ))}
            {groups.length > 0 && <MenuDivider />}
            <MenuItem
              icon={<Add20Regular />}
              disabled={Object.keys(query).length === 0}
              onClick={() => setSaving(true)}
            >
              {t('views.save')}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {saving && <SaveViewDialog list={list} query={query} onClose={() => setSaving(false)} />}
    </>
  );
}
