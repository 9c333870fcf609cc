import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { checkInn } from '../../../service/modules/companies/requisites';
import { lookUpRegistry, type RegistryEntry } from '../../../service/modules/companies/companies.contract';
import { useErrorText } from '../../shared/error-text';
import { readQuery } from '../../shared/queries';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS },
  bar: { width: '100%', boxSizing: 'border-box' },
  choices: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalXS },
});

/** Fills the form in from the registry of companies when asked to, and says how alive the company is. */
export function RegistryLookup({ inn, onFill }: { inn: string; onFill: (entry: RegistryEntry) => void }) {
  const { t } = useTranslation('companies');
  const styles = useStyles();
  const errorText = useErrorText();
  const client = useQueryClient();
  const find = useMutation({
    mutationFn: (asked: string) =>
      client.fetchQuery({ ...readQuery(lookUpRegistry, { inn: asked }), staleTime: 60_000 }),
    onSuccess: ({ rows }) => rows.length === 1 && onFill(rows[0]!),
  });
  const answer = find.data && find.variables === inn ? find.data : null;
  const [only, ...others] = answer?.rows ?? [];
  const isAlive = answer?.rows.every(({ status }) => status === 'active');
  const say = (text: string, intent: 'info' | 'warning' | 'error' | 'success') => (
    <MessageBar intent={intent} layout="multiline" className={styles.bar}>
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
  const standIn = answer?.standIn ? ` ${t('registry.standIn')}` : '';

  return (
    <div className={styles.root} aria-live="polite">
      <Button size="small" disabled={checkInn(inn) !== null || find.isPending} onClick={() => find.mutate(inn)}>
        {find.isPending ? t('registry.finding') : t('registry.find')}
      </Button>
      {find.error && find.variables === inn && say(errorText(find.error), 'error')}
      {answer && !answer.enabled && say(t('registry.off'), 'info')}
      {answer?.enabled && !only && say(t('registry.nothing') + standIn, 'info')}
      {only &&
        others.length === 0 &&
        say(
          `${t('registry.filled')} ${t(`registry.status.${only.status}`)}${standIn}`,
          isAlive ? 'success' : 'warning',
        )}
      {others.length > 0 && (
        <MessageBar intent={isAlive ? 'info' : 'warning'} layout="multiline" className={styles.bar}>
          <MessageBarBody className={styles.choices}>
            {t('registry.several') + standIn}
            {answer?.rows.map((entry) => (
              <Button key={`${entry.kpp} ${entry.name}`} size="small" onClick={() => onFill(entry)}>
                {[entry.name, entry.kpp, entry.city, entry.status !== 'active' && t(`registry.status.${entry.status}`)]
                  .filter(Boolean)
                  .join(', ')}
              </Button>
            ))}
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
