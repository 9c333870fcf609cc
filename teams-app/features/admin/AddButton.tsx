import { Button, useRestoreFocusTarget } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { phoneQuery } from '../../shared/frame/breakpoints';
import { useMedia } from '../../shared/use-media';

/** «New …» beside the title; on a phone the plus alone. */
export function AddButton({ text, onClick }: { text: string; onClick: () => void }) {
  const isPhone = useMedia(phoneQuery);
  const focusTarget = useRestoreFocusTarget();
  return (
    <Button {...focusTarget} appearance="primary" icon={<Add20Regular />} aria-label={text} onClick={onClick}>
      {isPhone ? undefined : text}
    </Button>
  );
}
