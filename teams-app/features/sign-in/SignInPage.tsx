import { Card, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { about } from '../../../service/modules/system/system.contract';
import type { Me } from '../../../service/modules/users/users.contract';
import { useRead } from '../../shared/queries';
import { DemoLogins } from './DemoLogins';
import { MicrosoftSignIn } from './MicrosoftSignIn';
import { SignInForm } from '../../shared/sign-in/SignInForm';

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
  heading: { margin: 0 },
  intro: { color: tokens.colorNeutralForeground3 },
});

interface SignInPageProps {
  /** Why signing in by itself did not work. */
  failure?: unknown;
  onEntered: (user: Me) => void;
}

export function SignInPage({ failure, onEntered }: SignInPageProps) {
  const { t } = useTranslation('signIn');
  const styles = useStyles();
  const { data } = useRead(about, {}, { staleTime: Infinity });
  return (
    <main className={styles.page}>
      <Card className={styles.card}>
        <div>
          <Text as="h1" size={500} weight="semibold" block className={styles.heading}>
            {t('title')}
          </Text>
          <Text className={styles.intro}>{t('intro')}</Text>
        </div>
        {data?.demo && <DemoLogins logins={data.logins} onEntered={onEntered} />}
        <MicrosoftSignIn failure={failure} onEntered={onEntered} />
        <SignInForm onEntered={onEntered} />
        <Text size={200} className={styles.intro}>
          {t('forgot')}
        </Text>
      </Card>
    </main>
  );
}
