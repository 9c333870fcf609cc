import { Badge, makeStyles, mergeClasses, Switch, Text, tokens } from '@fluentui/react-components';
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
import { RowButtons, RowMenu } from '../../../shared/lists/row-actions';
import { useRead, useSend } from '../../../shared/queries';
import { useMedia } from '../../../shared/use-media';
import { AddButton } from '../AddButton';
import { AdminSection } from '../AdminSection';
import { inOrder } from '../ordered';
import { useOrderedActions } from '../use-ordered-actions';
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
  const isPhone = useMedia(phoneQuery);
  const [archived, setArchived] = useState(false);
  const [editing, setEditing] = useState<DocumentCategoryView | 'new' | null>(null);
  const query = useRead(listDocumentCategories, archived ? { archived } : {}, { placeholderData: (before) => before });
  const categories = inOrder(query.data?.rows ?? []);
  const itemsOf = useOrderedActions({
    words: 'categories',
    rows: categories,
    list: listDocumentCategories,
    change: (input, options) => send(updateDocumentCategory, input, options),
    onEdit: setEditing,
  });
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
                      {category.neededForDeals && (
                        <Badge appearance="tint" color="brand">
                          {t('categories.neededMark')}
                        </Badge>
                      )}{' '}
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
