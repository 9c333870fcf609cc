import { Tag, TagGroup } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { listPipelines } from '../../../service/modules/deals/deals.contract';
import { moneyText } from '../../shared/format/money';
import { useRead } from '../../shared/queries';
import { useMoments } from '../../shared/time/use-moments';
import type { DealAddress, DealFilterName } from './deal-filter';

interface DealConditionsProps {
  address: DealAddress;
  names: readonly string[];
  onRemove: (name: DealFilterName) => void;
}

/** What the drawer narrowed the list by, each taken away by a press. */
export function DealConditions({ address, names, onRemove }: DealConditionsProps) {
  const { t, i18n } = useTranslation('deals');
  const { fullDay } = useMoments();
  const { data: pipelines } = useRead(listPipelines, { archived: true }, { staleTime: 5 * 60_000 });
  const stages = pipelines?.rows.flatMap((pipeline) => pipeline.stages) ?? [];
  const words = (name: DealFilterName): string => {
    const value = address[name] ?? '';
    const all = value.split(',');
    if (name === 'stage') return all.map((id) => stages.find((one) => one.id === id)?.name ?? '…').join(', ');
    if (name === 'meaning') return all.map((one) => t(`meaning.${one as 'open'}`)).join(', ');
    if (name === 'delivery') return all.map((one) => t(`delivery.${one as 'none'}`)).join(', ');
    if (name === 'from' || name === 'to') return fullDay(value);
    if (name === 'amountFrom' || name === 'amountTo') return moneyText(Number(value), i18n.language);
    return value;
  };
  if (names.length === 0) return null;
  return (
    <TagGroup
      size="small"
      onDismiss={(_, { value }) => onRemove(value as DealFilterName)}
      aria-label={t('filter.title')}
    >
      {(names as DealFilterName[]).map((name) => (
        <Tag key={name} value={name} dismissible>
          {name === 'documentsMissing' || name === 'companyId'
            ? t(name === 'companyId' ? 'filter.company' : 'filter.documentsMissing')
            : `${t(`filter.${name as 'stage'}`)}: ${words(name)}`}
        </Tag>
      ))}
    </TagGroup>
  );
}
