import { Button } from '@fluentui/react-components';
import { Checkmark16Regular, Copy16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from './copy-text';
import { details } from './details';

/** The diagnostics as text for whoever helps; no token, address or text of a letter is in them. */
export function CopyDetails({ facts }: { facts: () => Record<string, string> }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  return (
    <Button
      appearance="transparent"
      size="small"
      icon={copied ? <Checkmark16Regular /> : <Copy16Regular />}
      onClick={() => void copyText(details(facts())).then(() => setCopied(true))}
    >
      {copied ? t('copied') : t('copyDetails')}
    </Button>
  );
}
