import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { NoticeView } from '../../../service/modules/notifications/notifications.contract';
import { useMoments } from '../time/use-moments';

const useStyles = makeStyles({
  button: {
    display: 'grid',
    gridTemplateColumns: '8px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
    padding: '8px 16px 8px 8px',
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  dot: { width: '6px', height: '6px', marginTop: '7px', borderRadius: tokens.borderRadiusCircular },
  unread: { backgroundColor: tokens.colorBrandBackground, forcedColorAdjust: 'none' },
  body: {
    display: '-webkit-box',
    WebkitLineClamp: 3,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

export function NoticeLine({ notice, onOpen }: { notice: NoticeView; onOpen: () => void }) {
  const { t } = useTranslation('notices');
  const styles = useStyles();
  const { moment } = useMoments();
  const isNew = notice.readAt === null;
  return (
    <li>
      <button type="button" className={styles.button} onClick={onOpen}>
        <span className={mergeClasses(styles.dot, isNew && styles.unread)} aria-hidden />
        <span>
          <Text block weight={isNew ? 'semibold' : 'regular'}>
            {notice.title}
          </Text>
          {notice.body && (
            <Text size={200} className={styles.body}>
              {notice.body}
            </Text>
          )}
          <Text size={200} className={styles.quiet}>
            {t(`kind.${notice.kind}`)} · {moment(notice.createdAt)}
          </Text>
        </span>
      </button>
    </li>
  );
}
