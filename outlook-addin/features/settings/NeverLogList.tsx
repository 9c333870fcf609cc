import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { createMailRule, deleteMailRule, listMailRules, lookUpMail } from '../../../service/modules/mail/mail.contract';
import { isApiError } from '../../../teams-app/shared/api-error';
import { useErrorText } from '../../../teams-app/shared/error-text';
import { useRead, useWrite } from '../../../teams-app/shared/queries';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', minHeight: '32px' },
  form: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start', marginTop: '8px' },
  field: { flexGrow: 1, minWidth: 0, '& input': { minWidth: 0 } },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Addresses and domains that the reader never logs; everybody’s are the administrator’s and only shown. */
export function NeverLogList() {
  const { t } = useTranslation(['pane', 'shared']);
  const styles = useStyles();
  const errorText = useErrorText();
  const [value, setValue] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const { data } = useRead(listMailRules, {});
  const touches = [listMailRules, lookUpMail];
  const add = useWrite(createMailRule, { refusals: 'caller', touches });
  const remove = useWrite(deleteMailRule, { said: t('never.removed'), touches });
  const rules = (data?.rows ?? []).filter(({ kind }) => kind === 'never');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFault(null);
    try {
      await add.mutateAsync({ kind: 'never', value });
      setValue('');
    } catch (error) {
      setFault((isApiError(error) && error.fields.value) || errorText(error));
    }
  };
  return (
    <>
      <Text size={200} className={styles.quiet}>
        {t('never.hint')}
      </Text>
      <ul className={styles.list}>
        {rules.map((rule) => (
          <li key={rule.id} className={styles.row}>
            <span>
              {rule.value}
              {!rule.own && (
                <Text size={200} className={styles.quiet}>
                  {' · '}
                  {t('never.common')}
                </Text>
              )}
            </span>
            {rule.own && (
              <Button
                appearance="subtle"
                size="small"
                icon={<Dismiss16Regular />}
                aria-label={t('never.remove', { value: rule.value })}
                onClick={() => remove.mutate({ id: rule.id, version: rule.version })}
              />
            )}
          </li>
        ))}
      </ul>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <Field className={styles.field} validationMessage={fault ?? undefined}>
          <Input
            aria-label={t('never.value')}
            placeholder={t('never.example')}
            value={value}
            maxLength={320}
            onChange={(_, change) => setValue(change.value)}
          />
        </Field>
        <Button type="submit" disabledFocusable={!value.trim() || add.isPending}>
          {t('shared:add')}
        </Button>
      </form>
    </>
  );
}
