import {
  Button,
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
import { updateActivity } from '../../../service/modules/activities/activities.contract';
import type { ActivityView } from '../../../service/modules/companies/companies.contract';
import { useWrite } from '../queries';
import { useMoments } from '../time/use-moments';
import { touchedByActivity } from './touched';

/** Calls off what is planned; the reason stays in the history. */
export function CancelDialog({ activity, onClose }: { activity: ActivityView; onClose: () => void }) {
  const { t } = useTranslation(['activity', 'shared']);
  const { moment } = useMoments();
  const [reason, setReason] = useState('');
  const cancel = useWrite(updateActivity, {
    said: t('cancelDone'),
    touches: touchedByActivity(activity.companyId),
    onWritten: onClose,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim()) cancel.mutate({ id: activity.id, version: activity.version, cancel: reason });
  };
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{t('cancelTitle')}</DialogTitle>
            <DialogContent>
              <Field
                label={t('cancelReason')}
                required
                hint={`${t(`shared:kind.${activity.kind}`)}, ${moment(activity.at)}`}
              >
                <Input
                  autoFocus
                  value={reason}
                  maxLength={300}
                  placeholder={t('withoutHint')}
                  onChange={(_, data) => setReason(data.value)}
                />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabled={!reason.trim() || cancel.isPending}>
                {t('cancel')}
              </Button>
              <Button onClick={onClose}>{t('shared:close')}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
