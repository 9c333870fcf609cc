import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { listUsers, updateUser, type UserView } from '../../../../service/modules/users/users.contract';
import { isApiError } from '../../../shared/api-error';
import { useErrorText } from '../../../shared/error-text';
import { useWrite } from '../../../shared/queries';
import { makePassword } from './make-password';
import { SecretField } from './SecretField';

const useStyles = makeStyles({ content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM } });

export function PasswordDialog({ user, onClose }: { user: UserView; onClose: () => void }) {
  const { t } = useTranslation(['admin', 'shared']);
  const styles = useStyles();
  const errorText = useErrorText();
  const [password, setPassword] = useState(makePassword);
  const [asked, setAsked] = useState(false);
  const write = useWrite(updateUser, {
    refusals: 'caller',
    said: t('users.secret.done', { name: user.name }),
    touches: [listUsers],
    onWritten: onClose,
  });
  const tooShort = asked && password.length < 8 ? t('users.secret.tooShort') : undefined;
  const fault = tooShort ?? (isApiError(write.error) ? write.error.fields.password : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (password.length >= 8) write.mutate({ id: user.id, version: user.version, password });
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle>{t('users.secret.title', { name: user.name })}</DialogTitle>
            <DialogContent className={styles.content}>
              {write.error && !fault && (
                <MessageBar intent="error" layout="multiline">
                  <MessageBarBody>{errorText(write.error)}</MessageBarBody>
                </MessageBar>
              )}
              <SecretField label={t('users.secret.label')} value={password} fault={fault} onChange={setPassword} />
              <Text>{t('users.secret.explain')}</Text>
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabled={write.isPending}>
                {t('users.secret.save')}
              </Button>
              <Button onClick={onClose}>{t('shared:cancel')}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
