import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { language, useTexts } from '../shared/TextsProvider';
import type { Act, ShownEvent } from './ask-calendar';
import { addDays, dateText, placeEvents, type Placed } from './week-layout';

const hourHeight = 48;
const step = 15;

const useStyles = makeStyles({
  scroll: { flexGrow: 1, minWidth: 0, overflow: 'auto', position: 'relative' },
  grid: {
    display: 'grid',
    gridTemplateColumns: '48px repeat(7, minmax(88px, 1fr))',
    gridTemplateRows: 'auto auto 1fr',
    minWidth: '664px',
  },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 3,
    padding: '4px 6px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  today: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  whole: {
    minHeight: '26px',
    padding: '2px',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
  },
  hours: { position: 'relative', height: `${24 * hourHeight}px` },
  hour: { position: 'absolute', right: '6px', transform: 'translateY(-50%)', color: tokens.colorNeutralForeground3 },
  day: {
    position: 'relative',
    height: `${24 * hourHeight}px`,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundImage: `linear-gradient(${tokens.colorNeutralStroke3} 1px, transparent 1px)`,
    backgroundSize: `100% ${hourHeight}px`,
  },
  event: {
    boxSizing: 'border-box',
    overflow: 'hidden',
    textAlign: 'left',
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '15px',
    textOverflow: 'ellipsis',
    padding: '1px 4px',
    cursor: 'grab',
    touchAction: 'none',
    userSelect: 'none',
    borderRadius: tokens.borderRadiusSmall,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderLeftWidth: '4px',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  ours: {
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    borderLeftWidth: '4px',
  },
  done: { opacity: 0.75, borderLeftColor: tokens.colorPaletteGreenBorderActive },
  chosen: { boxShadow: tokens.shadow8, zIndex: 2 },
  placed: { position: 'absolute' },
  dragged: { cursor: 'grabbing', zIndex: 4, boxShadow: tokens.shadow16, opacity: 0.9 },
  wide: { width: '100%' },
  line: { whiteSpace: 'nowrap' },
});

interface Drag {
  id: string;
  /** Where the pointer took hold, in minutes from the event's start. */
  hold: number;
  length: number;
  day: number;
  from: number;
  whole: boolean;
  copy: boolean;
  moved: boolean;
}

interface GridProps {
  monday: Date;
  events: ShownEvent[];
  chosen: string | null;
  onChoose: (id: string | null) => void;
  onAct: (act: Act) => void;
}

