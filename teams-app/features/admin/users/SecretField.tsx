import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSync20Regular, Copy20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useNotify } from '../../../shared/toasts/notify-context';
import { makePassword } from './make-password';

const useStyles = makeStyles({
  line: { display: 'flex', gap: tokens.spacingHorizontalXS },
  input: { flexGrow: 1, minWidth: 0, fontFamily: tokens.fontFamilyMonospace },
});

interface SecretFieldProps {
  label: string;
  value: string;
  fault: string | undefined;
  onChange: (value: string) => void;
}

/** A password for somebody else: readable, since it is to be passed on, made up or typed. */
export function SecretField({ label, value, fault, onChange }: SecretFieldProps) {
  const { t } = useTranslation(['admin', 'shared']);
  const styles = useStyles();
  const notify = useNotify();
  const copy = () =>
    void navigator.clipboard.writeText(value).then(
      () => notify.info(t('users.secret.copied')),
      () => undefined,
    );
  return (
    <Field label={label} required hint={t('users.secret.hint')} validationMessage={fault}>
      {(props) => (
        <div className={styles.line}>
          <Input
            {...props}
            className={styles.input}
            value={value}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            onChange={(_, data) => onChange(data.value)}
          />
          <Button icon={<Copy20Regular />} aria-label={t('shared:copy')} title={t('shared:copy')} onClick={copy} />
          <Button
            icon={<ArrowSync20Regular />}
            aria-label={t('users.secret.generate')}
            title={t('users.secret.generate')}
            onClick={() => onChange(makePassword())}
          />
        </div>
      )}
    </Field>
  );
}
