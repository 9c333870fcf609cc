import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Text,
} from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../../service/modules/users/users.contract';
import { SignInForm } from '../../shared/sign-in/SignInForm';

interface SessionEndedDialogProps {
  login: string;
  onEntered: (user: Me) => void;
  onLeave: () => void;
}

export function SessionEndedDialog({ login, onEntered, onLeave }: SessionEndedDialogProps) {
  const { t } = useTranslation('signIn');
  return (
    <Dialog open modalType="alert">
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('endedTitle')}</DialogTitle>
          <DialogContent>
            <Text block style={{ marginBottom: 12 }}>
              {t('endedText')}
            </Text>
            <SignInForm login={login} onEntered={onEntered} />
            <Button appearance="transparent" size="small" onClick={onLeave}>
              {t('other')}
            </Button>
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
