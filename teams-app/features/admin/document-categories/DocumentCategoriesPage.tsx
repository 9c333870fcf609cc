import { Badge, makeStyles, mergeClasses, Switch, Text, tokens } from '@fluentui/react-components';
import {
  Archive20Regular,
  ArrowDown20Regular,
  ArrowUndo20Regular,
  ArrowUp20Regular,
  Edit20Regular,
} from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  listDocumentCategories,
  updateDocumentCategory,
  type DocumentCategoryView,
} from '../../../../service/modules/documents/documents.contract';
import { phoneQuery } from '../../../shared/frame/breakpoints';
import { Section } from '../../../shared/frame/Section';
import { ListState } from '../../../shared/lists/ListState';
import { RowButtons, RowMenu, type RowAction } from '../../../shared/lists/row-actions';
import { invalidate, useRead, useSend } from '../../../shared/queries';
import { useMedia } from '../../../shared/use-media';
import { AddButton } from '../AddButton';
import { AdminSection } from '../AdminSection';
import { inOrder, moved } from '../ordered';
import { DocumentCategoryForm } from './DocumentCategoryForm';

const useStyles = makeStyles({
  root: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '4px 16px 24px' },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '760px' },
  secondary: { color: tokens.colorNeutralForeground3 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '40px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexShrink: 0 },
});

/** What documents are sorted by: named, ordered, archived; documents keep the category they have. */
export function DocumentCategoriesPage() {
  const { t } = useTranslation(['admin', 'shared']);
  const styles = useStyles();
  const send = useSend();
  const client = useQueryClient();
  const isPhone = useMedia(phoneQuery);
  const [archived, setArchived] = useState(false);
  const [editing, setEditing] = useState<DocumentCategoryView | 'new' | null>(null);
  const query = useRead(listDocumentCategories, archived ? { archived } : {}, { placeholderData: (before) => before });
  const categories = inOrder(query.data?.rows ?? []);
  const quietly = (promise: Promise<unknown>) => void promise.catch(() => undefined);

  const move = async (index: number, by: 1 | -1) => {
    try {
      for (const { row, position } of moved(categories, index, by))
        await send(updateDocumentCategory, { id: row.id, version: row.version, position });
    } finally {
      await invalidate(client, [listDocumentCategories]);
    }
  };
  const archive = ({ id, version, name, archived: isArchived }: DocumentCategoryView) =>
    send(
      updateDocumentCategory,
      { id, version, archived: !isArchived },
      {
        said: t(isArchived ? 'categories.restored' : 'categories.archivedNow', { name }),
        touches: [listDocumentCategories],
      },
    );
  const itemsOf = (category: DocumentCategoryView, index: number): RowAction[] => [
    {
      id: 'up',
      text: t('categories.up'),
      icon: <ArrowUp20Regular />,
      disabled: index === 0,
      run: () => quietly(move(index, -1)),
    },
    {
      id: 'down',
      text: t('categories.down'),
      icon: <ArrowDown20Regular />,
      disabled: index === categories.length - 1,
      run: () => quietly(move(index, 1)),
    },
    { id: 'edit', text: t('shared:edit'), icon: <Edit20Regular />, run: () => setEditing(category) },
    {
      id: 'archive',
      text: t(category.archived ? 'categories.restore' : 'categories.archive'),
      icon: category.archived ? <ArrowUndo20Regular /> : <Archive20Regular />,
      run: () => quietly(archive(category)),
    },
  ];
  return (
    <AdminSection
      name="document-categories"
      actions={<AddButton text={t('categories.add')} onClick={() => setEditing('new')} />}
    >
      <ListState query={query} isEmpty={!query.data} empty={null}>
        <div className={styles.root}>
          <div className={styles.column}>
            <Text className={styles.secondary}>{t('categories.intro')}</Text>
            <Switch
              label={t('categories.showArchived')}
              checked={archived}
              onChange={(_, { checked }) => setArchived(checked)}
            />
            <Section title={t('section.document-categories')}>
              <ul className={styles.list}>
                {categories.map((category, index) => (
                  <li key={category.id} className={styles.row}>
                    <span className={styles.name}>
                      <Text className={mergeClasses(category.archived && styles.secondary)}>{category.name}</Text>{' '}
                      {category.archived && (
                        <Badge appearance="outline" color="informative">
                          {t('categories.archived')}
                        </Badge>
                      )}
                    </span>
                    <span className={styles.buttons}>
                      {isPhone ? (
                        <RowMenu
                          label={t('categories.more', { name: category.name })}
                          items={itemsOf(category, index)}
                        />
                      ) : (
                        <RowButtons name={category.name} items={itemsOf(category, index)} />
                      )}
                    </span>
                  </li>
                ))}
              </ul>
            </Section>
          </div>
        </div>
      </ListState>
      {editing && (
        <DocumentCategoryForm
          category={editing === 'new' ? null : editing}
          nextPosition={Math.min(1000, Math.max(0, ...categories.map(({ position }) => position)) + 10)}
          onClose={() => setEditing(null)}
        />
      )}
    </AdminSection>
  );
}
