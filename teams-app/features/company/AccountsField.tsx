import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Add16Regular, Dismiss16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { FieldBinding } from '../../shared/forms/use-form';

export interface TypedAccount {
  bik: string;
  account: string;
  corrAccount: string;
  bankName: string;
}
export const emptyAccount: TypedAccount = { bik: '', account: '', corrAccount: '', bankName: '' };

const useStyles = makeStyles({
  root: {
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    alignItems: 'stretch',
  },
  account: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  add: { alignSelf: 'flex-start' },
  fault: { color: tokens.colorStatusDangerForeground1 },
});

const parts = [
  { name: 'account', maxLength: 20, numeric: true },
  { name: 'bik', maxLength: 9, numeric: true },
  { name: 'bankName', maxLength: 250, numeric: false },
  { name: 'corrAccount', maxLength: 20, numeric: true },
] as const;

/** Bank accounts, one box each. */
export function AccountsField({ label, value, onChange, fault }: FieldBinding<TypedAccount[]>) {
  const { t } = useTranslation('company');
  const styles = useStyles();
  return (
    <fieldset className={styles.root}>
      <Text as="span" weight="semibold">
        {label}
      </Text>
      {value.map((account, index) => (
        <div key={index} className={styles.account}>
          <div className={styles.fields}>
            {parts.map(({ name, maxLength, numeric }) => (
              <Field key={name} label={t(`requisites.${name}`)} size="small">
                <Input
                  value={account[name]}
                  maxLength={maxLength}
                  inputMode={numeric ? 'numeric' : undefined}
                  onChange={(_, data) =>
                    onChange(value.map((one, at) => (at === index ? { ...one, [name]: data.value } : one)))
                  }
                />
              </Field>
            ))}
          </div>
          <Button
            size="small"
            appearance="subtle"
            icon={<Dismiss16Regular />}
            aria-label={t('requisites.removeAccount', { account: account.account })}
            onClick={() => onChange(value.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      {fault && (
        <Text size={200} role="alert" className={styles.fault}>
          {fault}
        </Text>
      )}
      <Button
        size="small"
        className={styles.add}
        icon={<Add16Regular />}
        onClick={() => onChange([...value, emptyAccount])}
      >
        {t('requisites.addAccount')}
      </Button>
    </fieldset>
  );
}
