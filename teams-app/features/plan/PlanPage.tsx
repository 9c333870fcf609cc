import { Page } from '../../shared/frame/Page';

export function PlanPage() {
  return <Page title="">…</Page>;
}
