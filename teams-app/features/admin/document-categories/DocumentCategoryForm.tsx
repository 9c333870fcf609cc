import { useTranslation } from 'react-i18next';
import {
  createDocumentCategory,
  listDocumentCategories,
  updateDocumentCategory,
  type DocumentCategoryView,
} from '../../../../service/modules/documents/documents.contract';
import { CheckField, TextField } from '../../../shared/forms/fields';
import { FormDrawer } from '../../../shared/forms/FormDrawer';
import { useForm } from '../../../shared/forms/use-form';
import { useSend } from '../../../shared/queries';

interface DocumentCategoryFormProps {
  /** Null makes a new one. */
  category: DocumentCategoryView | null;
  nextPosition: number;
  onClose: () => void;
}

export function DocumentCategoryForm({ category, nextPosition, onClose }: DocumentCategoryFormProps) {
  const { t } = useTranslation(['admin', 'shared']);
  const send = useSend();
  const form = useForm({
    record: category,
    read: (record: DocumentCategoryView | null) => ({
      name: record?.name ?? '',
      neededForDeals: record?.neededForDeals ?? false,
    }),
    labels: { name: t('categories.name'), neededForDeals: t('categories.needed') },
    check: ({ name }) => ({ name: name.trim() ? undefined : t('shared:field.required') }),
    submit: ({ name, neededForDeals }, changed, version) => {
      const options = { refusals: 'caller', touches: [listDocumentCategories] } as const;
      return category
        ? send(
            updateDocumentCategory,
            { id: category.id, version, ...changed },
            { ...options, said: t('shared:saved') },
          )
        : send(
            createDocumentCategory,
            { name, neededForDeals, position: nextPosition },
            { ...options, said: t('categories.added', { name }) },
          );
    },
    onDone: onClose,
  });
  return (
    <FormDrawer title={category ? t('categories.edit') : t('categories.add')} form={form} onClose={onClose}>
      <TextField {...form.field('name')} required autoFocus maxLength={80} />
      <CheckField {...form.field('neededForDeals')} hint={t('categories.neededHint')} />
    </FormDrawer>
  );
}
