import {
  CompoundButton,
  Divider,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EndpointOutput } from '../../../service/kernel/endpoint';
import type { about } from '../../../service/modules/system/system.contract';
import type { Me } from '../../../service/modules/users/users.contract';
import { useErrorText } from '../../shared/error-text';
import { enter } from '../../shared/sign-in/enter';
import { useRoleName } from './role-name';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  // Two in a row, so that the form below stays in sight.
  logins: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))',
    gap: tokens.spacingHorizontalS,
  },
  button: { justifyContent: 'flex-start', textAlign: 'start', minWidth: 0, maxWidth: 'none', paddingBlock: '6px' },
});

type Login = EndpointOutput<typeof about>['logins'][number];

/** A demo has nothing to hide: one press and one is in, as anybody. */
export function DemoLogins({ logins, onEntered }: { logins: Login[]; onEntered: (user: Me) => void }) {
  const { t } = useTranslation('signIn');
  const styles = useStyles();
  const errorText = useErrorText();
  const roleName = useRoleName();
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  const press = async ({ login, password }: Login) => {
    setBusy(login);
    setFailure(null);
    try {
      onEntered(await enter(login, password));
    } catch (error) {
      setFailure(errorText(error));
      setBusy(null);
    }
  };

  return (
    <section className={styles.root} aria-label={t('demo')}>
      <Text weight="semibold">{t('demo')}</Text>
      {failure && (
        <MessageBar intent="error" role="alert">
          <MessageBarBody>{failure}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.logins}>
        {logins.map((login) => (
          <CompoundButton
            key={login.login}
            size="small"
            className={styles.button}
            disabled={busy !== null}
            secondaryContent={roleName(login.roleCode)}
            onClick={() => void press(login)}
          >
            {login.name}
          </CompoundButton>
        ))}
      </div>
      <Divider>{t('or')}</Divider>
    </section>
  );
}
