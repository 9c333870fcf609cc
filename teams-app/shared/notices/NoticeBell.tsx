import {
  Button,
  CounterBadge,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Text,
  tokens,
} from '@fluentui/react-components';
import { MailInbox20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { listNotices, readNotices } from '../../../service/modules/notifications/notifications.contract';
import { LinkButton } from '../frame/LinkButton';
import { useRead, useWrite } from '../queries';
import { NoticeLine } from './NoticeLine';
import { useLiveNotices } from './use-live-notices';

const useStyles = makeStyles({
  bell: { position: 'relative', flexShrink: 0 },
  badge: { position: 'absolute', top: '-2px', insetInlineEnd: '-2px', pointerEvents: 'none' },
  surface: { width: 'min(360px, calc(100vw - 24px))', padding: 0 },
  head: { padding: '12px 16px 8px' },
  list: { margin: 0, padding: 0, listStyleType: 'none', maxHeight: 'min(420px, 60vh)', overflowY: 'auto' },
  empty: { padding: '8px 16px 16px', color: tokens.colorNeutralForeground3 },
  foot: { padding: '8px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

/** What the reader was told; opening it is reading it. */
export function NoticeBell() {
  const { t } = useTranslation('notices');
  const styles = useStyles();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const { data } = useRead(listNotices, { limit: 20 }, { refetchInterval: 120_000 });
  const read = useWrite(readNotices, { touches: [listNotices] });
  useLiveNotices();
  const unread = data?.unread ?? 0;
  const close = () => {
    setOpen(false);
    if (unread > 0) read.mutate({});
  };
  return (
    <Popover
      open={open}
      onOpenChange={(_, { open: wanted }) => (wanted ? setOpen(true) : close())}
      positioning="below-end"
      trapFocus
    >
      <PopoverTrigger disableButtonEnhancement>
        <Button
          className={styles.bell}
          appearance="subtle"
          aria-label={t('open', { count: unread })}
          icon={
            <>
              <MailInbox20Regular />
              {unread > 0 && (
                <CounterBadge className={styles.badge} size="small" color="danger" count={unread} overflowCount={99} />
              )}
            </>
          }
        />
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={t('title')}>
        <div className={styles.head}>
          <Text weight="semibold">{t('title')}</Text>
        </div>
        {data?.rows.length === 0 && (
          <div className={styles.empty}>
            <Text block weight="semibold">
              {t('empty')}
            </Text>
            <Text size={200}>{t('emptyHint')}</Text>
          </div>
        )}
        {data && data.rows.length > 0 && (
          <ul className={styles.list}>
            {data.rows.map((notice) => (
              <NoticeLine
                key={notice.id}
                notice={notice}
                onOpen={() => {
                  close();
                  if (notice.link) void navigate(notice.link);
                }}
              />
            ))}
          </ul>
        )}
        <div className={styles.foot}>
          <LinkButton to="/profile" appearance="subtle" size="small">
            {t('settings')}
          </LinkButton>
        </div>
      </PopoverSurface>
    </Popover>
  );
}
