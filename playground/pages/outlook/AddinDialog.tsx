import { Button, Dialog, DialogSurface, makeStyles } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useTexts } from '../shared/TextsProvider';
import { useOutlook, useOutlookState } from './outlook-context';

const useStyles = makeStyles({
  surface: { display: 'flex', flexDirection: 'column', padding: '4px', maxWidth: 'none' },
  close: { alignSelf: 'flex-end' },
  frame: { flexGrow: 1, border: 'none' },
});

/** What the add-in shows by `displayDialogAsync`; sizes are parts of the screen. */
export function AddinDialog() {
  const { mail } = useTexts();
  const outlook = useOutlook();
  const { dialog } = useOutlookState();
  const styles = useStyles();
  return (
    <Dialog open={dialog !== null} onOpenChange={outlook.closeDialog}>
      <DialogSurface
        className={styles.surface}
        aria-label={mail.dialog}
        style={{ width: `${dialog?.width ?? 50}vw`, height: `${dialog?.height ?? 50}vh` }}
      >
        <Button
          className={styles.close}
          appearance="subtle"
          size="small"
          icon={<DismissRegular />}
          aria-label={mail.closeDialog}
          onClick={outlook.closeDialog}
        />
        {dialog && <iframe className={styles.frame} title={mail.dialog} src={dialog.url} />}
      </DialogSurface>
    </Dialog>
  );
}
