import { FluentProvider } from '@fluentui/react-components';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { Message } from '../teams-app/shared/frame/Message';
import { i18n } from '../teams-app/shared/texts/i18n';
import { useTheme } from '../teams-app/shared/theme';

/** The pane’s page opened by itself, or in an Outlook that does not answer. */
export function NoOutlook() {
  const theme = useTheme('system');
  return (
    <I18nextProvider i18n={i18n}>
      <FluentProvider theme={theme}>
        <Words />
      </FluentProvider>
    </I18nextProvider>
  );
}

function Words() {
  const { t } = useTranslation('pane');
  return <Message title={t('noOutlook')} text={t('noOutlookHint')} />;
}
