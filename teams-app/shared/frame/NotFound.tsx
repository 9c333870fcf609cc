import { useTranslation } from 'react-i18next';
import { LinkButton } from './LinkButton';
import { Message } from './Message';
import { Page } from './Page';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('state.notFound')}>
      <Message
        title={t('state.notFound')}
        text={t('state.notFoundHint')}
        action={
          <LinkButton to="/" appearance="primary">
            {t('state.toCalls')}
          </LinkButton>
        }
      />
    </Page>
  );
}

/** A section the reader's role does not open. */
export function Forbidden({ title }: { title: string }) {
  const { t } = useTranslation();
  return (
    <Page title={title}>
      <Message title={t('state.forbidden')} text={t('state.forbiddenHint')} />
    </Page>
  );
}
