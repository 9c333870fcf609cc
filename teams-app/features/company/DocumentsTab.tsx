import {
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ArrowUpload20Regular, Delete20Regular, Dismiss16Regular } from '@fluentui/react-icons';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  deleteDocument,
  listDocumentCategories,
  listDocuments,
} from '../../../service/modules/documents/documents.contract';
import type { CompanyCard } from '../../../service/modules/companies/companies.contract';
import { CategorySelect } from '../../shared/documents/CategorySelect';
import { DocumentLine } from '../../shared/documents/DocumentLine';
import { ChoiceChips } from '../../shared/forms/ChoiceChips';
import { Message } from '../../shared/frame/Message';
import { phone } from '../../shared/frame/breakpoints';
import { ListState } from '../../shared/lists/ListState';
import { usePages, useRead, useWrite } from '../../shared/queries';
import { useUploads } from './use-uploads';

const useStyles = makeStyles({
  root: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: '12px 16px 24px',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  over: { backgroundColor: tokens.colorBrandBackground2 },
  add: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  category: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  drop: { color: tokens.colorNeutralForeground3, [phone]: { display: 'none' } },
  list: {
    maxWidth: '760px',
    margin: 0,
    padding: '4px 12px',
    listStyleType: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
});

/** Files kept with the company, the newest first; more come by a button or by dropping them. */
export function DocumentsTab({ card }: { card: CompanyCard }) {
  const { t } = useTranslation(['documents', 'shared']);
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [filter, setFilter] = useState<string | null>(null);
  const [category, setCategory] = useState('');
  const [over, setOver] = useState(false);
  const { data: categories } = useRead(listDocumentCategories, {}, { staleTime: 10 * 60_000 });
  const list = usePages(listDocuments, { companyId: card.id, categoryId: filter ?? undefined }, { keepPrevious: true });
  const remove = useWrite(deleteDocument, { said: t('shared:deleted'), touches: [listDocuments] });
  const { uploads, faults, add, dismiss } = useUploads(card.id);
  const mayAdd = card.can.logActivity;
  const drag = (event: DragEvent, inside: boolean) => {
    event.preventDefault();
    setOver(inside && mayAdd);
  };
  return (
    <div
      className={mergeClasses(styles.root, over && styles.over)}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, event.currentTarget.contains(event.relatedTarget as Node | null))}
      onDrop={(event) => {
        drag(event, false);
        if (mayAdd) add([...event.dataTransfer.files], category);
      }}
    >
      {mayAdd && (
        <div className={styles.add}>
          <Button appearance="primary" icon={<ArrowUpload20Regular />} onClick={() => input.current?.click()}>
            {t('add')}
          </Button>
          <span className={styles.category}>
            <Text size={200}>{t('category')}</Text>
            <CategorySelect label={t('category')} value={category} onChange={setCategory} />
          </span>
          <Text size={200} className={styles.drop}>
            {over ? t('dropNow') : t('drop')}
          </Text>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            aria-label={t('add')}
            onChange={(event) => {
              add([...(event.target.files ?? [])], category);
              // The same file may be chosen again.
              event.target.value = '';
            }}
          />
        </div>
      )}
      <div aria-live="polite">
        {uploads.map(({ id, name }) => (
          <div key={id}>
            <Text size={200}>{t('uploading', { name })}</Text>
            <ProgressBar aria-label={t('uploading', { name })} />
          </div>
        ))}
        {faults.map(({ id, text }) => (
          <MessageBar key={id} intent="error" layout="multiline">
            <MessageBarBody>{text}</MessageBarBody>
            <MessageBarActions
              containerAction={
                <Button
                  appearance="transparent"
                  icon={<Dismiss16Regular />}
                  aria-label={t('dismiss')}
                  onClick={() => dismiss(id)}
                />
              }
            />
          </MessageBar>
        ))}
      </div>
      {(list.rows.length > 0 || filter) && (
        <ChoiceChips
          aria-label={t('title')}
          choices={(categories?.rows ?? []).map(({ id, name }) => ({ value: id, text: name }))}
          value={filter}
          onChange={setFilter}
          clearable
          small
        />
      )}
      <ListState
        query={list}
        isEmpty={list.rows.length === 0}
        empty={
          <Message title={t(filter ? 'emptyFilter' : 'empty')} text={filter || !mayAdd ? undefined : t('emptyHint')} />
        }
      >
        <ul className={styles.list}>
          {list.rows.map((document) => (
            <li key={document.id} className={styles.row}>
              <DocumentLine document={document} />
              {document.can.delete && (
                <Button
                  appearance="subtle"
                  icon={<Delete20Regular />}
                  aria-label={t('delete', { name: document.fileName })}
                  title={t('shared:delete')}
                  onClick={() => remove.mutate({ id: document.id, version: document.version })}
                />
              )}
            </li>
          ))}
        </ul>
        {list.hasNextPage && <Button onClick={list.loadMore}>{t('shared:showMore')}</Button>}
      </ListState>
    </div>
  );
}
