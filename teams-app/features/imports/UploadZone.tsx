import {
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ArrowUpload24Regular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { listImports, uploadImport } from '../../../service/modules/imports/imports.contract';
import { api } from '../../shared/api';
import { useErrorText } from '../../shared/error-text';
import { phone } from '../../shared/frame/breakpoints';
import { invalidate } from '../../shared/queries';

const useStyles = makeStyles({
  root: {
    flex: '2 1 0',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    padding: '16px',
    boxSizing: 'border-box',
    minWidth: 0,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    [phone]: { padding: '12px' },
  },
  over: { border: `1px dashed ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  heading: { margin: 0 },
  text: { color: tokens.colorNeutralForeground2 },
  drop: { color: tokens.colorNeutralForeground2, [phone]: { display: 'none' } },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  wide: { width: '100%', boxSizing: 'border-box', overflowWrap: 'anywhere' },
});

/** A list comes in by the button or by dropping the file; the page of the import opens with what was recognised. */
export function UploadZone() {
  const { t } = useTranslation('imports');
  const styles = useStyles();
  const navigate = useNavigate();
  const client = useQueryClient();
  const errorText = useErrorText();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const upload = useMutation({
    mutationFn: (file: File) => api.upload(uploadImport, { fileName: file.name }, file),
    onSuccess: (made) => {
      void invalidate(client, [listImports]);
      void navigate(`/import/${made.id}`);
    },
  });
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file && !upload.isPending) upload.mutate(file);
  };
  const drag = (event: DragEvent, inside: boolean) => {
    event.preventDefault();
    setOver(inside);
  };

  return (
    <section
      className={mergeClasses(styles.root, over && styles.over)}
      aria-label={t('upload.title')}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, event.currentTarget.contains(event.relatedTarget as Node | null))}
      onDrop={(event) => {
        drag(event, false);
        take(event.dataTransfer.files);
      }}
    >
      <Text as="h2" size={400} weight="semibold" className={styles.heading}>
        {t('upload.title')}
      </Text>
      <Text className={styles.text}>{t('upload.text')}</Text>
      <div className={styles.line}>
        <Button
          appearance="primary"
          icon={<ArrowUpload24Regular />}
          disabled={upload.isPending}
          onClick={() => input.current?.click()}
        >
          {t('upload.choose')}
        </Button>
        <Text className={styles.drop}>{over ? t('upload.dropNow') : t('upload.drop')}</Text>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,.xlsx,.vcf"
        aria-label={t('upload.choose')}
        onChange={(event) => {
          take(event.target.files);
          // The same file may be chosen again, mended.
          event.target.value = '';
        }}
      />
      <div className={styles.wide} aria-live="polite">
        {upload.isPending && (
          <>
            <Text size={200}>{t('upload.busy', { file: upload.variables.name })}</Text>
            <ProgressBar aria-label={t('upload.busy', { file: upload.variables.name })} />
          </>
        )}
        {upload.error && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{t('upload.failed', { file: upload.variables.name })}</MessageBarTitle>{' '}
              {errorText(upload.error)}
            </MessageBarBody>
          </MessageBar>
        )}
      </div>
    </section>
  );
}
