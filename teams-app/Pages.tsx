import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { NotFound } from './shared/frame/NotFound';
import { PageSkeleton } from './shared/frame/PageSkeleton';

// A screen is fetched when it is first opened.
const CallsPage = lazy(() => import('./features/calls/CallsPage').then((m) => ({ default: m.CallsPage })));
const CompaniesPage = lazy(() =>
  import('./features/companies/CompaniesPage').then((m) => ({ default: m.CompaniesPage })),
);
const CompanyPage = lazy(() => import('./features/company/CompanyPage').then((m) => ({ default: m.CompanyPage })));
const PlanPage = lazy(() => import('./features/plan/PlanPage').then((m) => ({ default: m.PlanPage })));
const BirthdaysPage = lazy(() =>
  import('./features/birthdays/BirthdaysPage').then((m) => ({ default: m.BirthdaysPage })),
);
const ImportPage = lazy(() => import('./features/imports/ImportPage').then((m) => ({ default: m.ImportPage })));
const AdminPage = lazy(() => import('./features/admin/AdminPage').then((m) => ({ default: m.AdminPage })));
const ProfilePage = lazy(() => import('./features/profile/ProfilePage').then((m) => ({ default: m.ProfilePage })));

export function Pages() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Routes>
        <Route path="/" element={<CallsPage />} />
        {/* `/companies/new` is the list with the form of a new company open. */}
        <Route path="/companies" element={<CompaniesPage />} />
        <Route path="/companies/new" element={<CompaniesPage creating />} />
        <Route path="/companies/:id" element={<CompanyPage />} />
        <Route path="/plan" element={<PlanPage />} />
        <Route path="/birthdays" element={<BirthdaysPage />} />
        <Route path="/import/*" element={<ImportPage />} />
        <Route path="/admin/*" element={<AdminPage />} />
        <Route path="/profile" element={<ProfilePage />} />
        <Route path="/calls" element={<Navigate to="/" replace />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </Suspense>
  );
}
