import { Badge, Button, Field, Input, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Regular, ErrorCircle16Regular, Warning16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkAccess, type AccessCheck } from '../../../../service/modules/calendar/calendar.contract';
import { Section } from '../../../shared/frame/Section';
import { useWrite } from '../../../shared/queries';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, maxWidth: '720px' },
  hint: { color: tokens.colorNeutralForeground3 },
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalS },
  field: { flexGrow: 1, maxWidth: '320px' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 8px',
    paddingBlock: tokens.spacingVerticalXS,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  who: { flexGrow: 1, minWidth: '160px', overflowWrap: 'anywhere' },
  said: { width: '100%', color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  fact: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalXS },
  good: { color: tokens.colorStatusSuccessForeground3, flexShrink: 0 },
  bad: { color: tokens.colorStatusDangerForeground3, flexShrink: 0 },
  doubt: { color: tokens.colorStatusWarningForeground3, flexShrink: 0 },
});

const colors = { good: 'success', bad: 'danger', nothing: 'warning' } as const;

/** Proves which mailboxes open to the program, and that another does not. */
export function AccessCheckSection() {
  const { t } = useTranslation('calendar');
  const styles = useStyles();
  const [outside, setOutside] = useState('');
  const [result, setResult] = useState<AccessCheck | null>(null);
  const check = useWrite(checkAccess, { onWritten: setResult });
  return (
    <Section title={t('admin.check.title')}>
      <form
        className={styles.root}
        onSubmit={(event) => {
          event.preventDefault();
          check.mutate({ outside });
        }}
      >
        <Text size={200} className={styles.hint}>
          {t('admin.check.hint')}
        </Text>
        <div className={styles.form}>
          <Field label={t('admin.check.outside')} className={styles.field}>
            <Input
              value={outside}
              type="email"
              placeholder="director@company.ru"
              onChange={(_, { value }) => setOutside(value)}
            />
          </Field>
          <Button type="submit" disabled={check.isPending}>
            {t(check.isPending ? 'admin.check.running' : 'admin.check.run')}
          </Button>
        </div>
        {check.isPending && <ProgressBar aria-label={t('admin.check.running')} />}
        {result && !check.isPending && <Result result={result} />}
      </form>
    </Section>
  );
}

function Result({ result }: { result: AccessCheck }) {
  const { t } = useTranslation('calendar');
  const styles = useStyles();
  return (
    <div role="status">
      <div className={styles.fact}>
        {result.tooWide ? (
          <ErrorCircle16Regular className={styles.bad} />
        ) : (
          <CheckmarkCircle16Regular className={styles.good} />
        )}
        <Text size={200}>
          {result.tooWide ? t('admin.check.tooWide', { grants: result.grants.join(', ') }) : t('admin.check.narrow')}
        </Text>
      </div>
      <div className={styles.fact}>
        {result.notifies ? (
          <CheckmarkCircle16Regular className={styles.good} />
        ) : (
          <Warning16Regular className={styles.doubt} />
        )}
        <Text size={200}>{t(result.notifies ? 'admin.check.notifies' : 'admin.check.noNotifies')}</Text>
      </div>
      <ul className={styles.list}>
        {result.rows.map(({ user, address, reached, said }) => {
          const verdict = (user ? reached === 'yes' : reached === 'refused')
            ? 'good'
            : !user && reached === 'missing'
              ? 'nothing'
              : 'bad';
          return (
            <li key={`${user?.id ?? ''}${address}`} className={styles.line}>
              <Text className={styles.who}>
                {user ? `${user.name}, ${address}` : address}
                <Text size={200} className={styles.hint}>
                  {` · ${t(user ? 'admin.check.inside' : 'admin.check.mustNot')}`}
                </Text>
              </Text>
              <Text size={200}>{t(`admin.check.reached.${reached}`)}</Text>
              <Badge appearance="tint" color={colors[verdict]}>
                {t(`admin.check.${verdict}`)}
              </Badge>
              {verdict === 'bad' && said && (
                <Text size={200} className={styles.said}>
                  {said}
                </Text>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
