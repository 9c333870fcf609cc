import {
  makeStyles,
  Toolbar,
  ToolbarButton,
  ToolbarDivider,
  ToolbarToggleButton,
  tokens,
} from '@fluentui/react-components';
import {
  ArrowReplyAllRegular,
  ArrowReplyRegular,
  BuildingPeopleRegular,
  ComposeRegular,
  DismissRegular,
} from '@fluentui/react-icons';
import { canCompose } from '../../office/clients';
import { useTexts } from '../shared/TextsProvider';
import { useOutlook, useOutlookState } from './outlook-context';

const useStyles = makeStyles({
  bar: {
    margin: '4px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    flexWrap: 'wrap',
  },
  end: { marginLeft: 'auto' },
});

export function CommandBar() {
  const { mail } = useTexts();
  const outlook = useOutlook();
  const { client, paneOpen, chosen, letters, draft } = useOutlookState();
  const styles = useStyles();
  const open = chosen.length === 1 ? letters.find(({ id }) => id === chosen[0]) : undefined;
  const canReply = Boolean(open) && !draft && canCompose(client);
  return (
    <Toolbar
      aria-label={mail.commands}
      className={styles.bar}
      checkedValues={{ pane: paneOpen ? ['open'] : [] }}
      onCheckedValueChange={(_, { checkedItems }) => outlook.change({ paneOpen: checkedItems.includes('open') })}
    >
      <ToolbarButton
        appearance="primary"
        icon={<ComposeRegular />}
        disabled={!canCompose(client)}
        onClick={() => outlook.compose()}
      >
        {mail.newLetter}
      </ToolbarButton>
      <ToolbarDivider />
      <ToolbarButton
        icon={<ArrowReplyRegular />}
        disabled={!canReply}
        onClick={() => open && outlook.reply(open, false)}
      >
        {mail.reply}
      </ToolbarButton>
      <ToolbarButton
        icon={<ArrowReplyAllRegular />}
        disabled={!canReply}
        onClick={() => open && outlook.reply(open, true)}
      >
        {mail.replyAll}
      </ToolbarButton>
      <ToolbarButton
        icon={<DismissRegular />}
        disabled={chosen.length === 0 || Boolean(draft)}
        onClick={outlook.openNull}
      >
        {mail.deselect}
      </ToolbarButton>
      <ToolbarToggleButton
        className={styles.end}
        name="pane"
        value="open"
        appearance="subtle"
        icon={<BuildingPeopleRegular />}
      >
        {mail.addin}
      </ToolbarToggleButton>
    </Toolbar>
  );
}
