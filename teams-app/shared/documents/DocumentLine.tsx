import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { downloadDocument, type DocumentView } from '../../../service/modules/documents/documents.contract';
import { api } from '../api';
import { bytesText } from '../format/bytes';
import { When } from '../time/When';
import { useNotify } from '../toasts/notify-context';

const useStyles = makeStyles({
  root: { minWidth: 0, paddingBlock: '6px' },
  name: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    textAlign: 'start',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface DocumentLineProps {
  document: DocumentView;
  /** How its file is had, when not as one of its company's. */
  save?: () => Promise<void>;
}

/** A kept file: its name saves it; under it the category, the size, when and who. */
export function DocumentLine({ document, save }: DocumentLineProps) {
  const { t } = useTranslation('documents');
  const styles = useStyles();
  const notify = useNotify();
  const { id, fileName, bytes, category, at, uploader } = document;
  return (
    <div className={styles.root}>
      <Link
        as="button"
        className={styles.name}
        title={t('save', { name: fileName })}
        onClick={() => void (save?.() ?? api.download(downloadDocument, { id }, fileName)).catch(notify.failed)}
      >
        {fileName}
      </Link>
      <Text size={200} block className={styles.quiet}>
        {[category?.name, bytesText(bytes)].filter(Boolean).join(' · ')} · <When at={at} />
        {uploader && ` · ${uploader.name}`}
      </Text>
    </div>
  );
}
