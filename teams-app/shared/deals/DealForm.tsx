import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getCompany } from '../../../service/modules/companies/companies.contract';
import {
  createDeal,
  listPipelines,
  updateDeal,
  type DealCard,
  type DealView,
} from '../../../service/modules/deals/deals.contract';
import { DateField, TextField } from '../forms/fields';
import { FormDrawer } from '../forms/FormDrawer';
import { PersonField } from '../forms/picker-fields';
import { useForm } from '../forms/use-form';
import { useRead, useSend } from '../queries';
import { useCan, useMe } from '../session';
import { useMoments } from '../time/use-moments';
import { CompanyField, type PickedCompany } from './CompanyField';
import { draftOf, lineFault, lineInputs, type LineDraft } from './line-draft';
import { LinesField } from './LinesField';
import { touchedByDeal } from './touched';

const useStyles = makeStyles({
  pair: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: tokens.spacingHorizontalM },
});

interface DealFormProps {
  /** Null begins a new one. */
  deal: DealCard | null;
  /** Whose deal, when it begins on a company's card or beside a letter. */
  company?: PickedCompany;
  contactId?: string | null;
  /** The letter or call it comes from. */
  activityId?: string;
  /** Lines read out of a letter. */
  lines?: LineDraft[];
  onClose: () => void;
  onDone?: (deal: DealCard) => void;
}

interface Values {
  company: PickedCompany | null;
  contactId: string;
  day: string;
  ownerId: string | null;
  pipelineId: string;
  stageId: string;
  subject: string;
  lines: LineDraft[];
  comment: string;
}

/** A new inquiry, or what is asked for in one: customer, equipment line by line, who is responsible. */
export function DealForm({ deal, company, contactId, activityId, lines = [], onClose, onDone }: DealFormProps) {
  const { t } = useTranslation(['deals', 'shared']);
  const styles = useStyles();
  const { today } = useMoments();
  const me = useMe();
  const can = useCan();
  const send = useSend();
  // A new deal's id is the form's: sent twice because the answer was lost, it is written once.
  const [id] = useState(() => crypto.randomUUID());
  const { data: pipelines } = useRead(listPipelines, {}, { staleTime: 5 * 60_000 });
  const form = useForm<Values, DealView>({
    record: deal,
    read: (record) => ({
      company: record ? record.company : (company ?? null),
      contactId: record ? (record.contact?.id ?? '') : (contactId ?? ''),
      day: record?.day ?? today(),
      ownerId: record ? (record.owner?.id ?? null) : me.id,
      pipelineId: record?.pipelineId ?? '',
      stageId: '',
      subject: record?.subject ?? '',
      lines: record ? record.lines.map(draftOf) : lines,
      comment: '',
    }),
    labels: {
      company: t('form.company'),
      contactId: t('form.contact'),
      day: t('form.day'),
      ownerId: t('form.owner'),
      pipelineId: t('form.pipeline'),
      stageId: t('form.stage'),
      subject: t('form.subject'),
      lines: t('lines.title'),
      comment: t('form.comment'),
    },
    check: (values) => {
      const wrong = lineFault(values.lines);
      return {
        company: values.company ? undefined : t('form.companyNeeded'),
        lines: wrong ? t(`lines.${wrong}`) : undefined,
      };
    },
    submit: async (values, changed, version) => {
      const options = { refusals: 'caller', touches: touchedByDeal } as const;
      if (deal) {
        const { contactId: contact, lines: drafts, day, ownerId, subject } = changed;
        return send(
          updateDeal,
          {
            id: deal.id,
            version,
            ...(day === undefined ? {} : { day }),
            ...(ownerId === undefined ? {} : { ownerId }),
            ...(subject === undefined ? {} : { subject }),
            ...(contact === undefined ? {} : { contactId: contact || null }),
            ...(drafts ? { lines: lineInputs(drafts) } : {}),
          },
          { ...options, said: t('saved'), onWritten: onDone },
        );
      }
      return send(
        createDeal,
        {
          id,
          companyId: values.company!.id,
          contactId: values.contactId || null,
          day: values.day,
          ...(values.ownerId === me.id && !can('companies.assign') ? {} : { ownerId: values.ownerId }),
          ...(values.pipelineId ? { pipelineId: values.pipelineId } : {}),
          ...(values.stageId ? { stageId: values.stageId } : {}),
          subject: values.subject,
          comment: values.comment,
          lines: lineInputs(values.lines),
          activityId,
        },
        { ...options, said: ({ number }) => t('created', { number }), onWritten: onDone },
      );
    },
    onDone: onClose,
  });
  const { values } = form;
  const pipeline = pipelines?.rows.find(({ id: one }) => one === values.pipelineId) ?? pipelines?.rows[0];
  const contacts = useRead(
    getCompany,
    { id: values.company?.id ?? '' },
    { enabled: values.company !== null, staleTime: 60_000 },
  ).data?.contacts;
  return (
    <FormDrawer
      title={deal ? t('form.editTitle', { number: deal.number }) : t('form.title')}
      form={form}
      onClose={onClose}
      saveText={deal ? undefined : t('form.save')}
    >
      {!deal && !company && (
        <CompanyField
          label={t('form.company')}
          required
          autoFocus
          value={values.company}
          fault={form.field('company').fault}
          onChange={(picked) => form.set({ company: picked, contactId: '' })}
        />
      )}
      <LinesField {...form.field('lines')} />
      <TextField {...form.field('subject')} hint={t('form.subjectHint')} maxLength={300} />
      <div className={styles.pair}>
        <Field label={t('form.contact')} validationMessage={form.field('contactId').fault}>
          <Select
            value={values.contactId}
            style={{ minWidth: 0 }}
            onChange={(_, data) => form.set({ contactId: data.value })}
          >
            <option value="">{t('form.noContact')}</option>
            {contacts?.map((contact) => (
              <option key={contact.id} value={contact.id}>
                {contact.name}
              </option>
            ))}
          </Select>
        </Field>
        <DateField {...form.field('day')} required />
      </div>
      <PersonField {...form.field('ownerId')} noneText={t('form.nobody')} />
      {!deal && pipelines && pipelines.rows.length > 1 && (
        <Field label={t('form.pipeline')}>
          <Select value={pipeline?.id ?? ''} onChange={(_, data) => form.set({ pipelineId: data.value, stageId: '' })}>
            {pipelines.rows.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {!deal && (
        <>
          <Field label={t('form.stage')} validationMessage={form.field('stageId').fault}>
            <Select value={values.stageId} onChange={(_, data) => form.set({ stageId: data.value })}>
              {pipeline?.stages.map((stage, index) => (
                <option key={stage.id} value={index === 0 ? '' : stage.id}>
                  {stage.name}
                </option>
              ))}
            </Select>
          </Field>
          <TextField {...form.field('comment')} rows={2} maxLength={2000} />
        </>
      )}
    </FormDrawer>
  );
}
