import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  ProgressBar,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { deleteUser, listColleagues, listUsers, type UserView } from '../../../../service/modules/users/users.contract';
import { useErrorText } from '../../../shared/error-text';
import { NewOwnerPicker } from '../../../shared/company/NewOwnerPicker';
import { useSend } from '../../../shared/queries';
import { useCan } from '../../../shared/session';
import { useNotify } from '../../../shared/toasts/notify-context';
import { useGiveCompanies } from './use-give-companies';

const useStyles = makeStyles({ content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM } });

interface GiveCompaniesDialogProps {
  user: UserView;
  /** It was to be deleted: that is done once the companies are gone. */
  thenDelete: boolean;
  onClose: () => void;
}

/** Everything a person has goes to a colleague or to the common base. */
export function GiveCompaniesDialog({ user, thenDelete, onClose }: GiveCompaniesDialogProps) {
  const { t } = useTranslation(['admin', 'shared']);
  const styles = useStyles();
  const errorText = useErrorText();
  const notify = useNotify();
  const send = useSend();
  const mayAssign = useCan()('companies.assign');
  const [ownerId, setOwnerId] = useState<string | null | undefined>(undefined);
  const [asked, setAsked] = useState(false);
  const [why, setWhy] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const { done, give } = useGiveCompanies(user.id);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(null);
    setAsked(true);
    if (ownerId === undefined) return;
    try {
      const count = await give(ownerId, why);
      const detail = t('users.give.done', { count });
      if (thenDelete) {
        await send(
          deleteUser,
          { id: user.id, version: user.version },
          {
            refusals: 'caller',
            said: `${detail}. ${t('users.deleted', { name: user.name })}`,
            touches: [listUsers, listColleagues],
          },
        );
      } else notify.done(detail);
      onClose();
    } catch (error) {
      setFailure(errorText(error));
    }
  };

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && done === null && onClose()}>
      <DialogSurface>
        <form onSubmit={(event) => void submit(event)}>
          <DialogBody>
            <DialogTitle>{t('users.give.title', { name: user.name })}</DialogTitle>
            <DialogContent className={styles.content}>
              <Text>{t(thenDelete ? 'users.give.before' : 'users.give.text', { count: user.companies })}</Text>
              {(failure ?? !mayAssign) && (
                <MessageBar intent="error" layout="multiline">
                  <MessageBarBody>{failure ?? t('users.give.noRight')}</MessageBarBody>
                </MessageBar>
              )}
              <Field
                label={t('shared:assign.to')}
                required
                validationMessage={asked && ownerId === undefined ? t('shared:assign.whoNeeded') : undefined}
              >
                <NewOwnerPicker value={ownerId} exceptId={user.id} onChange={setOwnerId} />
              </Field>
              <Field label={t('shared:assign.why')} hint={t('shared:assign.whyHint')}>
                <Input value={why} maxLength={300} onChange={(_, { value }) => setWhy(value)} />
              </Field>
              {done !== null && (
                <div role="status">
                  <Text size={200}>{t('users.give.progress', { done, total: user.companies })}</Text>
                  <ProgressBar
                    value={done / user.companies}
                    aria-label={t('users.give.progress', { done, total: user.companies })}
                  />
                </div>
              )}
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabled={!mayAssign || done !== null}>
                {t(thenDelete ? 'users.give.saveAndDelete' : 'users.give.save')}
              </Button>
              <Button disabled={done !== null} onClick={onClose}>
                {t('shared:cancel')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
