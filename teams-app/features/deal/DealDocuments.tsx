import {
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  ProgressBar,
  Text,
  tokens,
} from '@fluentui/react-components';
import { Add16Regular, Delete16Regular } from '@fluentui/react-icons';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  deleteDealDocument,
  downloadDealDocument,
  getDeal,
  listDeals,
  type DealCard,
} from '../../../service/modules/deals/deals.contract';
import { api } from '../../shared/api';
import { CategorySelect } from '../../shared/documents/CategorySelect';
import { DocumentLine } from '../../shared/documents/DocumentLine';
import { Section } from '../../shared/frame/Section';
import { useWrite } from '../../shared/queries';
import { useDealUploads } from './use-deal-uploads';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  over: { backgroundColor: tokens.colorBrandBackground2 },
  add: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** The deal's papers by category, each with who and when; what is still missing stands on top. */
export function DealDocuments({ deal }: { deal: DealCard }) {
  const { t } = useTranslation(['deals', 'shared', 'documents']);
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [category, setCategory] = useState('');
  const [over, setOver] = useState(false);
  const { uploading, add } = useDealUploads(deal.id);
  const remove = useWrite(deleteDealDocument, { said: t('shared:deleted'), touches: [getDeal, listDeals] });
  const drag = (event: DragEvent, inside: boolean) => {
    event.preventDefault();
    setOver(inside && deal.can.write);
  };
  const keep = (files: File[]) => add(files, category ? { categoryId: category } : {});
  return (
    <Section title={t('documents.title')}>
      <div
        className={mergeClasses(styles.root, over && styles.over)}
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => drag(event, event.currentTarget.contains(event.relatedTarget as Node | null))}
        onDrop={(event) => {
          drag(event, false);
          if (deal.can.write) keep([...event.dataTransfer.files]);
        }}
      >
        {deal.missing.length > 0 && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              {t('documents.missing', { names: deal.missing.map(({ name }) => name).join(', ') })}
            </MessageBarBody>
          </MessageBar>
        )}
        {deal.can.write && (
          <div className={styles.add}>
            <Button size="small" icon={<Add16Regular />} onClick={() => input.current?.click()}>
              {t('documents.add')}
            </Button>
            <CategorySelect label={t('documents.category')} value={category} onChange={setCategory} />
            <input
              ref={input}
              type="file"
              multiple
              hidden
              aria-label={t('documents.add')}
              onChange={(event) => {
                keep([...(event.target.files ?? [])]);
                event.target.value = '';
              }}
            />
          </div>
        )}
        {uploading.map((name) => (
          <ProgressBar key={name} aria-label={t('documents:uploading', { name })} />
        ))}
        {deal.documents.length === 0 && (
          <Text size={200} className={styles.quiet}>
            {t('documents.empty')}
          </Text>
        )}
        <ul className={styles.list}>
          {deal.documents.map((document) => (
            <li key={document.id} className={styles.row}>
              <DocumentLine
                document={document}
                save={() => api.download(downloadDealDocument, { dealId: deal.id, id: document.id }, document.fileName)}
              />
              {document.can.delete && (
                <Button
                  size="small"
                  appearance="subtle"
                  icon={<Delete16Regular />}
                  aria-label={t('documents.delete', { name: document.fileName })}
                  onClick={() => remove.mutate({ dealId: deal.id, id: document.id, version: document.version })}
                />
              )}
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}
