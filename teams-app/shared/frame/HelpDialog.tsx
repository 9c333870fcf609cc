import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';

const groups = [
  {
    title: 'everywhere',
    keys: [
      [['Ctrl', 'K'], 'search'],
      [['?'], 'help'],
      [['Ctrl', 'Z'], 'undo'],
      [['Esc'], 'close'],
    ],
  },
  {
    title: 'list',
    keys: [
      [['↑', '↓'], 'upDown'],
      [['Enter'], 'open'],
      [['C'], 'call'],
      [['L'], 'log'],
      [['N'], 'next'],
      [['Space'], 'look'],
      [['/'], 'filter'],
    ],
  },
  {
    title: 'companies',
    keys: [
      [['X'], 'select'],
      [['A'], 'assign'],
    ],
  },
  {
    title: 'form',
    keys: [
      [['1', '…', '9'], 'pick'],
      [['Enter'], 'saveOneLine'],
      [['Ctrl', 'Enter'], 'save'],
      [['Shift', 'Enter'], 'newLine'],
    ],
  },
] as const;

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    gap: '8px 16px',
    margin: '8px 0 20px',
    alignItems: 'center',
  },
  keys: { display: 'flex', gap: '4px', margin: 0 },
  key: {
    minWidth: '14px',
    padding: '1px 6px',
    textAlign: 'center',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  meaning: { margin: 0 },
});

export function HelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('keys.title')}</DialogTitle>
          <DialogContent>
            {groups.map((group) => (
              <Fragment key={group.title}>
                <Text as="h3" weight="semibold" block style={{ margin: 0 }}>
                  {t(`keys.${group.title}`)}
                </Text>
                <dl className={styles.list}>
                  {group.keys.map(([keys, meaning]) => (
                    <Fragment key={meaning}>
                      <dt className={styles.keys}>
                        {keys.map((key) => (
                          <kbd key={key} className={styles.key}>
                            {key}
                          </kbd>
                        ))}
                      </dt>
                      <dd className={styles.meaning}>{t(`keys.${meaning}`)}</dd>
                    </Fragment>
                  ))}
                </dl>
              </Fragment>
            ))}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {t('close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
