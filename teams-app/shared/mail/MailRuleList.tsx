import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  createMailRule,
  deleteMailRule,
  listMailRules,
  lookUpMail,
  type MailRuleView,
} from '../../../service/modules/mail/mail.contract';
import { isApiError } from '../api-error';
import { useErrorText } from '../error-text';
import { useRead, useWrite } from '../queries';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', minHeight: '32px' },
  value: { overflowWrap: 'anywhere' },
  form: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start', marginTop: '8px' },
  field: { flexGrow: 1, minWidth: 0, '& input': { minWidth: 0, width: '100%' } },
  input: { minWidth: 0, width: '100%' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface MailRuleListProps {
  kind: MailRuleView['kind'];
  /** One's own list, with everybody's shown in it; or everybody's, for who may change it. */
  whose: 'own' | 'common';
}

const touches = [listMailRules, lookUpMail];

/** Addresses and domains that are never logged, or that are of ours: added by a line, taken away with undo. */
export function MailRuleList({ kind, whose }: MailRuleListProps) {
  const { t } = useTranslation(['mail', 'shared']);
  const styles = useStyles();
  const errorText = useErrorText();
  const hintId = useId();
  const [value, setValue] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const { data } = useRead(listMailRules, {});
  const add = useWrite(createMailRule, { refusals: 'caller', said: t('rules.added'), touches });
  const remove = useWrite(deleteMailRule, { said: t('rules.removed'), touches });
  const isOwn = whose === 'own';
  const rules = (data?.rows ?? []).filter((rule) => rule.kind === kind && (isOwn || !rule.own));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFault(null);
    try {
      await add.mutateAsync({ kind, value, own: isOwn });
      setValue('');
    } catch (error) {
      setFault((isApiError(error) && error.fields.value) || errorText(error));
    }
  };
  return (
    <>
      <Text size={200} className={styles.quiet} id={hintId}>
        {t(`rules.hint.${kind}`)}
      </Text>
      <ul className={styles.list}>
        {rules.map((rule) => (
          <li key={rule.id} className={styles.row}>
            <span className={styles.value}>
              {rule.value}
              {isOwn && !rule.own && (
                <Text size={200} className={styles.quiet}>
                  {' · '}
                  {t('rules.common')}
                </Text>
              )}
            </span>
            {rule.own === isOwn && (
              <Button
                appearance="subtle"
                size="small"
                icon={<Dismiss16Regular />}
                aria-label={t('rules.remove', { value: rule.value })}
                onClick={() => remove.mutate({ id: rule.id, version: rule.version })}
              />
            )}
          </li>
        ))}
      </ul>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <Field className={styles.field} validationMessage={fault ?? undefined}>
          <Input
            className={styles.input}
            aria-label={t('rules.value')}
            aria-describedby={hintId}
            placeholder={t('rules.example')}
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
