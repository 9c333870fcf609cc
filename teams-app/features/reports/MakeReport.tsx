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
  tokens,
} from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { listRuns, startRun, type TemplateView } from '../../../service/modules/reports/reports.contract';
import { isApiError } from '../../shared/api-error';
import { useErrorText } from '../../shared/error-text';
import { ChoiceChips } from '../../shared/forms/ChoiceChips';
import { DateInput } from '../../shared/forms/DateInput';
import { PeoplePicker } from '../../shared/forms/PeoplePicker';
import { useSend } from '../../shared/queries';
import { useMe } from '../../shared/session';
import { useMoments } from '../../shared/time/use-moments';
import { periodAround } from './report-period';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  pair: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: tokens.spacingHorizontalM },
});

/** For when and for whom; then it is made in the background and opens by itself. */
export function MakeReport({ template, onClose }: { template: TemplateView; onClose: () => void }) {
  const { t } = useTranslation(['reports', 'shared']);
  const styles = useStyles();
  const me = useMe();
  const send = useSend();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const { today } = useMoments();
  const [which, setWhich] = useState<'current' | 'previous' | null>('current');
  const [dates, setDates] = useState(() => periodAround(template.period, today()));
  const [owners, setOwners] = useState<string[]>([]);
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      const run = await send(
        startRun,
        { templateId: template.id, ...dates, owners: owners.filter((id) => id !== 'none') },
        { refusals: 'caller', touches: [listRuns] },
      );
      onClose();
      void navigate(`/reports/${run.id}`);
    } catch (error) {
      setFault((isApiError(error) && (error.fields?.to ?? error.fields?.from)) || errorText(error));
      setBusy(false);
    }
  };
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface style={{ maxWidth: '460px' }}>
        <form noValidate onSubmit={(event) => void submit(event)}>
          <DialogBody>
            <DialogTitle>{t('makeTitle', { name: template.name })}</DialogTitle>
            <DialogContent className={styles.content}>
              <ChoiceChips
                aria-label={t('period')}
                choices={(['current', 'previous'] as const).map((one) => ({
                  value: one,
                  text: `${t(`preset.${one}`)} ${t(`periods.${template.period}`).toLowerCase()}`,
                }))}
                value={which}
                onChange={(one) => {
                  setWhich(one);
                  if (one) setDates(periodAround(template.period, today(), one === 'previous'));
                }}
              />
              <div className={styles.pair}>
                <Field label={t('from')}>
                  <DateInput
                    value={dates.from}
                    onChange={(from) => {
                      setWhich(null);
                      setDates((before) => ({ ...before, from }));
                    }}
                  />
                </Field>
                <Field label={t('to')} validationMessage={fault}>
                  <DateInput
                    value={dates.to}
                    onChange={(to) => {
                      setWhich(null);
                      setFault(undefined);
                      setDates((before) => ({ ...before, to }));
                    }}
                  />
                </Field>
              </div>
              {me.can['deals.read'] !== 'own' && (
                <Field label={t('managers')}>
                  <PeoplePicker placeholder={t('everybody')} value={owners} onChange={setOwners} />
                </Field>
              )}
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabledFocusable={busy}>
                {t('make')}
              </Button>
              <Button onClick={onClose}>{t('shared:cancel')}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
