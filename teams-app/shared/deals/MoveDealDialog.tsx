import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Text,
  Textarea,
} from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { moveDeal, type DealRow } from '../../../service/modules/deals/deals.contract';
import type { StageMeaning } from '../../../service/modules/deals/stage-meanings';
import { isApiError } from '../api-error';
import { useErrorText } from '../error-text';
import { useSend } from '../queries';
import { touchedByDeal } from './touched';

interface MoveDealDialogProps {
  deal: Pick<DealRow, 'id' | 'version' | 'number' | 'subject'>;
  stage: { id: string; name: string; meaning: StageMeaning };
  onClose: () => void;
  /** It was moved; when the dialog is closed without, it was not. */
  onMoved?: () => void;
}

/** A deal goes to another stage with a word about it; a stalled or lost one says why. Ctrl+Enter moves. */
export function MoveDealDialog({ deal, stage, onClose, onMoved }: MoveDealDialogProps) {
  const { t } = useTranslation(['deals', 'shared']);
  const send = useSend();
  const errorText = useErrorText();
  const [comment, setComment] = useState('');
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const mustSay = stage.meaning === 'stalled' || stage.meaning === 'lost';
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (mustSay && !comment.trim()) return setFault(t('shared:field.required'));
    setBusy(true);
    try {
      await send(
        moveDeal,
        { id: deal.id, version: deal.version, stageId: stage.id, comment },
        {
          said: t('move.moved', { number: deal.number, stage: stage.name }),
          touches: touchedByDeal,
          refusals: 'caller',
        },
      );
      onMoved?.();
      onClose();
    } catch (error) {
      setFault((isApiError(error) && error.fields?.comment) || errorText(error));
      setBusy(false);
    }
  };
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface style={{ maxWidth: '440px' }}>
        <form
          noValidate
          onSubmit={(event) => void submit(event)}
          onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && void submit(event)}
        >
          <DialogBody>
            <DialogTitle>{t('move.title', { name: stage.name })}</DialogTitle>
            <DialogContent>
              <Text block size={200} style={{ marginBottom: 8 }}>
                {deal.number} · {deal.subject}
              </Text>
              <Field
                label={t(mustSay ? 'move.why' : 'move.comment')}
                required={mustSay}
                hint={mustSay ? undefined : t('move.commentHint')}
                validationMessage={fault}
              >
                <Textarea
                  autoFocus
                  rows={3}
                  maxLength={2000}
                  value={comment}
                  onChange={(_, data) => setComment(data.value)}
                />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabledFocusable={busy}>
                {t('move.save')}
              </Button>
              <Button onClick={onClose}>{t('shared:cancel')}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
