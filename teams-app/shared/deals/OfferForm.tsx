import { Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { weighted, vatRateOn } from '../../../service/kernel/money';
import { createOffer, updateOffer, vatRates, type OfferView } from '../../../service/modules/offers/offers.contract';
import { DateField, TextField } from '../forms/fields';
import { FormDrawer } from '../forms/FormDrawer';
import { useForm } from '../forms/use-form';
import { moneyText, parseMoney } from '../format/money';
import { useSend } from '../queries';
import { addDays } from '../time/zone-time';
import { useMoments } from '../time/use-moments';
import { draftOf, lineFault, lineInputs, totalOf, type LineDraft } from './line-draft';
import { LinesField } from './LinesField';
import { touchedByOffer } from './touched';

const useStyles = makeStyles({
  pair: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: tokens.spacingHorizontalM },
  note: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
});

interface OfferFormProps {
  /** Null makes a new one. */
  offer: OfferView | null;
  deal: { id: string; lines: LineDraft[]; amount: number; paymentTerms: string | null };
  onClose: () => void;
}

interface Values {
  day: string;
  validUntil: string;
  expectedOn: string;
  lines: LineDraft[];
  amount: string;
  margin: string;
  probability: string;
  vatRate: string;
  paymentTerms: string;
  deliveryTerms: string;
  note: string;
}

const usualDays = 30;
const money = (kopecks: number) => String(kopecks / 100).replace('.', ',');
/** A margin may be below nought. */
const parseMargin = (text: string): number | null => {
  const plain = text.trim().replace(/^[-−–]/, '');
  const value = plain === '' ? 0 : parseMoney(plain);
  return value === null ? null : plain === text.trim() ? value : -value;
};

/** An offer on a deal: for how much and with what margin, how likely, until when, and when the purchase is expected. */
export function OfferForm({ offer, deal, onClose }: OfferFormProps) {
  const { t, i18n } = useTranslation(['offers', 'deals', 'shared']);
  const styles = useStyles();
  const { today } = useMoments();
  const send = useSend();
  const [id] = useState(() => crypto.randomUUID());
  const form = useForm<Values, OfferView>({
    record: offer,
    read: (record) => ({
      day: record?.day ?? today(),
      validUntil: record?.validUntil ?? addDays(today(), usualDays),
      expectedOn: record?.expectedOn ?? addDays(today(), usualDays),
      lines: record ? record.lines.map(draftOf) : deal.lines,
      amount: record ? money(record.amount) : deal.amount ? money(deal.amount) : '',
      margin: record ? money(record.margin) : '',
      probability: String(record?.probability ?? 50),
      vatRate: record ? String(record.vatRate ?? 'none') : String(vatRateOn(today())),
      paymentTerms: record ? (record.paymentTerms ?? '') : (deal.paymentTerms ?? ''),
      deliveryTerms: record?.deliveryTerms ?? '',
      note: record?.note ?? '',
    }),
    labels: {
      day: t('form.day'),
      validUntil: t('form.validUntil'),
      expectedOn: t('form.expectedOn'),
      lines: t('deals:lines.title'),
      amount: t('form.amount'),
      margin: t('form.margin'),
      probability: t('form.probability'),
      vatRate: t('form.vat'),
      paymentTerms: t('form.paymentTerms'),
      deliveryTerms: t('form.deliveryTerms'),
      note: t('form.note'),
    },
    check: (values) => {
      const wrong = lineFault(values.lines);
      const percent = Number(values.probability);
      return {
        lines: wrong ? t(`deals:lines.${wrong}`) : undefined,
        amount: values.amount.trim() && parseMoney(values.amount) === null ? t('deals:finance.badMoney') : undefined,
        margin: parseMargin(values.margin) === null ? t('deals:finance.badMoney') : undefined,
        probability:
          values.probability.trim() && Number.isInteger(percent) && percent >= 0 && percent <= 100
            ? undefined
            : t('form.percent'),
      };
    },
    submit: (values, changed, version) => {
      const options = { refusals: 'caller', touches: touchedByOffer } as const;
      const terms = {
        day: values.day,
        validUntil: values.validUntil,
        expectedOn: values.expectedOn,
        amount: parseMoney(values.amount) ?? 0,
        margin: parseMargin(values.margin) ?? 0,
        probability: Number(values.probability),
        vatRate: values.vatRate === 'none' ? null : (Number(values.vatRate) as (typeof vatRates)[number]),
        paymentTerms: values.paymentTerms,
        deliveryTerms: values.deliveryTerms,
        note: values.note,
      };
      return offer
        ? send(
            updateOffer,
            { id: offer.id, version, ...terms, ...(changed.lines ? { lines: lineInputs(values.lines) } : {}) },
            { ...options, said: t('form.saved', { number: offer.number }) },
          )
        : send(
            createOffer,
            { id, dealId: deal.id, ...terms, lines: lineInputs(values.lines) },
            { ...options, said: ({ number }) => t('form.made', { number }) },
          );
    },
    onDone: onClose,
  });
  const { values } = form;
  const byLines = totalOf(values.lines);
  const amount = byLines || (parseMoney(values.amount) ?? 0);
  return (
    <FormDrawer
      title={offer ? t('form.editTitle', { number: offer.number }) : t('form.title')}
      form={form}
      onClose={onClose}
      saveText={offer ? undefined : t('form.save')}
    >
      <LinesField {...form.field('lines')} />
      <div className={styles.pair}>
        <TextField
          {...form.field('amount')}
          value={byLines ? money(byLines) : values.amount}
          disabled={byLines > 0}
          inputMode="decimal"
          hint={t('form.amountHint')}
        />
        <TextField {...form.field('margin')} inputMode="decimal" />
      </div>
      <div className={styles.pair}>
        <TextField {...form.field('probability')} inputMode="numeric" required />
        <Field label={t('form.vat')} validationMessage={form.field('vatRate').fault}>
          <Select
            value={values.vatRate}
            style={{ minWidth: 0 }}
            onChange={(_, data) => form.set({ vatRate: data.value })}
          >
            {vatRates.map((rate) => (
              <option key={rate} value={rate}>
                {t('form.vatRate', { rate })}
              </option>
            ))}
            <option value="none">{t('form.noVat')}</option>
          </Select>
        </Field>
      </div>
      <Text size={200} className={styles.note} role="status">
        {`${moneyText(amount, i18n.language)} × ${values.probability || 0} % = ${moneyText(
          weighted(amount, Math.min(100, Math.max(0, Math.trunc(Number(values.probability)) || 0))),
          i18n.language,
        )}`}
      </Text>
      <div className={styles.pair}>
        <DateField {...form.field('validUntil')} required min={values.day} />
        <DateField {...form.field('expectedOn')} required min={values.day} />
      </div>
      <TextField {...form.field('paymentTerms')} maxLength={500} />
      <TextField {...form.field('deliveryTerms')} maxLength={500} />
      <TextField {...form.field('note')} rows={2} maxLength={2000} />
    </FormDrawer>
  );
}
