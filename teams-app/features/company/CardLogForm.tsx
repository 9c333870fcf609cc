import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompanyCard } from '../../../service/modules/companies/companies.contract';
import { subjectOfCard, type LogInput } from '../../shared/activity/log-draft';
import { LogForm } from '../../shared/activity/LogForm';
import { useLogActivity } from '../../shared/activity/use-log-activity';
import { useErrorText } from '../../shared/error-text';

const useStyles = makeStyles({
  root: {
    padding: '12px 12px 4px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
});

/** The log form on the card: it stays, empty, after it has written. */
export function CardLogForm({ card }: { card: CompanyCard }) {
  const { t } = useTranslation('activity');
  const styles = useStyles();
  const errorText = useErrorText();
  const logActivity = useLogActivity();
  const [written, setWritten] = useState(0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const startAnew = () => setWritten((count) => count + 1);

  const submit = async (input: LogInput) => {
    setBusy(true);
    setFailure(null);
    try {
      await logActivity(card, input, startAnew);
      startAnew();
    } catch (error) {
      setFailure(errorText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.root}>
      <LogForm
        key={written}
        subject={subjectOfCard(card)}
        saveText={t('log')}
        busy={busy}
        failure={failure}
        onSubmit={(input) => void submit(input)}
      />
    </div>
  );
}
