import {
  Button,
  Checkbox,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  Field,
  Input,
  makeStyles,
  OverlayDrawer,
  tokens,
} from '@fluentui/react-components';
import { Dismiss24Regular } from '@fluentui/react-icons';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { StageView } from '../../../service/modules/deals/deals.contract';
import { deliveryStatuses } from '../../../service/modules/deals/stage-meanings';
import { CatalogInput } from '../../shared/deals/CatalogInput';
import { DateInput } from '../../shared/forms/DateInput';
import { GroupField } from '../../shared/forms/GroupField';
import { PeoplePicker } from '../../shared/forms/PeoplePicker';
import { parseMoney } from '../../shared/format/money';
import { phoneQuery } from '../../shared/frame/breakpoints';
import { useMedia } from '../../shared/use-media';
import type { DealAddress } from './deal-filter';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, paddingBottom: '16px' },
  pair: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: tokens.spacingHorizontalM },
  checks: { display: 'flex', flexWrap: 'wrap' },
  narrow: { minWidth: 0, width: '100%' },
});

interface DealFilterDrawerProps {
  address: DealAddress;
  stages: StageView[];
  seesOthers: boolean;
  onApply: (address: DealAddress) => void;
  onClose: () => void;
}

const rubles = (kopecks: string | undefined) => (kopecks ? String(Number(kopecks) / 100).replace('.', ',') : '');

/** Everything a list of deals can be narrowed by. */
export function DealFilterDrawer({ address, stages, seesOthers, onApply, onClose }: DealFilterDrawerProps) {
  const { t } = useTranslation(['deals', 'shared']);
  const styles = useStyles();
  const isPhone = useMedia(phoneQuery);
  const [draft, setDraft] = useState({
    ...address,
    amountFrom: rubles(address.amountFrom),
    amountTo: rubles(address.amountTo),
  });
  const set = (some: DealAddress) => setDraft((before) => ({ ...before, ...some }));
  const toggled = (list: string | undefined, value: string, on: boolean) =>
    [...(list?.split(',').filter((one) => one && one !== value) ?? []), ...(on ? [value] : [])].join(',');
  const [fault, setFault] = useState<{ from?: string; to?: string }>({});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const kopecks = (text: string) => (text.trim() ? parseMoney(text) : undefined);
    const [from, to] = [kopecks(draft.amountFrom), kopecks(draft.amountTo)];
    if (from === null || to === null)
      return setFault({
        from: from === null ? t('finance.badMoney') : undefined,
        to: to === null ? t('finance.badMoney') : undefined,
      });
    const next = {
      ...draft,
      amountFrom: from === undefined ? '' : String(from),
      amountTo: to === undefined ? '' : String(to),
    };
    onApply(Object.fromEntries(Object.entries(next).filter(([, value]) => value)));
  };
  return (
    <OverlayDrawer
      open
      position="end"
      size={isPhone ? 'full' : 'small'}
      onOpenChange={(_, { open }) => !open && onClose()}
    >
      <form className={styles.form} noValidate onSubmit={submit}>
        <DrawerHeader>
          <DrawerHeaderTitle
            action={
              <Button
                appearance="subtle"
                icon={<Dismiss24Regular />}
                aria-label={t('shared:close')}
                onClick={onClose}
              />
            }
          >
            {t('filter.title')}
          </DrawerHeaderTitle>
        </DrawerHeader>
        <DrawerBody>
          <div className={styles.fields}>
            <GroupField label={t('filter.stage')} className={styles.checks}>
              {stages.map(({ id, name }) => (
                <Checkbox
                  key={id}
                  label={name}
                  checked={draft.stage?.split(',').includes(id) ?? false}
                  onChange={(_, data) => set({ stage: toggled(draft.stage, id, data.checked === true) })}
                />
              ))}
            </GroupField>
            {seesOthers && (
              <Field label={t('filter.owner')}>
                <PeoplePicker
                  aria-label={t('filter.owner')}
                  placeholder={t('filter.owner')}
                  value={draft.owner?.split(',').filter(Boolean) ?? []}
                  onChange={(ids) => set({ owner: ids.join(',') })}
                />
              </Field>
            )}
            <GroupField label={t('filter.delivery')} className={styles.checks}>
              {deliveryStatuses.map((status) => (
                <Checkbox
                  key={status}
                  label={t(`delivery.${status}`)}
                  checked={draft.delivery?.split(',').includes(status) ?? false}
                  onChange={(_, data) => set({ delivery: toggled(draft.delivery, status, data.checked === true) })}
                />
              ))}
            </GroupField>
            <Field label={t('filter.type')}>
              <CatalogInput
                level="type"
                chosen={{}}
                label={t('filter.type')}
                value={draft.type ?? ''}
                maxLength={120}
                onChange={(type) => set({ type })}
              />
            </Field>
            <Field label={t('filter.name')}>
              <CatalogInput
                level="name"
                chosen={{ type: draft.type }}
                label={t('filter.name')}
                value={draft.name ?? ''}
                maxLength={120}
                onChange={(name) => set({ name })}
              />
            </Field>
            <div className={styles.pair}>
              <Field label={t('filter.from')}>
                <DateInput name="from" value={draft.from ?? ''} onChange={(from) => set({ from })} />
              </Field>
              <Field label={t('filter.to')}>
                <DateInput name="to" value={draft.to ?? ''} onChange={(to) => set({ to })} />
              </Field>
            </div>
            <div className={styles.pair}>
              <Field label={t('filter.amountFrom')} validationMessage={fault.from}>
                <Input
                  className={styles.narrow}
                  inputMode="decimal"
                  value={draft.amountFrom}
                  onChange={(_, data) => set({ amountFrom: data.value })}
                />
              </Field>
              <Field label={t('filter.amountTo')} validationMessage={fault.to}>
                <Input
                  className={styles.narrow}
                  inputMode="decimal"
                  value={draft.amountTo}
                  onChange={(_, data) => set({ amountTo: data.value })}
                />
              </Field>
            </div>
            <Field label={t('filter.standsDays')}>
              <Input
                type="number"
                min={0}
                value={draft.standsDays ?? ''}
                onChange={(_, data) => set({ standsDays: data.value })}
              />
            </Field>
            <Checkbox
              label={t('filter.documentsMissing')}
              checked={draft.documentsMissing === '1'}
              onChange={(_, data) => set({ documentsMissing: data.checked ? '1' : '' })}
            />
          </div>
        </DrawerBody>
        <DrawerFooter>
          <Button appearance="primary" type="submit">
            {t('shared:apply')}
          </Button>
          <Button onClick={() => onApply({ view: address.view, sort: address.sort })}>{t('shared:reset')}</Button>
        </DrawerFooter>
      </form>
    </OverlayDrawer>
  );
}
