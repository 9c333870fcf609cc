import { Button, makeStyles, MessageBar, MessageBarBody, Spinner, Text, tokens } from '@fluentui/react-components';
import { CalendarClockRegular, CardUiRegular, CheckmarkCircleRegular } from '@fluentui/react-icons';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../service/modules/users/users.contract';
import { useErrorText } from '../../teams-app/shared/error-text';
import { CopyDetails } from '../../teams-app/shared/diagnostics/CopyDetails';
import { clientFacts } from '../office/outlook';

const SignInForm = lazy(() =>
  import('../../teams-app/shared/sign-in/SignInForm').then((module) => ({ default: module.SignInForm })),
);

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, padding: '16px' },
  heading: { margin: 0 },
  gains: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, margin: 0, padding: 0 },
  gain: { display: 'grid', gridTemplateColumns: '24px minmax(0, 1fr)', gap: tokens.spacingHorizontalS },
  icon: { color: tokens.colorBrandForeground1, display: 'flex' },
  links: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: tokens.spacingHorizontalS },
});

const gains = [
  ['card', <CardUiRegular key="card" fontSize={20} />],
  ['log', <CheckmarkCircleRegular key="log" fontSize={20} />],
  ['next', <CalendarClockRegular key="next" fontSize={20} />],
] as const;

interface WelcomeProps {
  /** No tenant is connected: login and password at once. */
  withPassword: boolean;
  failure: unknown;
  onOpen: () => void;
  onEntered: (me: Me) => void;
}

/** What the pane is good for, before anybody signs in; and why signing in did not work, when it did not. */
export function Welcome({ withPassword, failure, onOpen, onEntered }: WelcomeProps) {
  const { t } = useTranslation(['pane', 'signIn']);
  const styles = useStyles();
  const errorText = useErrorText();
  const [asksPassword, setAsksPassword] = useState(withPassword);
  return (
    <main className={styles.root}>
      <Text as="h1" size={500} weight="semibold" className={styles.heading}>
        {t('welcome.title')}
      </Text>
      <ul className={styles.gains}>
        {gains.map(([name, icon]) => (
          <li key={name} className={styles.gain}>
            <span className={styles.icon} aria-hidden>
              {icon}
            </span>
            <Text>{t(`welcome.${name}`)}</Text>
          </li>
        ))}
      </ul>
      {Boolean(failure) && (
        <MessageBar intent="error" role="alert" layout="multiline">
          <MessageBarBody>{errorText(failure)}</MessageBarBody>
        </MessageBar>
      )}
      {asksPassword ? (
        <Suspense fallback={<Spinner />}>
          <SignInForm onEntered={onEntered} />
        </Suspense>
      ) : (
        <Button appearance="primary" size="large" onClick={onOpen}>
          {t('welcome.enter')}
        </Button>
      )}
      <div className={styles.links}>
        {!withPassword && (
          <Button appearance="transparent" size="small" onClick={() => setAsksPassword(!asksPassword)}>
            {t(asksPassword ? 'welcome.withMicrosoft' : 'welcome.withPassword')}
          </Button>
        )}
        <CopyDetails facts={clientFacts} />
      </div>
    </main>
  );
}
