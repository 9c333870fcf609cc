import { Button, makeStyles, MessageBar, MessageBarBody, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { ArrowDownload20Regular, ArrowUndo20Regular, ArrowUpload20Regular } from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  downloadOfferTemplate,
  getOfferTemplate,
  resetOfferTemplate,
  uploadOfferTemplate,
} from '../../../../service/modules/offers/offers.contract';
import { api } from '../../../shared/api';
import { useErrorText } from '../../../shared/error-text';
import { bytesText } from '../../../shared/format/bytes';
import { Section } from '../../../shared/frame/Section';
import { ListState } from '../../../shared/lists/ListState';
import { invalidate, useRead, useSend } from '../../../shared/queries';
import { When } from '../../../shared/time/When';
import { useNotify } from '../../../shared/toasts/notify-context';
import { AdminSection } from '../AdminSection';

const useStyles = makeStyles({
  root: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '4px 16px 24px' },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '760px' },
  quiet: { color: tokens.colorNeutralForeground3 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '12px' },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: '4px 16px',
    margin: '8px 0 0',
    '& dt': { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
    '& dd': { margin: 0, color: tokens.colorNeutralForeground2 },
  },
});

/** The Word template offers are printed from: taken out, changed in Word, brought back; refused when it names what there is not. */
export function OfferTemplatePage() {
  const { t } = useTranslation(['admin', 'shared']);
  const styles = useStyles();
  const errorText = useErrorText();
  const notify = useNotify();
  const client = useQueryClient();
  const send = useSend();
  const file = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const query = useRead(getOfferTemplate, {});
  const { custom, fields = [] } = query.data ?? {};
  const upload = async (chosen: File) => {
    setBusy(true);
    setFault(null);
    try {
      await api.upload(uploadOfferTemplate, { fileName: chosen.name }, chosen);
      notify.info(t('offerTemplate.uploaded'));
      await invalidate(client, [getOfferTemplate]);
    } catch (error) {
      setFault(errorText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <AdminSection name="offer-template">
      <ListState query={query} isEmpty={!query.data} empty={null}>
        <div className={styles.root}>
          <div className={styles.column}>
            <Section title={t('offerTemplate.title')}>
              {custom ? (
                <>
                  <Text block weight="semibold">
                    {custom.fileName}
                  </Text>
                  <Text size={200} className={styles.quiet}>
                    {bytesText(custom.bytes)} · <When at={custom.at} /> {custom.by?.name}
                  </Text>
                </>
              ) : (
                <Text>{t('offerTemplate.builtIn')}</Text>
              )}
              <div className={styles.buttons}>
                <Button
                  icon={<ArrowDownload20Regular />}
                  onClick={() =>
                    void api
                      .download(downloadOfferTemplate, {}, custom?.fileName ?? 'Предложение.docx')
                      .catch(notify.failed)
                  }
                >
                  {t('offerTemplate.download')}
                </Button>
                <Button
                  appearance="primary"
                  icon={<ArrowUpload20Regular />}
                  disabledFocusable={busy}
                  onClick={() => file.current?.click()}
                >
                  {t('offerTemplate.upload')}
                </Button>
                {custom && (
                  <Button
                    appearance="subtle"
                    icon={<ArrowUndo20Regular />}
                    onClick={() =>
                      void send(
                        resetOfferTemplate,
                        {},
                        { said: t('offerTemplate.wasReset'), touches: [getOfferTemplate] },
                      ).catch(() => undefined)
                    }
                  >
                    {t('offerTemplate.reset')}
                  </Button>
                )}
              </div>
              <input
                ref={file}
                type="file"
                hidden
                accept=".docx"
                aria-label={t('offerTemplate.upload')}
                onChange={(event) => {
                  const [chosen] = event.target.files ?? [];
                  if (chosen) void upload(chosen);
                  event.target.value = '';
                }}
              />
              {busy && <ProgressBar aria-label={t('shared:saving')} />}
            </Section>
            {fault && (
              <MessageBar intent="error" role="alert" layout="multiline">
                <MessageBarBody>{fault}</MessageBarBody>
              </MessageBar>
            )}
            <Section title={t('offerTemplate.fields')}>
              <Text block size={200} className={styles.quiet}>
                {t('offerTemplate.fieldsHint')}
              </Text>
              <dl className={styles.fields}>
                {fields.map(({ name, about }) => (
                  <div key={name} style={{ display: 'contents' }}>
                    <dt>{`{{${name}}}`}</dt>
                    <dd>{about}</dd>
                  </div>
                ))}
              </dl>
            </Section>
          </div>
        </div>
      </ListState>
    </AdminSection>
  );
}
