import { lazy, Suspense, useEffect } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router-dom';
import { Crash } from './shared/frame/Crash';
import { NotFound } from './shared/frame/NotFound';
import { PageSkeleton } from './shared/frame/PageSkeleton';

/** A screen is fetched when it is first opened. */
const load = {
  calls: () => import('./features/calls/CallsPage').then((module) => ({ default: module.CallsPage })),
  companies: () => import('./features/companies/CompaniesPage').then((module) => ({ default: module.CompaniesPage })),
  company: () => import('./features/company/CompanyPage').then((module) => ({ default: module.CompanyPage })),
  deals: () => import('./features/deals/DealsPage').then((module) => ({ default: module.DealsPage })),
  deal: () => import('./features/deal/DealPage').then((module) => ({ default: module.DealPage })),
  offers: () => import('./features/offers/OffersPage').then((module) => ({ default: module.OffersPage })),
  kpi: () => import('./features/kpi/KpiPage').then((module) => ({ default: module.KpiPage })),
  forecast: () => import('./features/forecast/ForecastPage').then((module) => ({ default: module.ForecastPage })),
  dashboard: () => import('./features/dashboard/DashboardPage').then((module) => ({ default: module.DashboardPage })),
  reports: () => import('./features/reports/ReportsPage').then((module) => ({ default: module.ReportsPage })),
  report: () => import('./features/reports/ReportPage').then((module) => ({ default: module.ReportPage })),
  plan: () => import('./features/plan/PlanPage').then((module) => ({ default: module.PlanPage })),
  birthdays: () => import('./features/birthdays/BirthdaysPage').then((module) => ({ default: module.BirthdaysPage })),
  reminders: () => import('./features/reminders/RemindersPage').then((module) => ({ default: module.RemindersPage })),
  imports: () => import('./features/imports/ImportPage').then((module) => ({ default: module.ImportPage })),
  admin: () => import('./features/admin/AdminPage').then((module) => ({ default: module.AdminPage })),
  profile: () => import('./features/profile/ProfilePage').then((module) => ({ default: module.ProfilePage })),
};
const CallsPage = lazy(load.calls);
const CompaniesPage = lazy(load.companies);
const CompanyPage = lazy(load.company);
const DealsPage = lazy(load.deals);
const DealPage = lazy(load.deal);
const OffersPage = lazy(load.offers);
const KpiPage = lazy(load.kpi);
const ForecastPage = lazy(load.forecast);
const DashboardPage = lazy(load.dashboard);
const ReportsPage = lazy(load.reports);
const ReportPage = lazy(load.report);
const PlanPage = lazy(load.plan);
const BirthdaysPage = lazy(load.birthdays);
const RemindersPage = lazy(load.reminders);
const ImportPage = lazy(load.imports);
const AdminPage = lazy(load.admin);
const ProfilePage = lazy(load.profile);

/** By then the first screen has what it needs. */
const aheadAfterMs = 2500;

export function Pages() {
  const { pathname, search } = useLocation();
  const [, section] = pathname.split('/');

  // The screens of every day are fetched ahead: Enter on a company opens its card at once.
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const ahead of [load.company, load.companies, load.plan]) ahead().catch(() => undefined);
    }, aheadAfterMs);
    return () => clearTimeout(timer);
  }, []);

  return (
    <Crash key={section}>
      <Suspense fallback={<PageSkeleton />}>
        <Routes>
          <Route path="/" element={<CallsPage />} />
          {/* `/companies/new` is the list with the form of a new company open. */}
          <Route path="/companies" element={<CompaniesPage />} />
          <Route path="/companies/new" element={<CompaniesPage creating />} />
          <Route path="/companies/:id" element={<CompanyPage />} />
          <Route path="/deals" element={<DealsPage />} />
          <Route path="/deals/new" element={<DealsPage creating />} />
          <Route path="/deals/:id" element={<DealPage />} />
          <Route path="/offers" element={<OffersPage />} />
          <Route path="/kpi" element={<KpiPage />} />
          <Route path="/forecast" element={<ForecastPage />} />
          <Route path="/dashboard" element={<DashboardPage />} />
          <Route path="/reports" element={<ReportsPage />} />
          <Route path="/reports/:id" element={<ReportPage />} />
          <Route path="/plan" element={<PlanPage />} />
          <Route path="/birthdays" element={<BirthdaysPage />} />
          <Route path="/reminders" element={<RemindersPage />} />
          <Route path="/import/*" element={<ImportPage />} />
          <Route path="/admin/*" element={<AdminPage />} />
          <Route path="/profile" element={<ProfilePage />} />
          <Route path="/calls" element={<Navigate to={`/${search}`} replace />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Suspense>
    </Crash>
  );
}
