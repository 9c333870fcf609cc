import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  ProgressBar,
  Text,
  tokens,
} from '@fluentui/react-components';
import { Delete16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  deleteNorm,
  getKpi,
  getKpiSettings,
  myPace,
  setKpiRule,
  setNorm,
  type KpiRule,
} from '../../../service/modules/kpi/kpi.contract';
import { useErrorText } from '../../shared/error-text';
import { DateInput } from '../../shared/forms/DateInput';
import { PersonPicker } from '../../shared/forms/PersonPicker';
import { useRead, useSend, useWrite } from '../../shared/queries';
import { useCan, useMe } from '../../shared/session';
import { useMoments } from '../../shared/time/use-moments';
import { SideDrawer } from '../../shared/frame/SideDrawer';

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  heading: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minHeight: '36px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontVariantNumeric: 'tabular-nums',
  },
  grow: { flexGrow: 1 },
  three: { display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: '8px' },
  two: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '8px' },
  number: { minWidth: 0, width: '100%', '& input': { minWidth: 0 } },
});

const touched = [getKpiSettings, getKpi, myPace];
const whole = (text: string): number | null => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : null);

/** Norms with the day each begins, and the rule of what counts. */
export function KpiRules({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['kpi', 'shared']);
  const styles = useStyles();
  const can = useCan();
  const { data } = useRead(
    getKpiSettings,
    {},
    // While the figures are counted anew, how far that is.
    { refetchInterval: 3000 },
  );
  const { fullDay } = useMoments();
  const remove = useWrite(deleteNorm, { said: t('rules.deleted'), touches: touched });
  return (
    <SideDrawer title={t('rules.title')} className={styles.body} onClose={onClose}>
      <Text as="h3" weight="semibold" className={styles.heading}>
        {t('rules.norms')}
      </Text>
      <Text size={200} className={styles.quiet}>
        {t('rules.usual')}
      </Text>
      <ul className={styles.list}>
        {data?.norms.map((norm) => {
          const name = norm.user?.name ?? t('rules.everybody');
          return (
            <li key={norm.id} className={styles.row}>
              <span className={styles.grow}>
                {name}, {t('rules.from', { day: fullDay(norm.from) })}
              </span>
              <span>
                {norm.calls} / {norm.meetings} / {norm.offers}
              </span>
              {can('plans.manage') && (
                <Button
                  size="small"
                  appearance="subtle"
                  icon={<Delete16Regular />}
                  aria-label={t('rules.delete', { name })}
                  onClick={() => remove.mutate({ id: norm.id })}
                />
              )}
            </li>
          );
        })}
      </ul>
      {can('plans.manage') && data && <NewNorm norms={data.norms} />}
      <Text as="h3" weight="semibold" className={styles.heading}>
        {t('rules.what')}
      </Text>
      <Text size={200} className={styles.quiet}>
        {t('rules.whatText')}
      </Text>
      {data && data.rule.counting !== null && (
        <div role="status">
          <Text size={200}>{t('rules.counting', { percent: data.rule.counting })}</Text>
          <ProgressBar
            value={data.rule.counting / 100}
            aria-label={t('rules.counting', { percent: data.rule.counting })}
          />
        </div>
      )}
      {data && <RuleForm key={data.rule.version} rule={data.rule} editable={can('settings.manage')} />}
    </SideDrawer>
  );
}

function NewNorm({ norms }: { norms: { id: string; version: number; user: { id: string } | null; from: string }[] }) {
  const { t } = useTranslation(['kpi', 'shared']);
  const styles = useStyles();
  const send = useSend();
  const me = useMe();
  const errorText = useErrorText();
  const { today } = useMoments();
  const everybody = me.can['plans.manage'] === 'all';
  const [userId, setUserId] = useState<string | null>(null);
  const [from, setFrom] = useState(today());
  const [texts, setTexts] = useState({ calls: '70', meetings: '5', offers: '20' });
  const [fault, setFault] = useState<string | null>(null);
  const names = ['calls', 'meetings', 'offers'] as const;
  const save = async () => {
    const values = Object.fromEntries(names.map((name) => [name, whole(texts[name])]));
    if (Object.values(values).includes(null) || (!everybody && !userId)) return setFault(t('shared:field.required'));
    const known = norms.find((norm) => (norm.user?.id ?? null) === userId && norm.from === from);
    setFault(null);
    try {
      await send(
        setNorm,
        { userId, from, version: known?.version ?? 0, ...(values as Record<(typeof names)[number], number>) },
        { said: t('rules.saved'), touches: touched, refusals: 'caller' },
      );
    } catch (error) {
      setFault(errorText(error));
    }
  };
  return (
    <>
      {fault && (
        <MessageBar intent="error" role="alert">
          <MessageBarBody>{fault}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.two}>
        <Field label={t('rules.for')}>
          <PersonPicker value={userId} onChange={setUserId} noneText={everybody ? t('rules.everybody') : undefined} />
        </Field>
        <Field label={t('rules.fromDay')}>
          <DateInput value={from} onChange={setFrom} />
        </Field>
      </div>
      <div className={styles.three}>
        {names.map((name) => (
          <Field key={name} label={t(name)}>
            <Input
              className={styles.number}
              inputMode="numeric"
              value={texts[name]}
              onChange={(_, data) => setTexts((before) => ({ ...before, [name]: data.value }))}
            />
          </Field>
        ))}
      </div>
      <div>
        <Button onClick={() => void save()}>{t('rules.save')}</Button>
      </div>
    </>
  );
}

const numbers = ['talkSeconds', 'noteLength', 'burstCalls', 'burstMinutes'] as const;

function RuleForm({ rule, editable }: { rule: KpiRule; editable: boolean }) {
  const { t } = useTranslation('kpi');
  const styles = useStyles();
  const send = useSend();
  const [texts, setTexts] = useState(
    () =>
      Object.fromEntries(numbers.map((name) => [name, String(rule[name])])) as Record<(typeof numbers)[number], string>,
  );
  const [countUnreached, setCountUnreached] = useState(rule.countUnreached);
  const faults = Object.fromEntries(
    numbers.map((name) => [name, whole(texts[name]) === null ? t('rules.whole') : undefined]),
  );
  const save = () => {
    if (Object.values(faults).some(Boolean)) return;
    const values = Object.fromEntries(numbers.map((name) => [name, Number(texts[name])])) as Record<
      (typeof numbers)[number],
      number
    >;
    void send(
      setKpiRule,
      { version: rule.version, countUnreached, ...values },
      { said: t('rules.ruleSaved'), final: true, touches: touched },
    ).catch(() => undefined);
  };
  return (
    <>
      <div className={styles.two}>
        {numbers.map((name) => (
          <Field key={name} label={t(`rules.${name}`)} validationMessage={faults[name]}>
            <Input
              className={styles.number}
              inputMode="numeric"
              disabled={!editable}
              value={texts[name]}
              onChange={(_, data) => setTexts((before) => ({ ...before, [name]: data.value }))}
            />
          </Field>
        ))}
      </div>
      <Checkbox
        label={t('rules.countUnreached')}
        disabled={!editable}
        checked={countUnreached}
        onChange={(_, data) => setCountUnreached(data.checked === true)}
      />
      {editable && (
        <div>
          <Button onClick={save}>{t('rules.saveRule')}</Button>
        </div>
      )}
    </>
  );
}
