import {
  Button,
  Caption1,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Link,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { logActivity } from '../../../service/modules/activities/activities.contract';
import { readCalendarFile, type CalendarFileEvent } from '../../../service/modules/calendar/calendar.contract';
import type { CompanyCard } from '../../../service/modules/companies/companies.contract';
import { touchedByActivity } from '../../shared/activity/touched';
import { api } from '../../shared/api';
import { useWrite } from '../../shared/queries';
import { useMoments } from '../../shared/time/use-moments';
import { useNotify } from '../../shared/toasts/notify-context';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground3, display: 'block' },
  words: { display: 'block', overflowWrap: 'anywhere' },
});

interface Found {
  rows: CalendarFileEvent[];
  unread: number;
}

/** A meeting out of an invitation or a calendar file, from whatever program it was saved: read, chosen, planned. */
export function PlanFromFile({ card }: { card: CompanyCard }) {
  const { t } = useTranslation(['company', 'shared']);
  const input = useRef<HTMLInputElement>(null);
  const notify = useNotify();
  const [found, setFound] = useState<Found | null>(null);
  const read = async (file: File | undefined) => {
    if (!file) return;
    try {
      setFound(await api.upload(readCalendarFile, {}, file));
    } catch (error) {
      notify.failed(error);
    }
  };
  return (
    <>
      <Link as="button" title={t('calendar.fileHint')} onClick={() => input.current?.click()}>
        {t('calendar.file')}
      </Link>
      <input
        ref={input}
        type="file"
        hidden
        accept=".ics,text/calendar"
        aria-label={t('calendar.file')}
        onChange={(event) => {
          void read(event.target.files?.[0]);
          // The same file again is chosen again.
          event.target.value = '';
        }}
      />
      {found && <PlanDialog card={card} found={found} onClose={() => setFound(null)} />}
    </>
  );
}

function PlanDialog({ card, found, onClose }: { card: CompanyCard; found: Found; onClose: () => void }) {
  const { t } = useTranslation(['company', 'shared']);
  const styles = useStyles();
  const { moment } = useMoments();
  const usable = found.rows.filter(({ cancelled }) => !cancelled);
  const [chosen, setChosen] = useState(0);
  const event = usable[chosen];
  const plan = useWrite(logActivity, {
    said: ({ activity }) => t('calendar.done', { moment: moment(activity.at) }),
    touches: touchedByActivity(card.id),
    onWritten: onClose,
  });
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    if (!event) return;
    const { at, subject, location } = event;
    plan.mutate({
      id: crypto.randomUUID(),
      companyId: card.id,
      kind: 'meeting',
      status: 'planned',
      at,
      note: [subject, location].filter(Boolean).join('\n'),
    });
  };
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{t('calendar.fileTitle')}</DialogTitle>
            <DialogContent className={styles.content}>
              {usable.length === 0 && <Text>{t('calendar.fileEmpty')}</Text>}
              {usable.length > 0 && (
                <RadioGroup
                  aria-label={t('calendar.filePick')}
                  value={String(chosen)}
                  onChange={(_, { value }) => setChosen(Number(value))}
                >
                  {usable.map((one, index) => (
                    <Radio
                      key={`${one.at}${index}`}
                      value={String(index)}
                      label={
                        <>
                          <Text className={styles.words}>{one.subject || t('shared:kind.meeting')}</Text>
                          <Caption1 className={styles.quiet}>
                            {[moment(one.at), one.location, one.people.join(', ')].filter(Boolean).join(' · ')}
                          </Caption1>
                        </>
                      }
                    />
                  ))}
                </RadioGroup>
              )}
              {found.unread > 0 && (
                <Text size={200} className={styles.quiet}>
                  {t('calendar.fileUnread', { count: found.unread })}
                </Text>
              )}
            </DialogContent>
            <DialogActions>
              {event && (
                <Button type="submit" appearance="primary" disabled={plan.isPending}>
                  {t('calendar.plan')}
                </Button>
              )}
              <Button onClick={onClose}>{t('shared:close')}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
