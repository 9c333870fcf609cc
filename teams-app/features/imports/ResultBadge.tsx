import { Badge } from '@fluentui/react-components';
import {
  AddCircle16Regular,
  ArrowCircleUp16Regular,
  DismissCircle16Regular,
  SubtractCircle16Regular,
} from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { ImportRowView } from '../../../service/modules/imports/imports.contract';

type Result = ImportRowView['result'];

const icons = {
  created: AddCircle16Regular,
  updated: ArrowCircleUp16Regular,
  skipped: SubtractCircle16Regular,
  refused: DismissCircle16Regular,
} as const;
const colors = { created: 'success', updated: 'brand', skipped: 'informative', refused: 'danger' } as const;

export function ResultIcon({ result }: { result: Result }) {
  const Icon = icons[result];
  return <Icon aria-hidden />;
}

/** What became, or would become, of a row. */
export function ResultBadge({ result, dryRun }: { result: Result; dryRun: boolean }) {
  const { t } = useTranslation('imports');
  return (
    <Badge appearance="tint" color={colors[result]} icon={<ResultIcon result={result} />}>
      {t(dryRun ? `resultDry.${result}` : `result.${result}`)}
    </Badge>
  );
}
