import { useTranslation } from 'react-i18next';
import { Route, Routes } from 'react-router-dom';
import { Forbidden } from '../../shared/frame/NotFound';
import { useCan } from '../../shared/session';
import { ImportsPage } from './ImportsPage';
import { OneImportPage } from './OneImportPage';

/** Lists coming in, one by one; and where to go to take a list out. */
export function ImportPage() {
  const { t } = useTranslation('imports');
  const can = useCan();
  if (!can('companies.import') && !can('companies.export')) return <Forbidden title={t('title')} />;
  return (
    <Routes>
      <Route index element={<ImportsPage />} />
      {can('companies.import') && <Route path=":id" element={<OneImportPage />} />}
    </Routes>
  );
}
