import { Page } from '../../shared/frame/Page';

export function BirthdaysPage() {
  return <Page title="">…</Page>;
}
