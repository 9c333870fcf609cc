import { Button } from '@fluentui/react-components';
import { Archive20Regular, ArrowUndo20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import {
  createCatalogItem,
  listCatalog,
  suggestCatalog,
  units,
  updateCatalogItem,
  type CatalogItemView,
} from '../../../../service/modules/catalog/catalog.contract';
import { parseMoney } from '../../../shared/format/money';
import { SelectField, TextField } from '../../../shared/forms/fields';
import { FormDrawer } from '../../../shared/forms/FormDrawer';
import { useForm } from '../../../shared/forms/use-form';
import { useSend } from '../../../shared/queries';

interface CatalogFormProps {
  /** Null makes a new one. */
  item: CatalogItemView | null;
  onClose: () => void;
}

/** One piece of equipment by its four levels, with its unit and price. */
export function CatalogForm({ item, onClose }: CatalogFormProps) {
  const { t } = useTranslation(['admin', 'deals', 'shared']);
  const send = useSend();
  const touches = [listCatalog, suggestCatalog];
  const form = useForm({
    record: item,
    read: (record: CatalogItemView | null) => ({
      type: record?.type ?? '',
      name: record?.name ?? '',
      subName: record?.subName ?? '',
      capacity: record?.capacity ?? '',
      unit: record?.unit ?? 'шт',
      price: record?.price == null ? '' : String(record.price / 100).replace('.', ','),
    }),
    labels: {
      type: t('deals:lines.type'),
      name: t('deals:lines.name'),
      subName: t('deals:lines.subName'),
      capacity: t('deals:lines.capacity'),
      unit: t('deals:lines.unit'),
      price: t('catalog.price'),
    },
    check: ({ type, price }) => ({
      type: type.trim() ? undefined : t('shared:field.required'),
      price: price.trim() && parseMoney(price) === null ? t('catalog.wrongPrice') : undefined,
    }),
    submit: ({ price, ...values }, { price: newPrice, ...changed }, version) => {
      const options = { refusals: 'caller', touches } as const;
      const kopecks = (text: string) => (text.trim() ? parseMoney(text) : null);
      return item
        ? send(
            updateCatalogItem,
            {
              id: item.id,
              version,
              ...changed,
              ...(newPrice === undefined ? {} : { price: kopecks(newPrice) }),
            },
            { ...options, said: t('shared:saved') },
          )
        : send(
            createCatalogItem,
            { ...values, price: kopecks(price) },
            { ...options, said: t('catalog.added', { name: values.type }) },
          );
    },
    onDone: onClose,
  });
  return (
    <FormDrawer
      title={t(item ? 'catalog.edit' : 'catalog.add')}
      form={form}
      onClose={onClose}
      extra={
        item && (
          <Button
            appearance="subtle"
            icon={item.archived ? <ArrowUndo20Regular /> : <Archive20Regular />}
            onClick={() =>
              void send(
                updateCatalogItem,
                { id: item.id, version: item.version, archived: !item.archived },
                { said: t(item.archived ? 'catalog.restored' : 'catalog.archivedNow', { name: item.type }), touches },
              ).then(onClose, () => undefined)
            }
          >
            {t(item.archived ? 'catalog.restore' : 'catalog.archive')}
          </Button>
        )
      }
    >
      <TextField {...form.field('type')} required autoFocus maxLength={120} />
      <TextField {...form.field('name')} maxLength={120} />
      <TextField {...form.field('subName')} maxLength={120} />
      <TextField {...form.field('capacity')} maxLength={60} />
      <SelectField
        {...form.field('unit')}
        choices={[...new Set([...units, item?.unit ?? 'шт'])].map((unit) => ({ value: unit, text: unit }))}
      />
      <TextField {...form.field('price')} inputMode="decimal" />
    </FormDrawer>
  );
}
