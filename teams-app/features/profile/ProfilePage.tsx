import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { SignOut20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/frame/Page';
import { Section } from '../../shared/frame/Section';
import { MailRuleList } from '../../shared/mail/MailRuleList';
import { PasswordForm } from '../../shared/password/PasswordForm';
import { useSession } from '../../shared/session';
import { useNotify } from '../../shared/toasts/notify-context';
import { AbsencesSection } from './AbsencesSection';
import { CalendarSection } from './CalendarSection';
import { DeliveriesSection } from './DeliveriesSection';
import { NoticesSection } from './NoticesSection';
import { OwnDataForm } from './OwnDataForm';
import { SessionsSection } from './SessionsSection';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(340px, 100%), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalM,
    padding: '4px 16px 24px',
    maxWidth: '960px',
  },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
});

/** The reader's own settings. */
export function ProfilePage() {
  const { t } = useTranslation(['profile', 'mail', 'shared']);
  const styles = useStyles();
  const { me, signOut } = useSession();
  const notify = useNotify();
  return (
    <Page
      title={t('title')}
      actions={
        <Button icon={<SignOut20Regular />} onClick={() => void signOut()}>
          {t('shared:nav.signOut')}
        </Button>
      }
    >
      <div className={styles.root}>
        <div className={styles.column}>
          <Section title={t('own')}>
            <OwnDataForm key={me.version} me={me} />
          </Section>
          <NoticesSection />
          <DeliveriesSection />
        </div>
        <div className={styles.column}>
          <CalendarSection />
          <AbsencesSection />
          <Section title={t('password.title')}>
            <PasswordForm onChanged={() => notify.done(t('password.changed'))} />
          </Section>
          <Section title={t('mail:rules.never')}>
            <MailRuleList kind="never" whose="own" />
          </Section>
          <SessionsSection />
        </div>
      </div>
    </Page>
  );
}
