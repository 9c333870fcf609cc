import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { CheckmarkRegular, DeleteRegular, DismissRegular } from '@fluentui/react-icons';
import { language, useTexts } from '../shared/TextsProvider';
import type { Act, ShownEvent } from './ask-calendar';

const useStyles = makeStyles({
  pane: {
    width: '280px',
    flexShrink: 0,
    overflowY: 'auto',
    boxSizing: 'border-box',
    padding: '12px 16px',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
  },
  head: { display: 'flex', alignItems: 'flex-start', gap: '8px' },
  title: { margin: 0, flexGrow: 1, overflowWrap: 'anywhere' },
  faint: { color: tokens.colorNeutralForeground3 },
  body: { overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexDirection: 'column', gap: '8px', marginTop: '8px' },
});

/** An event that was clicked: what it says, and what Outlook would let one do with it. */
export function EventDetails({
  event,
  onAct,
  onClose,
}: {
  event: ShownEvent;
  onAct: (act: Act) => void;
  onClose: () => void;
}) {
  const { calendar } = useTexts();
  const styles = useStyles();
  const when = event.allDay
    ? new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
        new Date(event.start),
      )
    : new Intl.DateTimeFormat(language, {
        weekday: 'short',
        day: 'numeric',
        month: 'long',
        hour: '2-digit',
        minute: '2-digit',
      }).formatRange(new Date(event.start), new Date(event.end));
  const isDone = event.categories.includes('Сделано');
  const facts = [
    event.free ? calendar.free : calendar.busy,
    event.reminder === null ? calendar.silent : calendar.rings(event.reminder),
    ...event.categories,
  ];
  return (
    <aside className={styles.pane} aria-label={event.subject}>
      <div className={styles.head}>
        <Subtitle2 as="h3" className={styles.title}>
          {event.subject}
        </Subtitle2>
        <Button
          size="small"
          appearance="subtle"
          aria-label={calendar.close}
          icon={<DismissRegular />}
          onClick={onClose}
        />
      </div>
      <Text>{when}</Text>
      <Text size={200} className={styles.faint}>
        {facts.join(' · ')}
      </Text>
      {paragraphs(event.body).map(({ words, link }, index) => (
        <Text key={index} className={styles.body}>
          {link ? (
            <a href={link} target={link.startsWith('tel:') ? undefined : '_blank'} rel="noreferrer">
              {words}
            </a>
          ) : (
            words
          )}
        </Text>
      ))}
      <div className={styles.buttons}>
        <Button icon={<CheckmarkRegular />} onClick={() => onAct({ act: 'done', id: event.id })}>
          {isDone ? calendar.undone : calendar.done}
        </Button>
        <Button icon={<DeleteRegular />} onClick={() => onAct({ act: 'remove', id: event.id })}>
          {calendar.remove}
        </Button>
      </div>
    </aside>
  );
}

/** What a body says, without its HTML: whatever a program wrote must not run as a page. */
function paragraphs(html: string): { words: string; link: string | null }[] {
  const body = new DOMParser().parseFromString(html.replaceAll('<br>', '\n'), 'text/html').body;
  const parts = body.children.length ? [...body.children] : [body];
  return parts
    .map((part) => {
      const href = part.querySelector('a')?.getAttribute('href') ?? null;
      return { words: part.textContent ?? '', link: href && /^(https?|tel):/.test(href) ? href : null };
    })
    .filter(({ words }) => words.trim());
}
