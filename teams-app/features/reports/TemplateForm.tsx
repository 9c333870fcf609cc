import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { Archive20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import {
  downloadTemplate,
  listEditions,
  listTemplates,
  reportLists,
  reportPeriods,
  updateTemplate,
  type TemplateView,
} from '../../../service/modules/reports/reports.contract';
import { api } from '../../shared/api';
import { bytesText } from '../../shared/format/bytes';
import { SelectField, TextField } from '../../shared/forms/fields';
import { FormDrawer } from '../../shared/forms/FormDrawer';
import { useForm } from '../../shared/forms/use-form';
import { useRead, useSend } from '../../shared/queries';
import { When } from '../../shared/time/When';
import { useNotify } from '../../shared/toasts/notify-context';

const useStyles = makeStyles({
  heading: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    paddingBlock: '4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  grow: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  fields: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, columnWidth: '220px' },
});

interface TemplateFormProps {
  template: TemplateView;
  fields: Record<string, { name: string; about: string }[]>;
  onClose: () => void;
}

interface Values {
  name: string;
  list: TemplateView['list'];
  period: TemplateView['period'];
  mapping: Record<string, string>;
}

/** A template's name, what its rows are, what its unknown tags mean, and its editions. */
export function TemplateForm({ template, fields, onClose }: TemplateFormProps) {
  const { t } = useTranslation(['reports', 'shared']);
  const styles = useStyles();
  const send = useSend();
  const notify = useNotify();
  const { data: editions } = useRead(listEditions, { id: template.id });
  const form = useForm<Values, TemplateView>({
    record: template,
    read: (record) => ({
      name: record?.name ?? '',
      list: record?.list ?? 'deals',
      period: record?.period ?? 'month',
      mapping: record?.mapping ?? {},
    }),
    labels: { name: t('name'), list: t('list'), period: t('usualPeriod'), mapping: t('mapping') },
    check: ({ name }) => ({ name: name.trim() ? undefined : t('shared:field.required') }),
    submit: (_, changed, version) =>
      send(
        updateTemplate,
        { id: template.id, version, ...changed },
        { refusals: 'caller', said: t('saved'), touches: [listTemplates] },
      ),
    onDone: onClose,
  });
  const { mapping } = form.values;
  const tags = [
    ...new Map(
      [
        ...template.unknown,
        // Those that were mapped before stay in sight.
        ...Object.keys(template.mapping).map((key) => {
          const [list, ...tag] = key.includes('.') ? key.split('.') : [null, key];
          return { list: list ?? null, tag: tag.join('.'), sheet: '', cell: '' };
        }),
      ].map((one) => [one.list ? `${one.list}.${one.tag}` : one.tag, one]),
    ),
  ];
  return (
    <FormDrawer
      title={t('settingsTitle', { name: template.name })}
      form={form}
      onClose={onClose}
      extra={
        <Button
          appearance="subtle"
          icon={<Archive20Regular />}
          onClick={() =>
            void send(
              updateTemplate,
              { id: template.id, version: template.version, archived: true },
              { said: t('archived', { name: template.name }), touches: [listTemplates] },
            ).then(onClose, () => undefined)
          }
        >
          {t('archive')}
        </Button>
      }
    >
      <TextField {...form.field('name')} required maxLength={120} />
      <SelectField
        {...form.field('list')}
        choices={reportLists.map((list) => ({ value: list, text: t(`lists.${list}`) }))}
      />
      <SelectField
        {...form.field('period')}
        choices={reportPeriods.map((period) => ({ value: period, text: t(`periods.${period}`) }))}
      />
      {tags.length > 0 && (
        <>
          <Text as="h3" weight="semibold" className={styles.heading}>
            {t('mapping')}
          </Text>
          <Text size={200} className={styles.quiet}>
            {t('mappingHint')}
          </Text>
          {tags.map(([key, { tag, list, sheet, cell }]) => (
            <Field key={key} label={`{{${tag}}}`} hint={cell && `${sheet}, ${cell}`}>
              <Select
                value={mapping[key] ?? ''}
                onChange={(_, { value }) => {
                  const { [key]: _gone, ...rest } = mapping;
                  form.set({ mapping: value ? { ...rest, [key]: value } : rest });
                }}
              >
                <option value="">{t('leaveEmpty')}</option>
                {[...(list ? (fields[list] ?? []) : []), ...(fields[''] ?? [])].map(({ name, about }) => (
                  <option key={name} value={name}>
                    {about}
                  </option>
                ))}
              </Select>
            </Field>
          ))}
        </>
      )}
      <Text as="h3" weight="semibold" className={styles.heading}>
        {t('fields')}
      </Text>
      <div className={styles.fields}>
        {[...(fields[''] ?? []), ...(fields[form.values.list] ?? [])].map(({ name, about }) => (
          <div key={name} title={about}>{`{{${name}}}`}</div>
        ))}
      </div>
      <Text as="h3" weight="semibold" className={styles.heading}>
        {t('editions')}
      </Text>
      <ul className={styles.list}>
        {editions?.rows.map((edition) => (
          <li key={edition.id} className={styles.row}>
            <span className={styles.grow}>
              {edition.edition}. {edition.fileName}{' '}
              <Text size={200} className={styles.quiet}>
                {bytesText(edition.bytes)} · <When at={edition.at} /> {edition.by?.name}
              </Text>
            </span>
            <Button
              size="small"
              appearance="subtle"
              onClick={() =>
                void api
                  .download(downloadTemplate, { id: template.id, editionId: edition.id }, edition.fileName)
                  .catch(notify.failed)
              }
            >
              {t('download')}
            </Button>
          </li>
        ))}
      </ul>
    </FormDrawer>
  );
}
