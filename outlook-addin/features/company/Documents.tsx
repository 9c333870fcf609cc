import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { downloadDocument, listDocuments } from '../../../service/modules/documents/documents.contract';
import { api } from '../../../teams-app/shared/api';
import { bytesText } from '../../../teams-app/shared/format/bytes';
import { ListState } from '../../../teams-app/shared/lists/ListState';
import { usePages } from '../../../teams-app/shared/queries';
import { When } from '../../../teams-app/shared/time/When';
import { useNotify } from '../../../teams-app/shared/toasts/notify-context';

const useStyles = makeStyles({
  row: { paddingBlock: '6px' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** The company’s newest files. */
export function Documents({ companyId }: { companyId: string }) {
  const { t } = useTranslation('pane');
  const styles = useStyles();
  const notify = useNotify();
  const list = usePages(listDocuments, { companyId, limit: 20 });
  const download = (id: string, fileName: string) =>
    void api.download(downloadDocument, { id }, fileName).catch(notify.failed);
  return (
    <ListState query={list} isEmpty={list.rows.length === 0} empty={<Text size={200}>{t('noDocuments')}</Text>}>
      {list.rows.map(({ id, fileName, bytes, category, at }) => (
        <div key={id} className={styles.row}>
          <Link as="button" onClick={() => download(id, fileName)}>
            {fileName}
          </Link>
          <Text size={200} block className={styles.quiet}>
            {[category?.name, bytesText(bytes)].filter(Boolean).join(' · ')} · <When at={at} />
          </Text>
        </div>
      ))}
    </ListState>
  );
}
