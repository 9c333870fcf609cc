import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';

/** What was typed cannot be brought back, so this one question is asked. */
export function DiscardDialog({ onDiscard, onKeep }: { onDiscard: () => void; onKeep: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog open modalType="alert">
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('field.discardQuestion')}</DialogTitle>
          <DialogContent>{t('field.unsaved')}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onKeep}>
              {t('field.keepEditing')}
            </Button>
            <Button onClick={onDiscard}>{t('field.discard')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
