import { Button } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { listRuns, listTemplates, startRun } from '../../../service/modules/reports/reports.contract';
import { useRead, useSend } from '../../shared/queries';

interface KpiExportProps {
  from: string;
  to: string;
}

/** The same figures as a workbook: the first template of weekly figures, filled for the period that is open. */
export function KpiExport({ from, to }: KpiExportProps) {
  const { t } = useTranslation('kpi');
  const send = useSend();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const { data } = useRead(listTemplates, {}, { staleTime: 60_000 });
  const templates = data?.rows.filter(({ list }) => list === 'kpi') ?? [];
  // The company's own workbook goes before the one that comes with the program.
  const template = templates.find(({ builtIn }) => !builtIn) ?? templates[0];
  if (!template) return null;
  const make = async () => {
    setBusy(true);
    try {
      const { id } = await send(startRun, { templateId: template.id, from, to, owners: [] }, { touches: [listRuns] });
      void navigate(`/reports/${id}`);
    } catch {
      setBusy(false);
    }
  };
  return (
    <Button icon={<ArrowDownload20Regular />} disabledFocusable={busy} onClick={() => void make()}>
      {t('export')}
    </Button>
  );
}
