import {
  Delete20Regular,
  Edit20Regular,
  Key20Regular,
  LinkDismiss20Regular,
  LockClosed20Regular,
  LockOpen20Regular,
  PersonArrowRight20Regular,
  SignOut20Regular,
} from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import {
  deleteUser,
  endUserSessions,
  listColleagues,
  listUsers,
  updateUser,
  type UserView,
} from '../../../../service/modules/users/users.contract';
import { isApiError } from '../../../shared/api-error';
import type { RowAction } from '../../../shared/lists/row-actions';
import { useSend } from '../../../shared/queries';
import { useMe } from '../../../shared/session';
import { useNotify } from '../../../shared/toasts/notify-context';

interface Dialogs {
  edit: (user: UserView) => void;
  setPassword: (user: UserView) => void;
  give: (user: UserView, thenDelete: boolean) => void;
}

/** What an administrator does with a person; whoever still has companies is not deleted before they are handed over. */
export function useUserActions({ edit, setPassword, give }: Dialogs): (user: UserView) => RowAction[] {
  const { t } = useTranslation('admin');
  const me = useMe();
  const send = useSend();
  const notify = useNotify();
  const touches = [listUsers, listColleagues];
  const quietly = (promise: Promise<unknown>) => void promise.catch(() => undefined);

  const setStatus = (user: UserView, status: UserView['status']) =>
    quietly(
      send(
        updateUser,
        { id: user.id, version: user.version, status },
        { said: t(status === 'blocked' ? 'users.blockedNow' : 'users.unblockedNow', { name: user.name }), touches },
      ),
    );
  const remove = async (user: UserView) => {
    if (user.companies > 0) return give(user, true);
    try {
      const said = t('users.deleted', { name: user.name });
      await send(deleteUser, { id: user.id, version: user.version }, { said, touches, refusals: 'caller' });
    } catch (error) {
      // Companies were assigned meanwhile.
      if (isApiError(error) && error.code === 'users.ownsCompanies') give(user, true);
      else notify.failed(error);
    }
  };

  return (user) => {
    const isMe = user.id === me.id;
    const all: (RowAction | false)[] = [
      { id: 'edit', text: t('users.edit'), icon: <Edit20Regular />, run: () => edit(user) },
      { id: 'password', text: t('users.password'), icon: <Key20Regular />, run: () => setPassword(user) },
      {
        id: 'signOut',
        text: t('users.signOut'),
        icon: <SignOut20Regular />,
        run: () => quietly(send(endUserSessions, { id: user.id }, { said: t('users.signedOut', { name: user.name }) })),
      },
      user.microsoft && {
        id: 'unlink',
        text: t('users.unlink'),
        icon: <LinkDismiss20Regular />,
        run: () =>
          quietly(
            send(
              updateUser,
              { id: user.id, version: user.version, unlinkMicrosoft: true },
              { said: t('users.unlinked', { name: user.name }), touches },
            ),
          ),
      },
      user.companies > 0 && {
        id: 'give',
        text: t('users.handOver'),
        icon: <PersonArrowRight20Regular />,
        run: () => give(user, false),
      },
      !isMe &&
        (user.status === 'active'
          ? {
              id: 'block',
              text: t('users.block'),
              icon: <LockClosed20Regular />,
              run: () => setStatus(user, 'blocked'),
            }
          : {
              id: 'unblock',
              text: t('users.unblock'),
              icon: <LockOpen20Regular />,
              run: () => setStatus(user, 'active'),
            }),
      !isMe && { id: 'delete', text: t('users.delete'), icon: <Delete20Regular />, run: () => void remove(user) },
    ];
    return all.filter((item) => item !== false);
  };
}
