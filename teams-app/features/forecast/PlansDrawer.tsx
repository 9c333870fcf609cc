import { Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getForecast, setPlan, type Forecast } from '../../../service/modules/forecast/forecast.contract';
import { numberText, parseMoney } from '../../shared/format/money';
import { useSend } from '../../shared/queries';
import { SideDrawer } from '../../shared/frame/SideDrawer';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3, display: 'block', marginBottom: '8px' },
  person: { marginBottom: '16px' },
  months: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(140px, 1fr))', gap: '8px' },
  field: { display: 'flex', flexDirection: 'column', gap: '2px', fontSize: tokens.fontSizeBase200 },
  input: { minWidth: 0, '& input': { textAlign: 'end', minWidth: 0, fontVariantNumeric: 'tabular-nums' } },
});

interface PlansDrawerProps {
  data: Forecast;
  months: readonly string[];
  named: (month: string) => string;
  onClose: () => void;
}

/** Every manager's plan for the months in sight; each is saved when its field is left. */
export function PlansDrawer({ data, months, named, onClose }: PlansDrawerProps) {
  const { t } = useTranslation(['forecast', 'shared']);
  const styles = useStyles();
  return (
    <SideDrawer title={t('plans.title')} onClose={onClose}>
      <Text size={200} className={styles.quiet}>
        {t(data.planners.length ? 'plans.hint' : 'plans.empty')}
      </Text>
      {data.planners.map((person) => (
        <section key={person.id} className={styles.person} aria-label={person.name}>
          <Text weight="semibold" block>
            {person.name}
          </Text>
          <div className={styles.months}>
            {months.map((month) => (
              <PlanInput
                key={month}
                person={person}
                month={month}
                monthName={named(month)}
                plan={data.plans.find((plan) => plan.month === month && plan.user.id === person.id)}
              />
            ))}
          </div>
        </section>
      ))}
    </SideDrawer>
  );
}

interface PlanInputProps {
  person: { id: string; name: string };
  month: string;
  monthName: string;
  plan: Forecast['plans'][number] | undefined;
}

function PlanInput({ person, month, monthName, plan }: PlanInputProps) {
  const { t, i18n } = useTranslation('forecast');
  const styles = useStyles();
  const send = useSend();
  const [typed, setTyped] = useState<string | null>(null);
  const kept = plan?.amount ? numberText(plan.amount / 100, i18n.language) : '';
  const save = async () => {
    if (typed === null) return;
    const amount = typed.trim() === '' ? 0 : parseMoney(typed);
    if (amount === null || amount === (plan?.amount ?? 0)) return setTyped(null);
    try {
      await send(
        setPlan,
        { userId: person.id, month, version: plan?.version ?? 0, amount },
        { said: t('plans.saved', { name: person.name, month: monthName }), touches: [getForecast] },
      );
    } catch {
      // The toast has told why.
    }
    setTyped(null);
  };
  return (
    <label className={styles.field}>
      {monthName}
      <Input
        className={styles.input}
        inputMode="decimal"
        aria-label={t('plans.of', { name: person.name, month: monthName })}
        value={typed ?? kept}
        onChange={(_, { value }) => setTyped(value)}
        onBlur={() => void save()}
        onKeyDown={(event) => event.key === 'Enter' && void save()}
      />
    </label>
  );
}
