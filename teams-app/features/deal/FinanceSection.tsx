import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Attach16Regular, Edit16Regular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { updateDeal, type DealCard, type DealView } from '../../../service/modules/deals/deals.contract';
import { Facts } from '../../shared/company/Facts';
import { touchedByDeal } from '../../shared/deals/touched';
import { TextField } from '../../shared/forms/fields';
import { FormDrawer } from '../../shared/forms/FormDrawer';
import { useForm } from '../../shared/forms/use-form';
import { moneyText, parseMoney } from '../../shared/format/money';
import { Section } from '../../shared/frame/Section';
import { useSend } from '../../shared/queries';
import { useDealUploads } from './use-deal-uploads';

const useStyles = makeStyles({
  empty: { color: tokens.colorNeutralForeground3 },
  attach: { display: 'flex', flexWrap: 'wrap', gap: '4px', marginTop: '8px' },
});

/** The finance part: price calculation, terms, contract, invoice, contract price, a comment. */
export function FinanceSection({ deal }: { deal: DealCard }) {
  const { t, i18n } = useTranslation('deals');
  const styles = useStyles();
  const [editing, setEditing] = useState(false);
  const { add } = useDealUploads(deal.id);
  const input = useRef<HTMLInputElement>(null);
  const kind = useRef<'calculation' | 'invoice'>('calculation');
  const money = (kopecks: number | null) => (kopecks === null ? null : moneyText(kopecks, i18n.language));
  const facts = [
    [t('finance.contractPrice'), money(deal.contractPrice)],
    [t('finance.linesAmount'), deal.linesAmount ? money(deal.linesAmount) : null],
    [t('finance.paymentTerms'), deal.paymentTerms],
    [t('finance.contractNumber'), deal.contractNumber],
    [t('finance.invoiceNumber'), deal.invoiceNumber],
    [t('finance.note'), deal.financeNote],
  ] as const;
  const attach = (which: 'calculation' | 'invoice') => {
    kind.current = which;
    input.current?.click();
  };
  return (
    <Section
      title={t('finance.title')}
      action={
        deal.can.write && (
          <Button
            size="small"
            appearance="subtle"
            icon={<Edit16Regular />}
            aria-label={`${t('edit')}: ${t('finance.title')}`}
            onClick={() => setEditing(true)}
          >
            {t('edit')}
          </Button>
        )
      }
    >
      {facts.every(([, value]) => !value) ? (
        <Text className={styles.empty}>{t('finance.empty')}</Text>
      ) : (
        <Facts facts={facts} />
      )}
      {deal.can.write && (
        <div className={styles.attach}>
          {(['calculation', 'invoice'] as const).map((which) => (
            <Button
              key={which}
              size="small"
              appearance="subtle"
              icon={<Attach16Regular />}
              aria-label={t('finance.attach', { what: t(`finance.${which}`) })}
              onClick={() => attach(which)}
            >
              {t(`finance.${which}`)}
            </Button>
          ))}
          <input
            ref={input}
            type="file"
            hidden
            aria-label={t('documents.add')}
            onChange={(event) => {
              const files = [...(event.target.files ?? [])];
              if (files.length) add(files, { category: kind.current });
              event.target.value = '';
            }}
          />
        </div>
      )}
      {editing && <FinanceForm deal={deal} onClose={() => setEditing(false)} />}
    </Section>
  );
}

interface Values {
  contractPrice: string;
  paymentTerms: string;
  contractNumber: string;
  invoiceNumber: string;
  financeNote: string;
}

function FinanceForm({ deal, onClose }: { deal: DealCard; onClose: () => void }) {
  const { t } = useTranslation('deals');
  const send = useSend();
  const form = useForm<Values, DealView>({
    record: deal,
    read: (record) => ({
      contractPrice: record?.contractPrice == null ? '' : String(record.contractPrice / 100).replace('.', ','),
      paymentTerms: record?.paymentTerms ?? '',
      contractNumber: record?.contractNumber ?? '',
      invoiceNumber: record?.invoiceNumber ?? '',
      financeNote: record?.financeNote ?? '',
    }),
    labels: {
      contractPrice: t('finance.contractPrice'),
      paymentTerms: t('finance.paymentTerms'),
      contractNumber: t('finance.contractNumber'),
      invoiceNumber: t('finance.invoiceNumber'),
      financeNote: t('finance.note'),
    },
    check: ({ contractPrice }) => ({
      contractPrice: contractPrice.trim() && parseMoney(contractPrice) === null ? t('finance.badMoney') : undefined,
    }),
    submit: (_, { contractPrice, ...changed }, version) =>
      send(
        updateDeal,
        {
          id: deal.id,
          version,
          ...changed,
          ...(contractPrice === undefined
            ? {}
            : { contractPrice: contractPrice.trim() ? parseMoney(contractPrice) : null }),
        },
        { refusals: 'caller', said: t('saved'), touches: touchedByDeal },
      ),
    onDone: onClose,
  });
  return (
    <FormDrawer title={t('finance.editTitle')} form={form} onClose={onClose}>
      <TextField {...form.field('contractPrice')} inputMode="decimal" hint={t('finance.rubles')} autoFocus />
      <TextField {...form.field('paymentTerms')} maxLength={500} />
      <TextField {...form.field('contractNumber')} maxLength={60} />
      <TextField {...form.field('invoiceNumber')} maxLength={60} />
      <TextField {...form.field('financeNote')} rows={3} maxLength={2000} />
    </FormDrawer>
  );
}
