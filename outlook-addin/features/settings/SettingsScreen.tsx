import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { CopyDetails } from '../../../teams-app/shared/diagnostics/CopyDetails';
import { details } from '../../../teams-app/shared/diagnostics/details';
import { MailRuleList } from '../../../teams-app/shared/mail/MailRuleList';
import { keepPreference } from '../../../teams-app/shared/preferences';
import { useSession } from '../../../teams-app/shared/session';
import type { ThemePreference } from '../../../teams-app/shared/theme';
import { clientFacts } from '../../office/outlook';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, padding: '8px 16px 24px' },
  heading: { margin: '0 0 4px' },
  details: {
    margin: 0,
    maxHeight: '160px',
    overflow: 'auto',
    padding: '8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase100,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  who: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
});

interface SettingsScreenProps {
  theme: ThemePreference;
  onTheme: (theme: ThemePreference) => void;
}

/** Who is signed in, how it looks, what is never logged, and what to tell whoever helps. */
export function SettingsScreen({ theme, onTheme }: SettingsScreenProps) {
  const { t } = useTranslation(['pane', 'mail', 'shared']);
  const styles = useStyles();
  const { me, signOut } = useSession();
  return (
    <div className={styles.root}>
      <div className={styles.who}>
        <Text>{me.name}</Text>
        <Button size="small" onClick={() => void signOut()}>
          {t('shared:nav.signOut')}
        </Button>
      </div>
      <Field label={t('settings.theme')}>
        <Select
          value={theme}
          onChange={(_, data) => {
            const chosen = data.value as ThemePreference;
            keepPreference('pane.theme', chosen);
            onTheme(chosen);
          }}
        >
          {(['system', 'light', 'dark', 'contrast'] as const).map((value) => (
            <option key={value} value={value}>
              {t(`settings.themes.${value}`)}
            </option>
          ))}
        </Select>
      </Field>
      <section>
        <Text as="h2" weight="semibold" block className={styles.heading}>
          {t('mail:rules.never')}
        </Text>
        <MailRuleList kind="never" whose="own" />
      </section>
      <section>
        <Text as="h2" weight="semibold" block className={styles.heading}>
          {t('settings.details')}
        </Text>
        <pre className={styles.details} tabIndex={0}>
          {details(clientFacts())}
        </pre>
        <CopyDetails facts={clientFacts} />
      </section>
    </div>
  );
}
