import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { setOfferStatus, type OfferRow } from '../../../service/modules/offers/offers.contract';
import { ChoiceChips } from '../forms/ChoiceChips';
import { useSend } from '../queries';
import { touchedByOffer } from './touched';

const useStyles = makeStyles({ content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM } });

const usualReasons = ['price', 'term', 'rival', 'postponed', 'other'] as const;

interface CloseOfferDialogProps {
  offer: Pick<OfferRow, 'id' | 'version' | 'number'>;
  status: 'lost' | 'cancelled';
  onClose: () => void;
}

/** Why it came to nothing: a usual reason by one press, or one's own words. */
export function CloseOfferDialog({ offer, status, onClose }: CloseOfferDialogProps) {
  const { t } = useTranslation(['offers', 'shared']);
  const styles = useStyles();
  const send = useSend();
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!reason.trim()) return setFault(t('shared:field.required'));
    setBusy(true);
    try {
      await send(
        setOfferStatus,
        { id: offer.id, version: offer.version, status, reason },
        { said: t(`said.${status}`, { number: offer.number }), touches: touchedByOffer },
      );
      onClose();
    } catch {
      setBusy(false);
    }
  };
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface style={{ maxWidth: '480px' }}>
        <form noValidate onSubmit={(event) => void submit(event)}>
          <DialogBody>
            <DialogTitle>{t(`close.${status}`, { number: offer.number })}</DialogTitle>
            <DialogContent className={styles.content}>
              {status === 'lost' && (
                <ChoiceChips
                  aria-label={t('close.reason')}
                  choices={usualReasons.map((one) => ({ value: t(`reasons.${one}`), text: t(`reasons.${one}`) }))}
                  value={reason}
                  onChange={(chosen) => setReason(chosen ?? '')}
                />
              )}
              <Field label={t('close.reason')} required validationMessage={fault}>
                <Textarea
                  autoFocus
                  rows={2}
                  maxLength={500}
                  value={reason}
                  onChange={(_, data) => {
                    setReason(data.value);
                    setFault(undefined);
                  }}
                />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabledFocusable={busy}>
                {t('close.save')}
              </Button>
              <Button onClick={onClose}>{t('shared:cancel')}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
