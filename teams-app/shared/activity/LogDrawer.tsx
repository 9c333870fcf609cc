import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getCompany, type CompanyCard } from '../../../service/modules/companies/companies.contract';
import { CompanyGlance } from '../company/CompanyGlance';
import { useErrorText } from '../error-text';
import { PageSkeleton } from '../frame/PageSkeleton';
import { LoadFailed } from '../lists/ListState';
import { useRead } from '../queries';
import { subjectOfCard, type LogInput } from './log-draft';
import { LogForm } from './LogForm';
import { useLogActivity } from './use-log-activity';
import { SideDrawer } from '../frame/SideDrawer';

const useStyles = makeStyles({ content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM } });

/** The log form over any screen, for a company picked beforehand. */
export function LogDrawer({ companyId, onClose }: { companyId: string; onClose: () => void }) {
  const { t } = useTranslation(['activity', 'shared']);
  const { data: card, error, refetch } = useRead(getCompany, { id: companyId });
  return (
    <SideDrawer title={t('formTitle')} onClose={onClose}>
      {card ? (
        <DrawerForm card={card} onDone={onClose} />
      ) : error ? (
        <LoadFailed error={error} retry={() => void refetch()} />
      ) : (
        <PageSkeleton rows={5} />
      )}
    </SideDrawer>
  );
}

function DrawerForm({ card, onDone }: { card: CompanyCard; onDone: () => void }) {
  const { t } = useTranslation('activity');
  const styles = useStyles();
  const errorText = useErrorText();
  const logActivity = useLogActivity();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const submit = async (input: LogInput) => {
    setBusy(true);
    setFailure(null);
    try {
      await logActivity(card, input);
      onDone();
    } catch (error) {
      setFailure(errorText(error));
      setBusy(false);
    }
  };
  const [main] = card.contacts;
  return (
    <div className={styles.content}>
      <CompanyGlance row={{ ...card, contact: main ?? null, phone: main?.phones[0] ?? null }} card={card} />
      <LogForm
        subject={subjectOfCard(card)}
        saveText={t('log')}
        busy={busy}
        failure={failure}
        onSubmit={(input) => void submit(input)}
      />
    </div>
  );
}
