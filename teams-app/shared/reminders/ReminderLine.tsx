import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  Text,
  tokens,
} from '@fluentui/react-components';
import {
  Alert20Filled,
  Alert20Regular,
  ArrowRepeatAll16Regular,
  Checkmark20Regular,
  CheckmarkCircle20Regular,
  Delete20Regular,
  Edit20Regular,
  MoreHorizontal20Regular,
  Snooze20Regular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router-dom';
import {
  deleteReminder,
  finishReminder,
  listReminders,
  snoozeReminder,
  type ReminderView,
} from '../../../service/modules/reminders/reminders.contract';
import { CompanyName } from '../company/CompanyName';
import { useSend } from '../queries';
import { addDays, dateIn, instantIn, weekdayOf } from '../time/zone-time';
import { useMoments } from '../time/use-moments';
import { ReminderForm } from './ReminderForm';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'start',
    padding: '8px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tight: { paddingInline: 0, columnGap: tokens.spacingHorizontalS },
  icon: { color: tokens.colorNeutralForeground3, paddingTop: '2px' },
  ringing: { color: tokens.colorStatusDangerForeground1 },
  words: { overflowWrap: 'anywhere' },
  quiet: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0 6px',
    color: tokens.colorNeutralForeground3,
  },
  done: { color: tokens.colorNeutralForeground3 },
  link: {
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
  actions: { display: 'flex', gap: tokens.spacingHorizontalXXS },
});

interface ReminderLineProps {
  reminder: ReminderView;
  /** On the company's own card its name is not said again. */
  onCard?: boolean;
}

/** One reminder with what is done about it: done, later, changed. */
export function ReminderLine({ reminder, onCard }: ReminderLineProps) {
  const { t } = useTranslation(['reminders', 'shared']);
  const styles = useStyles();
  const { moment, zone, today } = useMoments();
  const send = useSend();
  const [editing, setEditing] = useState(false);
  const { id, version, status } = reminder;
  const options = { touches: [listReminders] };
  const later = (input: { minutes: number } | { at: string }) =>
    void send(
      snoozeReminder,
      { id, version, ...input },
      { ...options, said: ({ ringsAt }) => t('said.later', { moment: moment(ringsAt) }) },
    ).catch(() => undefined);
  const nineOn = (date: string) => ({ at: instantIn(date, 9 * 60, zone) });
  const toMonday = 8 - weekdayOf(today());
  return (
    <li className={mergeClasses(styles.root, onCard && styles.tight)}>
      <span className={mergeClasses(styles.icon, status === 'ringing' && styles.ringing)} aria-hidden>
        {status === 'done' ? (
          <CheckmarkCircle20Regular />
        ) : status === 'ringing' ? (
          <Alert20Filled />
        ) : (
          <Alert20Regular />
        )}
      </span>
      <div className={styles.words}>
        <Text block className={status === 'done' ? styles.done : undefined}>
          {reminder.title}
        </Text>
        <Text size={200} className={styles.quiet}>
          {status === 'ringing' && (
            <Text size={200} weight="semibold" className={styles.ringing}>
              {t('ringing')}
            </Text>
          )}
          <span>{moment(reminder.ringsAt)}</span>
          {reminder.repeat !== 'none' && (
            <span>
              <ArrowRepeatAll16Regular aria-hidden /> {t(`repeats.${reminder.repeat}`)}
            </span>
          )}
          {reminder.company && !onCard && (
            <RouterLink to={`/companies/${reminder.company.id}`} className={styles.link}>
              <CompanyName name={reminder.company.name} />
            </RouterLink>
          )}
          {reminder.contact && <span>{reminder.contact.name}</span>}
        </Text>
      </div>
      <div className={styles.actions}>
        {status !== 'done' && (
          <Button
            size="small"
            appearance="subtle"
            icon={<Checkmark20Regular />}
            aria-label={`${t('done')}: ${reminder.title}`}
            title={t('done')}
            onClick={() =>
              void send(finishReminder, { id, version }, { ...options, said: t('said.done') }).catch(() => undefined)
            }
          />
        )}
        {status !== 'done' && (
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <Button
                size="small"
                appearance="subtle"
                icon={<Snooze20Regular />}
                aria-label={`${t('snooze')}: ${reminder.title}`}
                title={t('snooze')}
              />
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                <MenuItem onClick={() => later({ minutes: 10 })}>{t('snoozes.tenMinutes')}</MenuItem>
                <MenuItem onClick={() => later({ minutes: 60 })}>{t('snoozes.hour')}</MenuItem>
                <MenuItem onClick={() => later(nineOn(addDays(today(), 1)))}>{t('snoozes.tomorrow')}</MenuItem>
                <MenuItem onClick={() => later(nineOn(addDays(dateIn(Date.now(), zone), toMonday)))}>
                  {t('snoozes.monday')}
                </MenuItem>
              </MenuList>
            </MenuPopover>
          </Menu>
        )}
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button
              size="small"
              appearance="subtle"
              icon={<MoreHorizontal20Regular />}
              aria-label={`${t('shared:more')}: ${reminder.title}`}
            />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {status !== 'done' && (
                <MenuItem icon={<Edit20Regular />} onClick={() => setEditing(true)}>
                  {t('edit')}
                </MenuItem>
              )}
              <MenuItem
                icon={<Delete20Regular />}
                onClick={() =>
                  void send(deleteReminder, { id, version }, { ...options, said: t('said.deleted') }).catch(
                    () => undefined,
                  )
                }
              >
                {t('delete')}
              </MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
      {editing && <ReminderForm reminder={reminder} onClose={() => setEditing(false)} />}
    </li>
  );
}
