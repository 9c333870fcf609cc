import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { Add16Regular, Dismiss16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { GroupField } from './GroupField';
import type { FieldBinding } from './use-form';

const useStyles = makeStyles({
  rows: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, alignItems: 'flex-start' },
  row: { display: 'flex', width: '100%', gap: tokens.spacingHorizontalXS },
  input: { flexGrow: 1, minWidth: 0 },
});

const kinds = {
  phone: { type: 'tel', add: 'field.addPhone', remove: 'field.removePhone', one: 'field.phone' },
  email: { type: 'email', add: 'field.addEmail', remove: 'field.removeEmail', one: 'field.email' },
} as const;

/** Phones or e-mails, one a line; empty lines are not sent. */
export function ListField({
  label,
  value,
  onChange,
  fault,
  kind,
}: FieldBinding<string[]> & { kind: keyof typeof kinds }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const { type, add, remove, one } = kinds[kind];
  const lines = value.length > 0 ? value : [''];
  const put = (index: number, text: string) => onChange(lines.map((line, at) => (at === index ? text : line)));
  return (
    <GroupField
      label={label}
      fault={fault}
      hint={kind === 'phone' ? t('field.phoneHint') : undefined}
      className={styles.rows}
    >
      {lines.map((line, index) => (
        <div key={index} className={styles.row}>
          <Input
            className={styles.input}
            type={type}
            aria-label={`${t(one)} ${index + 1}`}
            value={line}
            onChange={(_, data) => put(index, data.value)}
          />
          {lines.length > 1 && (
            <Button
              appearance="subtle"
              icon={<Dismiss16Regular />}
              aria-label={`${t(remove)} ${line}`}
              onClick={() => onChange(lines.filter((_, at) => at !== index))}
            />
          )}
        </div>
      ))}
      <Button size="small" appearance="transparent" icon={<Add16Regular />} onClick={() => onChange([...lines, ''])}>
        {t(add)}
      </Button>
    </GroupField>
  );
}

/** The lines worth sending. */
export const filledLines = (lines: string[]): string[] => lines.map((line) => line.trim()).filter(Boolean);
