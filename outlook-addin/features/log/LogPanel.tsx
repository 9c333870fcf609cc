import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import { useContext, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompanyCard } from '../../../service/modules/companies/companies.contract';
import { listOutcomes, nextContactPresets } from '../../../service/modules/activities/activities.contract';
import {
  forgetDraft,
  subjectOfCard,
  type LogInput,
  type LogSubject,
} from '../../../teams-app/shared/activity/log-draft';
import { LogForm, type LogFormHandle } from '../../../teams-app/shared/activity/LogForm';
import { useLogActivity } from '../../../teams-app/shared/activity/use-log-activity';
import { useErrorText } from '../../../teams-app/shared/error-text';
import { PageSkeleton } from '../../../teams-app/shared/frame/PageSkeleton';
import { useRead } from '../../../teams-app/shared/queries';
import { useNotify } from '../../../teams-app/shared/toasts/notify-context';
import { OtherItemOpen } from '../../current-item';
import { BesideContext, useCurrentItem } from '../../open-item';
import type { Logging } from '../company/CompanyView';
import { defaultOutcome, rememberOutcome } from './default-outcome';
import { NoText, useLogItem } from './use-log-item';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
  title: { margin: 0 },
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
});

interface LogPanelProps {
  card: CompanyCard;
  contactId: string | null;
  what: Logging;
  onDone: () => void;
}

/** The form over the card, filled in for the usual case: what is proposed is saved by one more press. */
export function LogPanel({ card, contactId, what, onDone }: LogPanelProps) {
  const { t } = useTranslation(['pane', 'shared']);
  const styles = useStyles();
  const { data: outcomes } = useRead(listOutcomes, {}, { staleTime: 10 * 60_000 });
  // Without the dates themselves the proposed one would be saved as none.
  const { data: presets } = useRead(nextContactPresets, { companyId: card.id }, { staleTime: 60_000 });
  const item = useContext(BesideContext)?.item ?? null;
  const title =
    what === 'item' ? t(item?.kind === 'meeting' ? 'meetingTitle' : 'letterTitle') : t(`shared:kind.${what}`);
  return (
    <section className={styles.root} aria-label={title}>
      <div className={styles.head}>
        <Text as="h2" weight="semibold" className={styles.title}>
          {title}
        </Text>
        <Button
          appearance="subtle"
          size="small"
          icon={<Dismiss16Regular />}
          aria-label={t('shared:close')}
          onClick={onDone}
        />
      </div>
      {outcomes && presets ? (
        <ReadyForm
          subject={subjectFor(card, contactId, what, item && { ...item, outcomes: outcomes.rows })}
          card={card}
          what={what}
          onDone={onDone}
        />
      ) : (
        <PageSkeleton rows={4} />
      )}
    </section>
  );
}

type ItemWithOutcomes = Parameters<typeof defaultOutcome>[1] & {
  key: string | null;
  outcomes: Parameters<typeof defaultOutcome>[0];
};

function subjectFor(
  card: CompanyCard,
  contactId: string | null,
  what: Logging,
  item: ItemWithOutcomes | null,
): LogSubject {
  const subject = subjectOfCard(card);
  if (contactId) subject.mainContactId = contactId;
  const kind = what !== 'item' ? what : item?.kind === 'meeting' ? 'meeting' : 'email';
  const outcomes = (item?.outcomes ?? [])
    .filter((outcome) => outcome.kind === kind)
    .sort((one, other) => one.position - other.position);
  const outcome = what === 'item' && item ? defaultOutcome(outcomes, item) : null;
  return { ...subject, about: { id: `${card.id} ${what} ${item?.key ?? ''}`, kind, outcome } };
}

function ReadyForm({
  subject,
  card,
  what,
  onDone,
}: {
  subject: LogSubject;
  card: CompanyCard;
  what: Logging;
  onDone: () => void;
}) {
  const { t } = useTranslation(['pane', 'activity']);
  const errorText = useErrorText();
  const notify = useNotify();
  const beside = useContext(BesideContext);
  const current = useCurrentItem();
  const logItem = useLogItem();
  const logActivity = useLogActivity();
  const form = useRef<LogFormHandle>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [withoutText, setWithoutText] = useState(false);

  // What is proposed is right most of the time: Enter saves it.
  useEffect(() => (what === 'item' ? form.current?.focusSave() : form.current?.focusOutcome()), [what]);

  const submit = async (input: LogInput) => {
    setBusy(true);
    setFailure(null);
    try {
      if (what === 'item') {
        await logItem(card, input, withoutText);
        if (beside) rememberOutcome(beside.item, input.outcomeId);
      } else {
        if (beside) current.require(beside.open);
        await logActivity(card, input);
      }
      forgetDraft(subject.about!.id);
      onDone();
    } catch (error) {
      setBusy(false);
      if (error instanceof OtherItemOpen) return notify.info(t('otherItem'));
      setWithoutText(error instanceof NoText);
      setFailure(error instanceof NoText ? t('noText') : errorText(error));
    }
  };
  return (
    <LogForm
      ref={form}
      subject={subject}
      saveText={withoutText ? t('logWithoutText') : t('activity:log')}
      busy={busy}
      failure={failure}
      onSubmit={(input) => void submit(input)}
    />
  );
}
