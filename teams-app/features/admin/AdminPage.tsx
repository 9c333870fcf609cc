import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Route, Routes } from 'react-router-dom';
import { phoneQuery } from '../../shared/frame/breakpoints';
import { Forbidden, NotFound } from '../../shared/frame/NotFound';
import { PageSkeleton } from '../../shared/frame/PageSkeleton';
import { useCan } from '../../shared/session';
import { useMedia } from '../../shared/use-media';
import { adminSections, type SectionName } from './admin-sections';
import { AdminIndex } from './AdminIndex';

const pages = {
  users: lazy(() => import('./users/UsersPage').then((m) => ({ default: m.UsersPage }))),
  roles: lazy(() => import('./roles/RolesPage').then((m) => ({ default: m.RolesPage }))),
  departments: lazy(() => import('./departments/DepartmentsPage').then((m) => ({ default: m.DepartmentsPage }))),
  outcomes: lazy(() => import('./outcomes/OutcomesPage').then((m) => ({ default: m.OutcomesPage }))),
  'document-categories': lazy(() =>
    import('./document-categories/DocumentCategoriesPage').then((m) => ({ default: m.DocumentCategoriesPage })),
  ),
  pipelines: lazy(() => import('./pipelines/PipelinesPage').then((m) => ({ default: m.PipelinesPage }))),
  catalog: lazy(() => import('./catalog/CatalogPage').then((m) => ({ default: m.CatalogPage }))),
  'offer-template': lazy(() =>
    import('./offer-template/OfferTemplatePage').then((m) => ({ default: m.OfferTemplatePage })),
  ),
  'mail-rules': lazy(() => import('./mail-rules/MailRulesPage').then((m) => ({ default: m.MailRulesPage }))),
  calendars: lazy(() => import('./calendars/CalendarsPage').then((m) => ({ default: m.CalendarsPage }))),
  outlook: lazy(() => import('./outlook/OutlookPage').then((m) => ({ default: m.OutlookPage }))),
  jobs: lazy(() => import('./jobs/JobsPage').then((m) => ({ default: m.JobsPage }))),
  audit: lazy(() => import('./audit/AuditPage').then((m) => ({ default: m.AuditPage }))),
} satisfies Record<SectionName, unknown>;

/** The settings: each section for those who may, the first of them at once where there is room for a list beside. */
export function AdminPage() {
  const { t } = useTranslation('admin');
  const can = useCan();
  const isPhone = useMedia(phoneQuery);
  const [first] = adminSections.filter(({ needs }) => can(needs));
  if (!first) return <Forbidden title={t('title')} />;
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Routes>
        <Route index element={isPhone ? <AdminIndex /> : <Navigate to={first.name} replace />} />
        {adminSections.map(({ name, needs }) => {
          const Section = pages[name];
          return (
            <Route
              key={name}
              path={name}
              element={can(needs) ? <Section /> : <Forbidden title={t(`section.${name}`)} />}
            />
          );
        })}
        <Route path="*" element={<NotFound />} />
      </Routes>
    </Suspense>
  );
}
