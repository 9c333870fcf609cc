import { CounterBadge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { folders } from '../../mailbox/letter';
import { useTexts } from '../shared/TextsProvider';
import { useOutlook, useOutlookState } from './outlook-context';

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: '4px 0',
    width: '150px',
    flexShrink: 0,
    '@media (max-width: 1250px)': { width: '120px' },
  },
  folder: {
    width: '100%',
    minHeight: '36px',
    border: 'none',
    background: 'none',
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: '0 12px',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: { backgroundColor: tokens.colorNeutralBackground1, fontWeight: tokens.fontWeightSemibold },
});

export function FolderList() {
  const { mail } = useTexts();
  const outlook = useOutlook();
  const { folder, letters } = useOutlookState();
  const styles = useStyles();
  const shown = folders.filter((name) => name !== 'samples' || letters.some((letter) => letter.folder === 'samples'));
  return (
    <nav aria-label={mail.folders}>
      <ul className={styles.list}>
        {shown.map((name) => {
          const unread = letters.filter((letter) => letter.folder === name && !letter.read).length;
          return (
            <li key={name}>
              <button
                type="button"
                className={mergeClasses(styles.folder, name === folder && styles.chosen)}
                aria-current={name === folder ? 'true' : undefined}
                onClick={() => outlook.change({ folder: name, chosen: [], draft: null })}
              >
                {mail[name]}
                {unread > 0 && <CounterBadge count={unread} color="brand" size="small" />}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
