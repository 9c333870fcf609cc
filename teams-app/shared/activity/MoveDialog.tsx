import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { logActivity, updateActivity } from '../../../service/modules/activities/activities.contract';
import { getCompany, type NextContactView } from '../../../service/modules/companies/companies.contract';
import { CompanyName } from '../company/CompanyName';
import { useRead, useSend } from '../queries';
import { useMoments } from '../time/use-moments';
import { useNow } from '../time/use-now';
import { nextMoment, type NextChoice } from './log-draft';
import { NextContactPicker } from './NextContactPicker';
import { touchedByActivity } from './touched';
import { usePresets } from './use-presets';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  now: { color: tokens.colorNeutralForeground3 },
});

interface MoveDialogProps {
  company: { id: string; name: string; timeZone: string };
  /** The planned activity to move; null plans a call. */
  activityId: string | null;
  onClose: () => void;
  onMoved?: (nextContact: NextContactView | null) => void;
  onUndone?: () => void;
}

/** Another date for what is planned, or a first one. A move is counted as put off. */
export function MoveDialog({ company, activityId, onClose, onMoved, onUndone }: MoveDialogProps) {
  const { t } = useTranslation(['activity', 'shared']);
  const styles = useStyles();
  const { moment, zone } = useMoments();
  const send = useSend();
  const now = useNow();
  const presets = usePresets(company.id);
  const { data: card } = useRead(getCompany, { id: company.id });
  const [next, setNext] = useState<NextChoice>({ mode: 'unset' });
  const [fault, setFault] = useState<'nextNeeded' | 'pastDate' | null>(null);
  const [busy, setBusy] = useState(false);
  const planned = card?.planned.find((activity) => activity.id === activityId) ?? null;
  const title = activityId ? t('moveTitle') : t('planTitle');

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const at = nextMoment(next, presets, zone);
    if (!at || Date.parse(at) <= now) return setFault(at ? 'pastDate' : 'nextNeeded');
    const options = {
      said: t(activityId ? 'movedTo' : 'planned', { moment: moment(at) }),
      touches: touchedByActivity(company.id),
      onUndone: () => onUndone?.(),
    };
    setBusy(true);
    try {
      const { nextContact } = planned
        ? await send(updateActivity, { id: planned.id, version: planned.version, at }, options)
        : await send(
            logActivity,
            { id: crypto.randomUUID(), companyId: company.id, kind: 'call', status: 'planned', at },
            options,
          );
      onMoved?.(nextContact);
      onClose();
    } catch {
      // The toast has told why; the dialog stays for another try.
      setBusy(false);
    }
  };

  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <form onSubmit={(event) => void submit(event)} noValidate>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              <div>
                <CompanyName name={company.name} />
                {planned && (
                  <Text size={200} className={styles.now}>
                    {t(`shared:kind.${planned.kind}`)}, {moment(planned.at)}
                    {planned.postponed > 0 && ` · ${t('postponed', { count: planned.postponed })}`}
                  </Text>
                )}
              </div>
              <NextContactPicker
                aria-label={t('next')}
                timeZone={company.timeZone}
                presets={presets}
                value={next}
                onChange={(value) => {
                  setNext(value);
                  setFault(null);
                }}
                fault={fault ? t(fault) : undefined}
              />
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabled={busy || (activityId !== null && !planned)}>
                {activityId ? t('move') : t('plan')}
              </Button>
              <Button onClick={onClose}>{t('shared:cancel')}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
