import { makeStyles, MessageBar, MessageBarBody, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { AttachRegular, LockClosedRegular, MailRegular } from '@fluentui/react-icons';
import type { Letter, Person } from '../../mailbox/letter';
import { language, useTexts } from '../shared/TextsProvider';
import { CategoryTag } from './CategoryTag';
import { fullMoment, hours } from './moments';
import { useOutlook, useOutlookState } from './outlook-context';

const useStyles = makeStyles({
  empty: {
    margin: 'auto',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '12px',
    color: tokens.colorNeutralForeground3,
    fontSize: '40px',
  },
  letter: { flexGrow: 1, minWidth: 0, overflowY: 'auto', padding: '16px 20px' },
  head: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    marginBottom: '16px',
    overflowWrap: 'anywhere',
  },
  title: { margin: 0, overflowWrap: 'anywhere' },
  faint: { color: tokens.colorNeutralForeground3 },
  files: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexWrap: 'wrap', gap: '8px' },
  file: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    padding: '4px 8px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: 0 },
  tags: { display: 'flex', gap: '6px' },
});

const written = ({ name, address }: Person) => (name && address ? `${name} <${address}>` : name || address);

export function ReadingPane() {
  const { mail } = useTexts();
  const { chosen, letters } = useOutlookState();
  const styles = useStyles();
  const letter = chosen.length === 1 ? letters.find(({ id }) => id === chosen[0]) : undefined;
  if (letter) return <OpenLetter letter={letter} />;
  return (
    <div className={styles.empty}>
      <MailRegular aria-hidden />
      <Text>{chosen.length > 1 ? mail.several(chosen.length) : mail.nothingOpen}</Text>
    </div>
  );
}

function OpenLetter({ letter }: { letter: Letter }) {
  const { mail } = useTexts();
  const outlook = useOutlook();
  const styles = useStyles();
  const files = letter.attachments.filter(({ inline }) => !inline);
  const { invitation } = letter;
  return (
    <article className={styles.letter} tabIndex={0} aria-label={letter.subject || mail.noSubject}>
      <div className={styles.head}>
        <Subtitle1 as="h2" className={styles.title}>
          {letter.subject || mail.noSubject}
        </Subtitle1>
        <div className={styles.tags}>
          {outlook.categoriesOf(letter.id).map((category) => (
            <CategoryTag key={category.displayName} category={category} />
          ))}
        </div>
        <Text weight="semibold">{letter.from ? written(letter.from) : mail.nobody}</Text>
        <People label={mail.to} people={letter.to} />
        <People label={mail.cc} people={letter.cc} />
        <Text size={200} className={styles.faint}>
          {fullMoment(letter.at, language)}
        </Text>
        {invitation && (
          <MessageBar>
            <MessageBarBody>
              {`${mail.invitation}: ${fullMoment(invitation.start, language)}, ${hours(invitation.start, invitation.end, language)}`}
              {invitation.location && `. ${mail.where}: ${invitation.location}`}
            </MessageBarBody>
          </MessageBar>
        )}
        {files.length > 0 && (
          <ul className={styles.files} aria-label={mail.attachments}>
            {files.map(({ id, name, size }) => (
              <li key={id} className={styles.file}>
                <AttachRegular aria-hidden />
                <Text size={200}>{name}</Text>
                <Text size={200} className={styles.faint}>
                  {mail.kilobytes(kilobytes(size))}
                </Text>
              </li>
            ))}
          </ul>
        )}
      </div>
      {letter.encrypted && <LockClosedRegular aria-label={mail.encrypted} />}
      <p className={styles.text}>{letter.text}</p>
    </article>
  );
}

function People({ label, people }: { label: string; people: Person[] }) {
  const styles = useStyles();
  if (people.length === 0) return null;
  return (
    <Text size={200} className={styles.faint}>
      {`${label}: ${people.map(written).join('; ')}`}
    </Text>
  );
}

const kilobytes = (size: number) =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(Math.max(size / 1024, 0.1));
