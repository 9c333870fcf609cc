import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useTexts } from '../shared/TextsProvider';
import { useOutlook, useOutlookState } from './outlook-context';

const useStyles = makeStyles({
  pane: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
  },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', padding: '4px 4px 4px 12px' },
  frame: { flexGrow: 1, border: 'none' },
});

/**
 * The add-in’s pane. Pinned beside letters it stays the same page from one to the next; a letter being written and a
 * meeting have a pane of their own, as in Outlook.
 */
export function PaneFrame() {
  const { mail } = useTexts();
  const outlook = useOutlook();
  const { paneOpen, paneWidth, client, view, draft, meeting } = useOutlookState();
  const styles = useStyles();
  if (!paneOpen) return null;
  const beside = draft ? `draft ${draft.id}` : view === 'calendar' ? `meeting ${meeting}` : 'letters';
  return (
    <aside className={styles.pane} style={{ width: paneWidth }} aria-label={mail.pane}>
      <div className={styles.head}>
        <Text weight="semibold">{mail.addin}</Text>
        <Button
          appearance="subtle"
          size="small"
          icon={<DismissRegular />}
          aria-label={mail.closePane}
          onClick={() => outlook.change({ paneOpen: false })}
        />
      </div>
      <iframe key={`${client} ${beside}`} className={styles.frame} title={mail.pane} src="/playground/pane.html" />
    </aside>
  );
}
