import { makeStyles, Switch, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  getNoticeSettings,
  subscribePush,
  unsubscribePush,
} from '../../../service/modules/notifications/notifications.contract';
import { useSend } from '../../shared/queries';
import { useNotify } from '../../shared/toasts/notify-context';
import { currentSubscription, mayPush, startPush } from './push';

const useStyles = makeStyles({ hint: { display: 'block', color: tokens.colorNeutralForeground3 } });

/** Whether this very browser rings with its tab closed. */
export function PushSwitch({ publicKey, devices }: { publicKey: string | null; devices: number }) {
  const { t } = useTranslation('notices');
  const styles = useStyles();
  const send = useSend();
  const notify = useNotify();
  const [endpoint, setEndpoint] = useState<string | null>(null);
  useEffect(() => {
    void currentSubscription().then((subscription) => setEndpoint(subscription?.endpoint ?? null));
  }, []);
  if (!publicKey) return null;
  if (!mayPush())
    return (
      <Text size={200} className={styles.hint}>
        {t('push.impossible')}
      </Text>
    );
  const touches = { touches: [getNoticeSettings], final: true };
  const turn = async (on: boolean) => {
    if (!on) {
      const subscription = await currentSubscription();
      if (subscription)
        await send(unsubscribePush, { endpoint: subscription.endpoint }, { ...touches, said: t('push.off') });
      await subscription?.unsubscribe();
      return setEndpoint(null);
    }
    const subscription = await startPush(publicKey);
    if (!subscription) return notify.info(t('push.denied'));
    const { keys } = subscription.toJSON() as { keys: { p256dh: string; auth: string } };
    await send(
      subscribePush,
      { endpoint: subscription.endpoint, keys, device: navigator.userAgent.slice(0, 200) },
      { ...touches, said: t('push.enabled') },
    );
    setEndpoint(subscription.endpoint);
  };
  return (
    <div>
      <Switch
        label={t('push.on')}
        checked={endpoint !== null}
        onChange={(_, { checked }) => void turn(checked).catch(() => undefined)}
      />
      <Text size={200} className={styles.hint}>
        {t('push.hint')} {devices > 0 && t('push.devices', { count: devices })}
      </Text>
    </div>
  );
}
