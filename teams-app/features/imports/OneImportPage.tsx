import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { getImport } from '../../../service/modules/imports/imports.contract';
import { Page } from '../../shared/frame/Page';
import { ListState } from '../../shared/lists/ListState';
import { useRead } from '../../shared/queries';
import { isRunning } from './import-stage';
import { OneImport } from './OneImport';

const askEveryMs = 700;

export function OneImportPage() {
  const { t } = useTranslation('imports');
  const { id = '' } = useParams();
  const query = useRead(
    getImport,
    { id },
    { refetchInterval: ({ state }) => (state.data && isRunning(state.data) ? askEveryMs : false) },
  );
  return (
    <Page title={query.data?.fileName ?? t('title')} back="/import" fills>
      <ListState query={query} isEmpty={!query.data} empty={null}>
        {query.data && <OneImport key={id} view={query.data} />}
      </ListState>
    </Page>
  );
}