/** Seven days and their hours. Events are dragged by the mouse (with Ctrl: copied), or moved by Alt and the arrows. */
export function WeekGrid({ monday, events, chosen, onChoose, onAct }: GridProps) {
  const { calendar } = useTexts();
  const styles = useStyles();
  const scroll = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const { timed, whole } = useMemo(() => placeEvents(events, monday), [events, monday]);
  useEffect(() => scroll.current?.scrollTo({ top: 8 * hourHeight }), []);
  const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
  const today = dateText(new Date());

  /** Where on the grid the pointer is. */
  const place = (pointer: PointerEvent) => {
    const hours = body.current!.getBoundingClientRect();
    const width = (body.current!.parentElement!.getBoundingClientRect().width - hours.width) / 7;
    const day = Math.min(6, Math.max(0, Math.floor((pointer.clientX - hours.right) / width)));
    return { day, minute: ((pointer.clientY - hours.top) / hourHeight) * 60 };
  };
  const begin = (pointer: PointerEvent<HTMLElement>, { event, day, from, to }: Placed) => {
    if (pointer.button !== 0) return;
    const hold = event.allDay ? 0 : place(pointer).minute - from;
    const length = event.allDay ? 30 : to - from;
    setDrag({ id: event.id, hold, length, day, from, whole: event.allDay, copy: pointer.ctrlKey, moved: false });
  };
  const follow = (pointer: PointerEvent) => {
    if (!drag) return;
    const { day, minute } = place(pointer);
    const isWhole = minute < 0;
    const from = Math.min(1440 - step, Math.max(0, Math.round((minute - drag.hold) / step) * step));
    if (day === drag.day && from === drag.from && isWhole === drag.whole) return;
    setDrag({ ...drag, day, from, whole: isWhole, moved: true });
  };
  const drop = () => {
    const event = events.find(({ id }) => id === drag?.id);
    if (!drag || !event) return;
    if (drag.moved) onAct(moved(event, days[drag.day]!, drag.whole ? null : drag.from, drag.length, drag.copy));
    else onChoose(event.id);
    setDrag(null);
  };
  const keys = (pressed: KeyboardEvent, { event, day, from, to }: Placed) => {
    if (pressed.key === 'Delete') onAct({ act: 'remove', id: event.id });
    if (!pressed.altKey || !pressed.key.startsWith('Arrow')) return;
    pressed.preventDefault();
    const sideways = pressed.key === 'ArrowLeft' ? -1 : pressed.key === 'ArrowRight' ? 1 : 0;
    const along = pressed.key === 'ArrowUp' ? -step : pressed.key === 'ArrowDown' ? step : 0;
    onAct(moved(event, addDays(days[day]!, sideways), event.allDay ? null : from + along, to - from, false));
  };

  const tile = (placed: Placed) => {
    const { event, from, to, column, columns } = placed;
    const held = drag?.id === event.id && drag.moved ? drag : null;
    const top = held ? held.from : from;
    const height = ((held ? held.length : to - from) / 60) * hourHeight;
    const inside = !(held ? held.whole : event.allDay);
    return (
      <button
        key={event.id}
        type="button"
        className={mergeClasses(
          styles.event,
          event.ours && styles.ours,
          (event.categories.includes('Сделано') || event.subject.startsWith('✓')) && styles.done,
          event.id === chosen && styles.chosen,
          inside ? styles.placed : styles.wide,
          (!inside || to - from < 30) && styles.line,
          held ? styles.dragged : undefined,
        )}
        style={
          inside
            ? {
                top: `${(top / 60) * hourHeight}px`,
                height: `${Math.max(16, height - 1)}px`,
                left: held ? '0' : `${(100 / columns) * column}%`,
                width: held ? '100%' : `${100 / columns}%`,
              }
            : undefined
        }
        title={event.subject}
        aria-pressed={event.id === chosen}
        onPointerDown={(pointer) => begin(pointer, placed)}
        onKeyDown={(pressed) => keys(pressed, placed)}
        onClick={(click) => click.detail === 0 && onChoose(event.id)}
      >
        {inside && <>{clock(held ? held.from : from)} </>}
        {event.subject}
      </button>
    );
  };
  /** An event that is being dragged hangs in the day it would fall on. */
  const dayOf = (placed: Placed) => (drag?.id === placed.event.id && drag.moved ? drag.day : placed.day);
  const isWhole = (placed: Placed) => (drag?.id === placed.event.id && drag.moved ? drag.whole : placed.event.allDay);
  const all = [...timed, ...whole];

  return (
    // A tile that is dragged into another day is another element there, so the hand is followed by what is around them.
    <div
      ref={scroll}
      className={styles.scroll}
      onPointerMove={follow}
      onPointerUp={drop}
      onPointerLeave={() => setDrag(null)}
      onPointerCancel={() => setDrag(null)}
    >
      <div className={styles.grid} role="group" aria-label={calendar.grid}>
        <div className={styles.head} />
        {days.map((day) => (
          <div key={dateText(day)} className={mergeClasses(styles.head, dateText(day) === today && styles.today)}>
            <Text size={200}>
              {new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric' }).format(day)}
            </Text>
          </div>
        ))}
        <div />
        {days.map((day, index) => (
          <div key={dateText(day)} className={styles.whole}>
            {all.filter((placed) => isWhole(placed) && dayOf(placed) === index).map(tile)}
          </div>
        ))}
        <div ref={body} className={styles.hours} aria-hidden>
          {Array.from({ length: 23 }, (_, hour) => (
            <Text key={hour} size={100} className={styles.hour} style={{ top: `${(hour + 1) * hourHeight}px` }}>
              {clock((hour + 1) * 60)}
            </Text>
          ))}
        </div>
        {days.map((day, index) => (
          <div key={dateText(day)} className={styles.day} data-day={dateText(day)}>
            {all.filter((placed) => !isWhole(placed) && dayOf(placed) === index).map(tile)}
          </div>
        ))}
      </div>
    </div>
  );
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

function moved(event: ShownEvent, day: Date, from: number | null, length: number, copy: boolean): Act {
  const act = copy ? ('copy' as const) : ('move' as const);
  if (from === null) {
    const date = dateText(day);
    return { act, id: event.id, start: `${date}T00:00:00`, end: `${dateText(addDays(day, 1))}T00:00:00`, allDay: true };
  }
  const start = new Date(day.getFullYear(), day.getMonth(), day.getDate(), 0, from);
  const end = new Date(start.getTime() + length * 60_000);
  return { act, id: event.id, start: start.toISOString(), end: end.toISOString(), allDay: false };
}
