import { Page } from '../../shared/frame/Page';

export function ProfilePage() {
  return <Page title="">…</Page>;
}
