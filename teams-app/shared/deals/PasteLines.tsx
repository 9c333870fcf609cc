import {
  Badge,
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { Checkmark16Filled, QuestionCircle16Regular, Warning16Regular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readLinesFromFile, readLinesFromText, type ReadLine } from '../../../service/modules/catalog/catalog.contract';
import { api } from '../api';
import { useErrorText } from '../error-text';
import { numberText } from '../format/money';
import { draftOfRead, type LineDraft } from './line-draft';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  list: { listStyleType: 'none', margin: 0, padding: 0, maxHeight: '40vh', overflowY: 'auto' },
  row: {
    display: 'flex',
    alignItems: 'baseline',
    flexWrap: 'wrap',
    gap: '2px 8px',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  what: { flexGrow: 1, minWidth: '200px', overflowWrap: 'anywhere' },
  source: { flexBasis: '100%', color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

const looks = {
  whole: { color: 'success', icon: <Checkmark16Filled /> },
  part: { color: 'warning', icon: <QuestionCircle16Regular /> },
  none: { color: 'danger', icon: <Warning16Regular /> },
} as const;

/** A letter's text with the lines found in it. */
export interface Letter {
  text: string;
  rows: ReadLine[];
}

interface PasteLinesProps {
  /** What the letter says, and what of it was read already. */
  letter?: Letter;
  onAdd: (lines: LineDraft[]) => void;
  onClose: () => void;
}

/** A customer's table or list becomes lines, each told apart: known, half-known, not in the catalogue. */
export function PasteLines({ letter, onAdd, onClose }: PasteLinesProps) {
  const { t, i18n } = useTranslation(['deals', 'shared']);
  const styles = useStyles();
  const errorText = useErrorText();
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(letter?.text ?? '');
  const [rows, setRows] = useState<ReadLine[] | null>(letter?.rows ?? null);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const read = async (answer: Promise<{ rows: ReadLine[] }>) => {
    setBusy(true);
    setFault(null);
    try {
      setRows((await answer).rows);
    } catch (error) {
      setFault(errorText(error));
      setRows(null);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('paste.title')}</DialogTitle>
          <DialogContent className={styles.content}>
            {fault && (
              <MessageBar intent="error" role="alert">
                <MessageBarBody>{fault}</MessageBarBody>
              </MessageBar>
            )}
            <Field label={t('paste.text')} hint={rows ? undefined : t('paste.textHint')}>
              <Textarea
                rows={rows ? 3 : 7}
                resize="vertical"
                value={text}
                onChange={(_, data) => setText(data.value)}
              />
            </Field>
            {rows && (
              <>
                <Text role="status">{t('paste.found', { count: rows.length })}</Text>
                <ul className={styles.list}>
                  {rows.map((line, index) => (
                    <li key={index} className={styles.row}>
                      <Text className={styles.what}>
                        {[line.type, line.name, line.subName, line.capacity].filter(Boolean).join(' · ')}
                        {` — ${numberText(line.quantity / 1000, i18n.language)} ${line.unit}`}
                      </Text>
                      <Badge appearance="tint" color={looks[line.match].color} icon={looks[line.match].icon}>
                        {t(`paste.match.${line.match}`)}
                      </Badge>
                      {line.match !== 'whole' && (
                        <Text size={200} className={styles.source}>
                          {line.source}
                        </Text>
                      )}
                    </li>
                  ))}
                </ul>
              </>
            )}
            <input
              ref={file}
              type="file"
              accept=".xlsx,.csv,.txt"
              hidden
              aria-label={t('paste.file')}
              onChange={(event) => {
                const [chosen] = event.target.files ?? [];
                if (chosen) void read(api.upload(readLinesFromFile, { fileName: chosen.name }, chosen));
                event.target.value = '';
              }}
            />
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={() => file.current?.click()} disabledFocusable={busy}>
              {t('paste.file')}
            </Button>
            <Button
              appearance={rows ? undefined : 'primary'}
              disabledFocusable={busy || !text.trim()}
              onClick={() => void read(api.call(readLinesFromText, { text }))}
            >
              {t('paste.read')}
            </Button>
            {rows && (
              <Button appearance="primary" onClick={() => onAdd(rows.map(draftOfRead))}>
                {t('paste.add', { count: rows.length })}
              </Button>
            )}
            <Button onClick={onClose}>{t('shared:cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
