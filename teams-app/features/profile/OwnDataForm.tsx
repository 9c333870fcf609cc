import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { getMe, locales, themes, updateMe, type Me } from '../../../service/modules/users/users.contract';
import { Facts } from '../../shared/company/Facts';
import { ConflictDialog } from '../../shared/forms/ConflictDialog';
import { SelectField, TextField } from '../../shared/forms/fields';
import { TimeZoneField } from '../../shared/forms/TimeZoneField';
import { useForm } from '../../shared/forms/use-form';
import { useHost } from '../../shared/host';
import { keyOf, queryClient, useWrite } from '../../shared/queries';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  save: { alignSelf: 'flex-start' },
  note: { color: tokens.colorNeutralForeground3 },
});

const read = (me: Me) => ({
  name: me.name,
  email: me.email ?? '',
  phone: me.phone ?? '',
  timeZone: me.timeZone,
  locale: me.locale,
  theme: me.theme,
});

/** Name, ways to reach, clock, language and look. */
export function OwnDataForm({ me }: { me: Me }) {
  const { t } = useTranslation(['profile', 'shared']);
  const styles = useStyles();
  const inTeams = useHost().kind === 'teams';
  const save = useWrite(updateMe, {
    said: t('shared:saved'),
    refusals: 'caller',
    // The look and the language follow at once.
    onWritten: (user) => queryClient.setQueryData(keyOf(getMe, {}), user),
  });
  const form = useForm({
    record: me,
    read: (record: Me | null) => read(record ?? me),
    labels: {
      name: t('name'),
      email: t('email'),
      phone: t('phone'),
      timeZone: t('timeZone'),
      locale: t('language'),
      theme: t('theme'),
    },
    check: ({ name }) => (name.trim() ? {} : { name: t('shared:field.required') }),
    submit: (_values, changed, version) => save.mutateAsync({ version, ...changed }),
    onDone: () => {},
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.submit();
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {form.failure && (
        <MessageBar intent="error" role="alert" layout="multiline">
          <MessageBarBody>{form.failure}</MessageBarBody>
        </MessageBar>
      )}
      <Facts
        facts={[
          [t('login'), me.login],
          [t('role'), me.role.name],
          [t('department'), me.department?.name],
        ]}
      />
      <TextField {...form.field('name')} required maxLength={120} />
      <TextField {...form.field('email')} type="email" maxLength={200} />
      <TextField {...form.field('phone')} type="tel" maxLength={40} />
      <TimeZoneField {...form.field('timeZone')} hint={t('timeZoneHint')} />
      <SelectField
        {...form.field('locale')}
        choices={locales.map((value) => ({ value, text: t(`languages.${value}`) }))}
      />
      {inTeams ? (
        <Text size={200} className={styles.note}>
          {t('themeInTeams')}
        </Text>
      ) : (
        <SelectField
          {...form.field('theme')}
          choices={themes.map((value) => ({ value, text: t(`themes.${value}`) }))}
        />
      )}
      <Button type="submit" appearance="primary" className={styles.save} disabled={!form.dirty || form.busy}>
        {t('shared:save')}
      </Button>
      {form.clashes && (
        <ConflictDialog
          clashes={form.clashes}
          labels={form.labels}
          onResolve={(chosen) => void form.resolve(chosen)}
          onCancel={form.giveUp}
        />
      )}
    </form>
  );
}
