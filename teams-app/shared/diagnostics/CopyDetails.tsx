import { Button } from '@fluentui/react-components';
import { Checkmark16Regular, Copy16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
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
      onClick={() => void copy(details(facts())).then(() => setCopied(true))}
    >
      {copied ? t('copied') : t('copyDetails')}
    </Button>
  );
}

/** Web views may refuse the clipboard; a chosen field can still be copied from. */
async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }
}
