import { makeStyles, Select } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { listDocumentCategories } from '../../../service/modules/documents/documents.contract';
import { useRead } from '../queries';

const useStyles = makeStyles({ root: { minWidth: 0, '& select': { minWidth: 0, width: '100%' } } });

interface CategorySelectProps {
  label: string;
  /** Empty is none. */
  value: string;
  onChange: (id: string) => void;
}

export function CategorySelect({ label, value, onChange }: CategorySelectProps) {
  const { t } = useTranslation('documents');
  const styles = useStyles();
  const { data } = useRead(listDocumentCategories, {}, { staleTime: 10 * 60_000 });
  return (
    <span className={styles.root}>
      <Select size="small" aria-label={label} value={value} onChange={(_, chosen) => onChange(chosen.value)}>
        <option value="">{t('noCategory')}</option>
        {data?.rows.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </span>
  );
}
