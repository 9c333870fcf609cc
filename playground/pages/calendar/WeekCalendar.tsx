import { Button, makeStyles, Subtitle2, Text, ToggleButton, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { language, useTexts } from '../shared/TextsProvider';
import { doInCalendar, setFaults, type Act } from './ask-calendar';
import { EventDetails } from './EventDetails';
import { useWeek } from './use-week';
import { WeekGrid } from './WeekGrid';
import { addDays, mondayOf } from './week-layout';

const useStyles = makeStyles({
  page: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', padding: '8px 12px' },
  title: { margin: 0, '::first-letter': { textTransform: 'uppercase' } },
  note: { color: tokens.colorNeutralForeground3, padding: '0 12px 8px' },
  end: { marginLeft: 'auto' },
  work: { flexGrow: 1, minHeight: 0, display: 'flex' },
  failed: { padding: '12px', color: tokens.colorPaletteRedForeground1 },
});

/** Somebody's week in the stand-in of Outlook's calendar: everything in it can be dragged. */
export function WeekCalendar({ account }: { account: string }) {
  const { calendar } = useTexts();
  const styles = useStyles();
  const [monday, setMonday] = useState(() => mondayOf(new Date()));
  const [chosen, setChosen] = useState<string | null>(null);
  const [broken, setBroken] = useState(false);
  const { events, failed } = useWeek(account, monday);
  const event = events.find(({ id }) => id === chosen);
  const act = (what: Act) => void doInCalendar(account, what);
  const middle = addDays(monday, 3);
  const month = `${new Intl.DateTimeFormat(language, { month: 'long' }).format(middle)} ${middle.getFullYear()}`;
  return (
    <section className={styles.page} aria-label={calendar.title}>
      <div className={styles.bar}>
        <Button size="small" onClick={() => setMonday(mondayOf(new Date()))}>
          {calendar.today}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          aria-label={calendar.before}
          icon={<ChevronLeftRegular />}
          onClick={() => setMonday(addDays(monday, -7))}
        />
        <Button
          size="small"
          appearance="subtle"
          aria-label={calendar.after}
          icon={<ChevronRightRegular />}
          onClick={() => setMonday(addDays(monday, 7))}
        />
        <Subtitle2 as="h2" className={styles.title}>
          {month}
        </Subtitle2>
        <ToggleButton
          size="small"
          className={styles.end}
          checked={broken}
          onClick={() => {
            setBroken(!broken);
            void setFaults(broken ? {} : { throttled: 0.3, lostAfter: 0.3, unheard: 0.3, slow: 700 });
          }}
        >
          {broken ? calendar.brokenOn : calendar.broken}
        </ToggleButton>
      </div>
      <Text size={200} className={styles.note}>
        {calendar.hint}
      </Text>
      {failed && (
        <Text role="alert" className={styles.failed}>
          {calendar.failed}
        </Text>
      )}
      <div className={styles.work}>
        <WeekGrid monday={monday} events={events} chosen={chosen} onChoose={setChosen} onAct={act} />
        {event && <EventDetails event={event} onAct={act} onClose={() => setChosen(null)} />}
      </div>
    </section>
  );
}
