import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { mailRuleKinds } from '../../../../service/modules/mail/mail.contract';
import { Section } from '../../../shared/frame/Section';
import { MailRuleList } from '../../../shared/mail/MailRuleList';
import { AdminSection } from '../AdminSection';

const useStyles = makeStyles({
  root: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '4px 16px 24px' },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '560px' },
});

/** Everybody's rules: which domains are of ours, and what is never logged. */
export function MailRulesPage() {
  const { t } = useTranslation('mail');
  const styles = useStyles();
  return (
    <AdminSection name="mail-rules">
      <div className={styles.root}>
        <div className={styles.column}>
          {mailRuleKinds.map((kind) => (
            <Section key={kind} title={t(`rules.${kind}`)}>
              <MailRuleList kind={kind} whose="common" />
            </Section>
          ))}
        </div>
      </div>
    </AdminSection>
  );
}
