import { Checkbox, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { AttachRegular, LockClosedRegular } from '@fluentui/react-icons';
import type { Letter } from '../../mailbox/letter';
import type { Category } from '../../office/host';
import { language, useTexts } from '../shared/TextsProvider';
import { CategoryTag } from './CategoryTag';
import { shortMoment } from './moments';

const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'flex-start',
    borderRadius: tokens.borderRadiusMedium,
    borderLeft: '3px solid transparent',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  unread: { borderLeftColor: tokens.colorBrandStroke1 },
  chosen: { backgroundColor: tokens.colorNeutralBackground1Selected },
  letter: {
    flexGrow: 1,
    minWidth: 0,
    border: 'none',
    background: 'none',
    font: 'inherit',
    color: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    padding: '8px 8px 8px 0',
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  line: { display: 'flex', alignItems: 'center', gap: '6px' },
  grow: { flexGrow: 1, minWidth: 0, ...oneLine },
  faint: { color: tokens.colorNeutralForeground3, flexShrink: 0 },
  preview: { color: tokens.colorNeutralForeground3, display: 'block', ...oneLine },
  fresh: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForegroundLink },
});

interface LetterRowProps {
  letter: Letter;
  chosen: boolean;
  /** One of several chosen together. */
  marked: boolean;
  categories: Category[];
  onOpen(): void;
  onMark(add: boolean): void;
}

export function LetterRow({ letter, chosen, marked, categories, onOpen, onMark }: LetterRowProps) {
  const { mail } = useTexts();
  const styles = useStyles();
  const people = letter.folder === 'sent' ? letter.to : letter.from ? [letter.from] : [];
  const who = people.map(({ name, address }) => name || address).join(', ') || mail.nobody;
  const subject = letter.subject || mail.noSubject;
  const files = letter.attachments.some(({ inline }) => !inline);
  return (
    <li className={mergeClasses(styles.row, !letter.read && styles.unread, chosen && styles.chosen)}>
      <Checkbox
        checked={marked}
        onChange={(_, { checked }) => onMark(Boolean(checked))}
        aria-label={`${mail.choose}: ${subject}`}
      />
      <button
        type="button"
        className={styles.letter}
        data-letter={letter.id}
        aria-current={chosen ? 'true' : undefined}
        onClick={onOpen}
      >
        <span className={styles.line}>
          <Text className={styles.grow} weight={letter.read ? 'regular' : 'semibold'}>
            {who}
          </Text>
          {letter.encrypted && <LockClosedRegular aria-label={mail.encrypted} />}
          {files && <AttachRegular aria-label={mail.hasAttachments} />}
        </span>
        <span className={styles.line}>
          <Text size={200} className={mergeClasses(styles.grow, !letter.read && styles.fresh)} title={subject}>
            {subject}
          </Text>
          <Text size={200} className={styles.faint}>
            {shortMoment(letter.at, language)}
          </Text>
        </span>
        <Text size={200} className={styles.preview}>
          {letter.text.slice(0, 120)}
        </Text>
        {categories.length > 0 && (
          <span className={styles.line}>
            {categories.map((category) => (
              <CategoryTag key={category.displayName} category={category} />
            ))}
          </span>
        )}
      </button>
    </li>
  );
}
