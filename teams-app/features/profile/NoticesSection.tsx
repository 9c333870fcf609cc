import { Button, Checkbox, Field, makeStyles, Select, Switch, Text, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { Fragment, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { EndpointInput } from '../../../service/kernel/endpoint';
import {
  channels,
  noticeKinds,
  type Channel,
  type NoticeKind,
} from '../../../service/modules/notifications/notice-kinds';
import {
  getNoticeSettings,
  listDeliveries,
  listNotices,
  sendTestNotice,
  updateNoticeSettings,
  type NoticeSettingsView,
} from '../../../service/modules/notifications/notifications.contract';
import { TimeInput } from '../../shared/forms/TimeInput';
import { Section } from '../../shared/frame/Section';
import { keyOf, useRead, useSend, useWrite } from '../../shared/queries';
import { useCan } from '../../shared/session';
import { minutesText, parseMinutes } from '../../shared/time/zone-time';
import { PushSwitch } from './PushSwitch';

const useStyles = makeStyles({
  intro: { display: 'block', color: tokens.colorNeutralForeground3, marginBottom: tokens.spacingVerticalS },
  hint: { display: 'block', color: tokens.colorNeutralForeground3, marginTop: tokens.spacingVerticalXS },
  matrix: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) repeat(4, minmax(44px, auto))',
    alignItems: 'center',
    justifyItems: 'center',
    columnGap: '2px',
  },
  kind: { justifySelf: 'start', paddingBlock: tokens.spacingVerticalXS, overflowWrap: 'anywhere' },
  head: { color: tokens.colorNeutralForeground3, textAlign: 'center' },
  line: { gridColumn: '1 / -1', width: '100%', height: '1px', backgroundColor: tokens.colorNeutralStroke3 },
  rest: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, marginTop: tokens.spacingVerticalM },
  times: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
  time: { width: '112px' },
  hints: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    color: tokens.colorNeutralForeground2,
  },
});

const usualQuiet = { from: 20 * 60, to: 8 * 60 };

/** Of what the reader is told, and by which ways. Each choice is kept at once. */
export function NoticesSection() {
  const { t } = useTranslation('notices');
  const { data } = useRead(getNoticeSettings, {});
  return <Section title={t('matrix')}>{data && <Choices settings={data} />}</Section>;
}

type Changes = Omit<EndpointInput<typeof updateNoticeSettings>, 'version'>;

function Choices({ settings }: { settings: NoticeSettingsView }) {
  const { t } = useTranslation(['notices', 'shared']);
  const styles = useStyles();
  const can = useCan();
  const client = useQueryClient();
  const send = useSend();
  const test = useWrite(sendTestNotice, { said: t('tested'), final: true, touches: [listNotices, listDeliveries] });
  const sent = useRef<Promise<unknown>>(Promise.resolve());
  /** Shown at once, kept one after another: a quick hand is not told that it clashes with itself. */
  const change = (changes: Changes) => {
    const key = keyOf(getNoticeSettings, {});
    const latest = () => client.getQueryData<NoticeSettingsView>(key) ?? settings;
    client.setQueryData(key, { ...latest(), ...changes, channels: { ...latest().channels, ...changes.channels } });
    sent.current = sent.current
      .then(() => send(updateNoticeSettings, { version: latest().version, ...changes }))
      .then(({ version }) => client.setQueryData(key, { ...latest(), version }))
      .catch(() => client.invalidateQueries({ queryKey: key }));
  };
  const toggle = (kind: NoticeKind, channel: Channel, on: boolean) => {
    const now = (client.getQueryData<NoticeSettingsView>(keyOf(getNoticeSettings, {})) ?? settings).channels[kind];
    change({ channels: { [kind]: on ? [...now, channel] : now.filter((one) => one !== channel) } });
  };
  const { quiet, ways } = settings;
  const kinds = noticeKinds.filter((kind) => kind !== 'headsWeek' || can('companies.assign'));
  const hints = [
    ways.teams !== 'ready' && t(`ways.teams${ways.teams[0]!.toUpperCase()}${ways.teams.slice(1)}` as 'ways.teamsOff'),
    ways.email !== 'ready' && t(ways.email === 'off' ? 'ways.emailOff' : 'ways.emailNoAddress'),
    (ways.standIn.teams || ways.standIn.email) && t('standIn'),
  ].filter((hint) => typeof hint === 'string');
  return (
    <>
      <Text size={200} className={styles.intro}>
        {t('intro')}
      </Text>
      <div className={styles.matrix} role="group" aria-label={t('matrix')}>
        <span />
        {channels.map((channel) => (
          <Text key={channel} size={200} className={styles.head}>
            {t(`channel.${channel}`)}
          </Text>
        ))}
        {kinds.map((kind) => (
          <Fragment key={kind}>
            <span className={styles.line} />
            <Text className={styles.kind}>{t(`kind.${kind}`)}</Text>
            {channels.map((channel) => (
              <Checkbox
                key={channel}
                aria-label={`${t(`kind.${kind}`)}: ${t(`channel.${channel}`)}`}
                checked={settings.channels[kind].includes(channel)}
                onChange={(_, { checked }) => toggle(kind, channel, checked === true)}
              />
            ))}
          </Fragment>
        ))}
      </div>
      <div className={styles.rest}>
        {hints.length > 0 && (
          <div className={styles.hints}>
            {hints.map((hint) => (
              <Text key={hint} size={200}>
                {hint}
              </Text>
            ))}
          </div>
        )}
        <div className={styles.times}>
          <Field label={t('digestAt')}>
            <TimeInput
              className={styles.time}
              value={minutesText(settings.digestMinute)}
              onChange={(time) => {
                const minutes = parseMinutes(time);
                if (minutes !== null) change({ digestMinute: minutes });
              }}
            />
          </Field>
          <Field label={t('birthdayDays')}>
            <DaysChoice value={settings.birthdayDays} onChange={(birthdayDays) => change({ birthdayDays })} />
          </Field>
        </div>
        <div>
          <Switch
            label={t('quietOn')}
            checked={quiet !== null}
            onChange={(_, { checked }) => change({ quiet: checked ? usualQuiet : null })}
          />
          {quiet && (
            <div className={styles.times}>
              {(['from', 'to'] as const).map((edge) => (
                <Field key={edge} label={t(edge)}>
                  <TimeInput
                    className={styles.time}
                    value={minutesText(quiet[edge])}
                    onChange={(time) => {
                      const minutes = parseMinutes(time);
                      if (minutes !== null) change({ quiet: { ...quiet, [edge]: minutes } });
                    }}
                  />
                </Field>
              ))}
            </div>
          )}
          <Text size={200} className={styles.hint}>
            {t('quietHint')}
          </Text>
        </div>
        <PushSwitch publicKey={ways.push.publicKey} devices={ways.push.devices} />
        <div>
          <Button onClick={() => test.mutate({})}>{t('test')}</Button>
        </div>
      </div>
    </>
  );
}

const dayChoices = [0, 1, 2, 3, 5, 7, 14];

function DaysChoice({ value, onChange, ...field }: { value: number; onChange: (days: number) => void }) {
  return (
    <Select {...field} value={String(value)} onChange={(_, data) => onChange(Number(data.value))}>
      {[...new Set([...dayChoices, value])]
        .sort((a, b) => a - b)
        .map((days) => (
          <option key={days} value={days}>
            {days}
          </option>
        ))}
    </Select>
  );
}
