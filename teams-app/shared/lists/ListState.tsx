import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../error-text';
import { Message } from '../frame/Message';
import { PageSkeleton } from '../frame/PageSkeleton';

interface ListStateProps {
  query: { isPending: boolean; error: unknown; refetch: () => unknown };
  isEmpty: boolean;
  /** Why it is empty and what to do next: a `Message`. */
  empty: ReactNode;
  skeletonRows?: number;
  children: ReactNode;
}

/** A list's four states: first load, failure with a retry, nothing with a next step, and the list itself. */
export function ListState({ query, isEmpty, empty, skeletonRows, children }: ListStateProps) {
  if (query.error && isEmpty) return <LoadFailed error={query.error} retry={() => void query.refetch()} />;
  if (query.isPending) return <PageSkeleton rows={skeletonRows} />;
  return isEmpty ? empty : children;
}

export function LoadFailed({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  return (
    <Message
      role="alert"
      tone="error"
      title={t('state.errorTitle')}
      text={
        <>
          {errorText(error)} {t('state.errorSafe')}
        </>
      }
      action={
        <Button appearance="primary" onClick={retry}>
          {t('retry')}
        </Button>
      }
    />
  );
}
