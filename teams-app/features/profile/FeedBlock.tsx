import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createFeed, deleteFeed, getCalendar } from '../../../service/modules/calendar/calendar.contract';
import { copyText } from '../../shared/diagnostics/copy-text';
import { useWrite } from '../../shared/queries';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  hint: { color: tokens.colorNeutralForeground3 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** A private address by which any calendar program reads the plan: shown once, when it is made. */
export function FeedBlock({ exists }: { exists: boolean }) {
  const { t } = useTranslation('calendar');
  const styles = useStyles();
  const [url, setUrl] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  const create = useWrite(createFeed, {
    touches: [getCalendar],
    onWritten: ({ url: made }) => {
      setUrl(made);
      setCopied(false);
    },
  });
  const close = useWrite(deleteFeed, {
    said: t('feed.closed'),
    touches: [getCalendar],
    onWritten: () => setUrl(null),
  });
  return (
    <div className={styles.root}>
      <Text as="h3" weight="semibold" className={styles.title}>
        {t('feed.title')}
      </Text>
      <Text size={200} className={styles.hint}>
        {t('feed.hint')}
      </Text>
      {url && (
        <Field label={t('feed.address')} hint={t('feed.once')}>
          <Input
            readOnly
            value={url}
            onFocus={(event) => event.target.select()}
            contentAfter={
              <Button
                size="small"
                appearance="transparent"
                onClick={() => void copyText(url).then(() => setCopied(true))}
              >
                {t(copied ? 'feed.copied' : 'feed.copy')}
              </Button>
            }
          />
        </Field>
      )}
      {exists && !url && (
        <Text size={200} className={styles.hint}>
          {t('feed.exists')}
        </Text>
      )}
      <div className={styles.buttons}>
        <Button
          disabled={create.isPending}
          title={exists ? t('feed.againHint') : undefined}
          onClick={() => create.mutate({})}
        >
          {t(exists ? 'feed.again' : 'feed.create')}
        </Button>
        {exists && (
          <Button appearance="subtle" disabled={close.isPending} onClick={() => close.mutate({})}>
            {t('feed.close')}
          </Button>
        )}
      </div>
    </div>
  );
}
