import { Page } from '../../shared/frame/Page';

export function CallsPage() {
  return <Page title="">…</Page>;
}
