import { Button, Card, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { PasswordForm } from '../../shared/password/PasswordForm';

const useStyles = makeStyles({
  page: {
    height: '100%',
    overflowY: 'auto',
    display: 'flex',
    padding: '16px',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  card: {
    width: '100%',
    maxWidth: '400px',
    margin: 'auto',
    padding: '24px',
    boxSizing: 'border-box',
    gap: tokens.spacingVerticalL,
  },
  intro: { color: tokens.colorNeutralForeground3 },
});

interface NewPasswordPageProps {
  onChanged: () => void;
  onLeave: () => void;
}

/** The first password was somebody else's idea: it is changed before anything is shown. */
export function NewPasswordPage({ onChanged, onLeave }: NewPasswordPageProps) {
  const { t } = useTranslation(['signIn', 'shared']);
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <Card className={styles.card}>
        <div>
          <Text as="h1" size={500} weight="semibold" block style={{ margin: 0 }}>
            {t('newPasswordTitle')}
          </Text>
          <Text className={styles.intro}>{t('newPasswordIntro')}</Text>
        </div>
        <PasswordForm onChanged={onChanged} />
        <Button appearance="subtle" onClick={onLeave}>
          {t('shared:nav.signOut')}
        </Button>
      </Card>
    </main>
  );
}
