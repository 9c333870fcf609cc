import { Field, Select, Switch } from '@fluentui/react-components';
import type { Faults } from '../../office/faults';
import { useTexts } from '../shared/TextsProvider';
import { useOutlook, useOutlookState } from './outlook-context';

const momentMs = 1000;
const news: Faults['itemChanged'][] = ['once', 'late', 'never', 'twice'];

export function FaultFields() {
  const { fault } = useTexts();
  const outlook = useOutlook();
  const { faults } = useOutlookState();
  const flag = (label: string, checked: boolean, change: (checked: boolean) => Partial<Faults>) => (
    <Switch label={label} checked={checked} onChange={(_, data) => outlook.setFaults(change(data.checked))} />
  );
  return (
    <>
      <Field label={fault.itemChanged}>
        <Select
          value={faults.itemChanged}
          onChange={(_, { value }) => outlook.setFaults({ itemChanged: value as Faults['itemChanged'] })}
        >
          {news.map((name) => (
            <option key={name} value={name}>
              {fault[name]}
            </option>
          ))}
        </Select>
      </Field>
      <div>
        {flag(fault.nullMs, faults.nullMs > 0, (on) => ({ nullMs: on ? momentMs : 0 }))}
        {flag(fault.frozenMs, faults.frozenMs > 0, (on) => ({ frozenMs: on ? momentMs : 0 }))}
        {flag(fault.answersFromCurrent, faults.answersFromCurrent, (on) => ({ answersFromCurrent: on }))}
        {flag(fault.failing, faults.failing.length > 0, (on) => ({ failing: on ? ['body.getAsync'] : [] }))}
        {flag(fault.staleTheme, faults.staleTheme, (on) => ({ staleTheme: on }))}
      </div>
    </>
  );
}
