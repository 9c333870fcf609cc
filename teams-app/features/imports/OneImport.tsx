import { makeStyles, Tab, TabList } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callCounts, callList } from '../../../service/modules/activities/activities.contract';
import { companyCities, countCompanies, listCompanies } from '../../../service/modules/companies/companies.contract';
import { listImportRows, listImports, type ImportView } from '../../../service/modules/imports/imports.contract';
import { invalidate } from '../../shared/queries';
import { ImportColumns } from './ImportColumns';
import { ImportReport } from './ImportReport';
import { isRunning } from './import-stage';
import { ImportStatus } from './ImportStatus';
import { useImportSettings } from './use-import-settings';
import { useImportSteps } from './use-import-steps';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  tabs: { paddingInline: '8px', flexShrink: 0 },
});

type Part = 'columns' | 'report';

/** One file on its way in: what it is, where its columns go, what came of its rows. */
export function OneImport({ view }: { view: ImportView }) {
  const { t } = useTranslation('imports');
  const styles = useStyles();
  const settings = useImportSettings(view);
  const steps = useImportSteps(view, settings);
  const running = isRunning(view);
  const [part, setPart] = useState<Part>(view.status === 'uploaded' ? 'columns' : 'report');
  useReadAgainAfter(running);

  return (
    <div className={styles.root}>
      <ImportStatus
        view={view}
        changed={settings.changed}
        steps={steps}
        onStart={(step) => {
          steps.start(step);
          setPart('report');
        }}
      />
      <TabList className={styles.tabs} selectedValue={part} onTabSelect={(_, { value }) => setPart(value as Part)}>
        <Tab value="columns" id="import-tab-columns" aria-controls="import-panel">
          {t('tab.columns')}
        </Tab>
        <Tab value="report" id="import-tab-report" aria-controls="import-panel">
          {t('tab.report')}
        </Tab>
      </TabList>
      {part === 'columns' ? (
        <ImportColumns
          view={view}
          settings={settings.settings}
          disabled={running}
          faults={steps.faults}
          onChange={settings.change}
        />
      ) : (
        <ImportReport view={view} />
      )}
    </div>
  );
}

/** The report and everybody's lists are new once it has stopped running. */
function useReadAgainAfter(running: boolean): void {
  const client = useQueryClient();
  const was = useRef(running);
  useEffect(() => {
    if (was.current && !running) {
      void invalidate(client, [
        listImportRows,
        listImports,
        listCompanies,
        countCompanies,
        companyCities,
        callList,
        callCounts,
      ]);
    }
    was.current = running;
  }, [client, running]);
}
