import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { DocumentTable20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../../service/modules/imports/imports.contract';
import { numberText } from '../../shared/format/money';
import { When } from '../../shared/time/When';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
  },
  icon: { flexShrink: 0 },
});

const delimiters = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;

/** What was recognised: the format, the program it comes from, how it is written down. */
export function ImportFacts({ view }: { view: ImportView }) {
  const { t, i18n } = useTranslation('imports');
  const styles = useStyles();
  const { format, recognisedAs, encoding, delimiter, columns, total } = view;
  const known = delimiter && delimiter in delimiters ? delimiters[delimiter as keyof typeof delimiters] : null;
  const facts = [
    t(`format.${format}`),
    recognisedAs && recognisedAs !== 'vCard' && t('facts.program', { program: recognisedAs }),
    encoding && t('facts.encoding', { encoding }),
    delimiter &&
      t('facts.delimiter', { delimiter: known ? t(`delimiter.${known}`) : t('delimiter.other', { delimiter }) }),
    t('facts.columns', { count: columns.length }),
    total !== null && t('facts.rows', { count: total, value: numberText(total, i18n.language) }),
  ].filter(Boolean);
  return (
    <div className={styles.root} role="group" aria-label={t('facts.label')}>
      <DocumentTable20Regular className={styles.icon} aria-hidden />
      <Text>
        {facts.join(' · ')} · <When at={view.createdAt} />
      </Text>
    </div>
  );
}
