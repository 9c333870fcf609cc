import { makeStyles, mergeClasses, Subtitle1, Text, tokens } from '@fluentui/react-components';
import type { Meeting } from '../../mailbox/letter';
import { language, useTexts } from '../shared/TextsProvider';
import { dayName, hours } from './moments';
import { useOutlook, useOutlookState } from './outlook-context';

const useStyles = makeStyles({
  days: { width: '320px', flexShrink: 0, overflowY: 'auto', padding: '12px 16px', boxSizing: 'border-box' },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  entry: { display: 'flex', flexDirection: 'column', gap: '4px' },
  day: { color: tokens.colorNeutralForeground3 },
  meeting: {
    font: 'inherit',
    color: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `4px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    padding: '8px 12px',
    display: 'flex',
    flexDirection: 'column',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: { backgroundColor: tokens.colorNeutralBackground1Selected },
  open: {
    flexGrow: 1,
    minWidth: 0,
    overflowY: 'auto',
    padding: '16px 20px',
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
  },
  title: { margin: 0 },
  faint: { color: tokens.colorNeutralForeground3 },
});

export function CalendarView() {
  const { mail } = useTexts();
  const outlook = useOutlook();
  const { meetings, meeting: openId } = useOutlookState();
  const styles = useStyles();
  const open = meetings.find(({ id }) => id === openId);
  return (
    <>
      <nav className={styles.days} aria-label={mail.calendar}>
        <ul className={styles.list}>
          {meetings.map((meeting) => (
            <li key={meeting.id} className={styles.entry}>
              <Text size={200} className={styles.day}>
                {dayName(meeting.start, language)}
              </Text>
              <button
                type="button"
                className={mergeClasses(styles.meeting, meeting.id === openId && styles.chosen)}
                aria-current={meeting.id === openId ? 'true' : undefined}
                onClick={() => outlook.open(meeting.id)}
              >
                <Text weight="semibold">{meeting.subject}</Text>
                <Text size={200}>{`${hours(meeting.start, meeting.end, language)} · ${meeting.location}`}</Text>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {open && <OpenMeeting meeting={open} />}
    </>
  );
}

function OpenMeeting({ meeting }: { meeting: Meeting }) {
  const { mail } = useTexts();
  const styles = useStyles();
  const names = [...meeting.required, ...meeting.optional].map(({ name, address }) => name || address);
  return (
    <article className={styles.open} tabIndex={0} aria-label={meeting.subject}>
      <Subtitle1 as="h2" className={styles.title}>
        {meeting.subject}
      </Subtitle1>
      <Text>{`${dayName(meeting.start, language)}, ${hours(meeting.start, meeting.end, language)}`}</Text>
      <Text
        className={styles.faint}
      >{`${mail.organizer}: ${meeting.organizer.name || meeting.organizer.address}`}</Text>
      <Text className={styles.faint}>{`${mail.who}: ${names.join(', ')}`}</Text>
      <Text className={styles.faint}>{`${mail.where}: ${meeting.location}`}</Text>
      <Text>{meeting.text}</Text>
    </article>
  );
}
