import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { importFields, type ImportRowView } from '../../../service/modules/imports/imports.contract';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, overflowWrap: 'anywhere' },
  fine: { color: tokens.colorNeutralForeground3 },
});

/** Why a row was refused, or what in it was doubtful: the field and the reason. */
export function Reasons({ reasons }: { reasons: ImportRowView['reasons'] }) {
  const { t } = useTranslation('imports');
  const styles = useStyles();
  if (reasons.length === 0) {
    return (
      <Text size={200} className={styles.fine}>
        {t('report.fine')}
      </Text>
    );
  }
  return (
    <ul className={styles.list}>
      {reasons.map(({ field, message }, index) => {
        const known = importFields.find((one) => one === field);
        return (
          <li key={index}>
            <Text size={200}>
              {known && `${t(`field.${known}`)}: `}
              {message}
            </Text>
          </li>
        );
      })}
    </ul>
  );
}
