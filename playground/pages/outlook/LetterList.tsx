import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { useTexts } from '../shared/TextsProvider';
import { LetterRow } from './LetterRow';
import { useOutlook, useOutlookState } from './outlook-context';

const useStyles = makeStyles({
  list: {
    width: '300px',
    flexShrink: 0,
    margin: 0,
    padding: '4px',
    boxSizing: 'border-box',
    listStyle: 'none',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    '@media (max-width: 1250px)': { width: '230px' },
  },
  empty: { padding: '24px', textAlign: 'center', color: tokens.colorNeutralForeground3 },
});

/** Letters of the folder. Arrows go through them and open, as in Outlook. */
export function LetterList() {
  const { mail } = useTexts();
  const outlook = useOutlook();
  const { letters, folder, chosen } = useOutlookState();
  const styles = useStyles();
  const shown = letters.filter((letter) => letter.folder === folder);
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-letter]')];
    const next = rows[rows.indexOf(document.activeElement as HTMLElement) + step];
    if (!next) return;
    next.focus();
    outlook.select([next.dataset.letter!]);
  };
  return (
    <ul className={styles.list} aria-label={mail.letters} onKeyDown={move}>
      {shown.map((letter) => (
        <LetterRow
          key={letter.id}
          letter={letter}
          chosen={chosen.includes(letter.id)}
          // A letter that is merely open is not marked, as in Outlook.
          marked={chosen.length > 1 && chosen.includes(letter.id)}
          categories={outlook.categoriesOf(letter.id)}
          onOpen={() => outlook.select([letter.id])}
          onMark={(add) => {
            const others = chosen.filter((id) => id !== letter.id);
            outlook.select(add ? [...others, letter.id] : others);
          }}
        />
      ))}
      {shown.length === 0 && (
        <li className={styles.empty}>
          <Text>{mail.nothingHere}</Text>
        </li>
      )}
    </ul>
  );
}
