import { useTranslation } from 'react-i18next';
import { CompanyName } from '../../shared/company/CompanyName';
import type { Column } from '../../shared/lists/columns';
import type { ReportRow } from './ImportReport';
import { Reasons } from './Reasons';
import { ResultBadge } from './ResultBadge';

export function useReportColumns(dryRun: boolean): Column<ReportRow>[] {
  const { t } = useTranslation('imports');
  return [
    { id: 'row', title: t('report.row'), minWidth: 64, grow: 0.2, numeric: true, fixed: true, cell: ({ row }) => row },
    {
      id: 'result',
      title: t('report.result'),
      minWidth: 148,
      grow: 0.4,
      cell: ({ result }) => <ResultBadge result={result} dryRun={dryRun} />,
    },
    {
      id: 'name',
      title: t('report.name'),
      minWidth: 180,
      grow: 1.5,
      cell: ({ name }) => <CompanyName name={name ?? t('report.noName')} />,
    },
    {
      id: 'reasons',
      title: t('report.reasons'),
      minWidth: 180,
      grow: 3,
      cell: ({ reasons }) => <Reasons reasons={reasons} />,
    },
  ];
}
