import { Text } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { listDocuments } from '../../../service/modules/documents/documents.contract';
import { DocumentLine } from '../../../teams-app/shared/documents/DocumentLine';
import { ListState } from '../../../teams-app/shared/lists/ListState';
import { usePages } from '../../../teams-app/shared/queries';

/** The company’s newest files. */
export function Documents({ companyId }: { companyId: string }) {
  const { t } = useTranslation('documents');
  const list = usePages(listDocuments, { companyId, limit: 20 });
  return (
    <ListState query={list} isEmpty={list.rows.length === 0} empty={<Text size={200}>{t('empty')}</Text>}>
      {list.rows.map((document) => (
        <DocumentLine key={document.id} document={document} />
      ))}
    </ListState>
  );
}
