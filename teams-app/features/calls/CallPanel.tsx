import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  Text,
  tokens,
} from '@fluentui/react-components';
import { Dismiss24Regular } from '@fluentui/react-icons';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallRow } from '../../../service/modules/activities/activities.contract';
import type { LogInput } from '../../shared/activity/log-draft';
import type { LogFormHandle } from '../../shared/activity/LogForm';
import { phoneQuery } from '../../shared/frame/breakpoints';
import { useMedia } from '../../shared/use-media';
import { CallWork } from './CallWork';

const useStyles = makeStyles({
  panel: {
    width: '368px',
    flexShrink: 0,
    overflowY: 'auto',
    boxSizing: 'border-box',
    padding: '16px 16px 0',
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  empty: { color: tokens.colorNeutralForeground3 },
});

interface CallPanelProps {
  row: CallRow | null;
  /** No room beside the list: it opens over it. */
  asDrawer: boolean;
  open: boolean;
  onClose: () => void;
  panelRef: Ref<HTMLElement>;
  formRef: Ref<LogFormHandle>;
  failure: string | null;
  mayLog: boolean;
  onSubmit: (row: CallRow, input: LogInput) => void;
}

export function CallPanel({ row, asDrawer, open, onClose, onSubmit, panelRef, ...work }: CallPanelProps) {
  const { t } = useTranslation(['calls', 'shared']);
  const styles = useStyles();
  const isPhone = useMedia(phoneQuery);
  const content = row && <CallWork row={row} onSubmit={(input) => onSubmit(row, input)} {...work} />;
  if (!asDrawer) {
    return (
      <aside ref={panelRef} className={styles.panel} aria-label={t('panel')} tabIndex={0}>
        {content ?? <Text className={styles.empty}>{t('choose')}</Text>}
      </aside>
    );
  }
  return (
    <OverlayDrawer
      open={open && row !== null}
      position="end"
      size={isPhone ? 'full' : 'medium'}
      onOpenChange={(_, data) => !data.open && onClose()}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button appearance="subtle" icon={<Dismiss24Regular />} aria-label={t('shared:close')} onClick={onClose} />
          }
        >
          {t('log')}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>{content}</DrawerBody>
    </OverlayDrawer>
  );
}
