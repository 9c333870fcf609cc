import { Page } from '../../shared/frame/Page';

export function CompanyPage() {
  return <Page title="">…</Page>;
}
