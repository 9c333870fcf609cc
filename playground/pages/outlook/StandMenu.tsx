import {
  Button,
  Field,
  Link,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Select,
  Slider,
  Text,
} from '@fluentui/react-components';
import { BeakerSettingsRegular } from '@fluentui/react-icons';
import type { Account } from '../../mailbox/letter';
import { clients, type ClientName } from '../../office/clients';
import { officeThemes, type OfficeThemeName } from '../../office/office-themes';
import { paneWidths, type PaneWidth } from '../../outlook/outlook-state';
import { openFor } from '../shared/ask';
import { useTexts } from '../shared/TextsProvider';
import { FaultFields } from './FaultFields';
import { useOutlook, useOutlookState } from './outlook-context';

const useStyles = makeStyles({
  surface: {
    width: '320px',
    maxHeight: 'calc(100vh - 80px)',
    overflowY: 'auto',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
  },
  // Names with roles are longer than the menu is wide.
  long: { minWidth: 0, '& > select': { width: '100%', textOverflow: 'ellipsis' } },
});

/** Who, in what, how fast and how badly: everything that a real Outlook does not ask. */
export function StandMenu({ accounts }: { accounts: Account[] }) {
  const { standIn, client: clientNames, theme: themeNames } = useTexts();
  const outlook = useOutlook();
  const { account, client, theme, paneWidth, faults } = useOutlookState();
  const styles = useStyles();
  return (
    <Popover positioning="below-end" trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button icon={<BeakerSettingsRegular />}>{standIn.menu}</Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={standIn.menu}>
        <Field label={standIn.account}>
          <Select className={styles.long} value={account.address} onChange={(_, { value }) => openFor(value)}>
            {accounts.map(({ address, name, role }) => (
              <option key={address} value={address}>{`${name} — ${role}`}</option>
            ))}
          </Select>
        </Field>
        <Field label={standIn.client}>
          <Select value={client} onChange={(_, { value }) => outlook.setClient(value as ClientName)}>
            {Object.keys(clients).map((name) => (
              <option key={name} value={name}>
                {clientNames[name as ClientName]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={standIn.theme}>
          <Select value={theme} onChange={(_, { value }) => outlook.change({ theme: value as OfficeThemeName })}>
            {Object.keys(officeThemes).map((name) => (
              <option key={name} value={name}>
                {themeNames[name as OfficeThemeName]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={standIn.paneWidth}>
          <Select
            value={String(paneWidth)}
            onChange={(_, { value }) => outlook.change({ paneWidth: Number(value) as PaneWidth })}
          >
            {paneWidths.map((width) => (
              <option key={width}>{width}</option>
            ))}
          </Select>
        </Field>
        <Field label={`${standIn.latency}: ${standIn.milliseconds(faults.latencyMs)}`}>
          <Slider
            min={0}
            max={2000}
            value={faults.latencyMs}
            onChange={(_, { value }) => outlook.setFaults({ latencyMs: Math.round(value / 20) * 20 })}
          />
        </Field>
        <Text weight="semibold">{standIn.faults}</Text>
        <FaultFields />
        <Link href="./">{standIn.back}</Link>
      </PopoverSurface>
    </Popover>
  );
}
