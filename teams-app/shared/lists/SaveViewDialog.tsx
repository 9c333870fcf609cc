import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { createView, listViews, type SavedView } from '../../../service/modules/companies/companies.contract';
import { useWrite } from '../queries';
import { useCan } from '../session';

interface SaveViewDialogProps {
  list: SavedView['list'];
  query: Record<string, string>;
  onClose: () => void;
}

export function SaveViewDialog({ list, query, onClose }: SaveViewDialogProps) {
  const { t } = useTranslation('shared');
  const can = useCan();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const create = useWrite(createView, { said: t('views.saved'), touches: [listViews], onWritten: onClose });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) create.mutate({ list, name, query, shared });
  };
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{t('views.save')}</DialogTitle>
            <DialogContent>
              <Field label={t('views.name')} required>
                <Input
                  autoFocus
                  value={name}
                  maxLength={80}
                  placeholder={t('views.example')}
                  onChange={(_, data) => setName(data.value)}
                />
              </Field>
              {can('views.share') && (
                <Checkbox
                  label={t('views.share')}
                  checked={shared}
                  onChange={(_, data) => setShared(data.checked === true)}
                />
              )}
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabled={!name.trim() || create.isPending}>
                {t('save')}
              </Button>
              <Button onClick={onClose}>{t('cancel')}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
