import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled, Save16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { largestDocument, listDocuments, uploadDocument } from '../../../service/modules/documents/documents.contract';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../teams-app/shared/api';
import { CategorySelect } from '../../../teams-app/shared/documents/CategorySelect';
import { useErrorText } from '../../../teams-app/shared/error-text';
import { bytesText } from '../../../teams-app/shared/format/bytes';
import { invalidate } from '../../../teams-app/shared/queries';
import { OtherItemOpen } from '../../current-item';
import type { Attachment } from '../../mail-item';
import { OfficeFailure } from '../../office/ask';
import { readAttachment } from '../../office/letter-content';
import { useBeside, useCurrentItem } from '../../open-item';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '4px 8px',
    alignItems: 'center',
    paddingBlock: '8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  whole: { gridColumn: '1 / -1' },
  quiet: { color: tokens.colorNeutralForeground3 },
  done: { color: tokens.colorStatusSuccessForeground1, display: 'flex', alignItems: 'center', gap: '4px' },
  fault: { color: tokens.colorStatusDangerForeground1 },
});

/** Files of the letter, each kept with the company under a category; one that fails does not touch the others. */
export function Attachments({ companyId, activityId }: { companyId: string; activityId: string | null }) {
  const { item } = useBeside();
  return item.attachments.map((file) => (
    <AttachmentRow key={file.id} file={file} companyId={companyId} activityId={activityId} />
  ));
}

interface AttachmentRowProps {
  file: Attachment;
  companyId: string;
  /** The logged letter’s; null while it is not logged. */
  activityId: string | null;
}

function AttachmentRow({ file, companyId, activityId }: AttachmentRowProps) {
  const { t } = useTranslation(['pane', 'shared']);
  const styles = useStyles();
  const errorText = useErrorText();
  const client = useQueryClient();
  const { open } = useBeside();
  const current = useCurrentItem();
  const [categoryId, setCategoryId] = useState('');
  const [state, setState] = useState<'new' | 'saving' | 'saved'>('new');
  const [fault, setFault] = useState<string | null>(null);
  const tooLarge = file.size > largestDocument;

  const save = async () => {
    setState('saving');
    setFault(null);
    try {
      const bytes = await current.during(open, () => readAttachment(file.id));
      current.require(open);
      await api.upload(
        uploadDocument,
        { companyId, fileName: file.name, activityId: activityId ?? undefined, categoryId: categoryId || undefined },
        bytes,
      );
      setState('saved');
      await invalidate(client, [listDocuments]);
    } catch (error) {
      setState('new');
      if (error instanceof OtherItemOpen) return;
      setFault(error instanceof OfficeFailure ? t('fileNotRead') : errorText(error));
    }
  };
  return (
    <div className={styles.row}>
      <Text className={styles.whole}>
        {file.name}{' '}
        <Text size={200} className={styles.quiet}>
          {bytesText(file.size)}
        </Text>
      </Text>
      {tooLarge ? (
        <Text size={200} className={styles.whole}>
          {t('fileTooLarge')}
        </Text>
      ) : state === 'saved' ? (
        <Text size={200} className={styles.done} role="status">
          <CheckmarkCircle16Filled aria-hidden />
          {t('fileSaved')}
        </Text>
      ) : (
        <>
          <CategorySelect label={t('categoryOf', { file: file.name })} value={categoryId} onChange={setCategoryId} />
          <Button
            size="small"
            icon={<Save16Regular />}
            disabledFocusable={state === 'saving'}
            onClick={() => void save()}
          >
            {t('shared:save')}
          </Button>
        </>
      )}
      {state === 'saving' && <ProgressBar className={styles.whole} aria-label={t('shared:saving')} />}
      {fault && (
        <Text size={200} role="alert" className={`${styles.fault} ${styles.whole}`}>
          {fault}
        </Text>
      )}
    </div>
  );
}
