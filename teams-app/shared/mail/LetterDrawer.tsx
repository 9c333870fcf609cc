import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listDocuments } from '../../../service/modules/documents/documents.contract';
import { getMail, type MailView } from '../../../service/modules/mail/mail.contract';
import { isApiError } from '../api-error';
import { DocumentLine } from '../documents/DocumentLine';
import { Message } from '../frame/Message';
import { PageSkeleton } from '../frame/PageSkeleton';
import { LoadFailed } from '../lists/ListState';
import { usePages, useRead } from '../queries';
import { useMoments } from '../time/use-moments';
import { linkParts, splitQuote } from './letter-text';
import { SideDrawer } from '../frame/SideDrawer';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: '2px 12px',
    margin: '0 0 16px',
    '& dt': { color: tokens.colorNeutralForeground3 },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  quote: { color: tokens.colorNeutralForeground3 },
  fold: { marginBlock: '8px', paddingInline: 0 },
  heading: { margin: '16px 0 0' },
});

interface LetterDrawerProps {
  activityId: string;
  companyId: string;
  onClose: () => void;
}

/** The letter or meeting behind an activity: who wrote to whom, the text, the files that came with it. */
export function LetterDrawer({ activityId, companyId, onClose }: LetterDrawerProps) {
  const { t } = useTranslation(['mail', 'shared']);
  const { data, error, refetch } = useRead(getMail, { activityId });
  return (
    <SideDrawer title={data?.subject ?? t('letter')} onClose={onClose}>
      {data ? (
        <Letter mail={data} activityId={activityId} companyId={companyId} />
      ) : isApiError(error) && error.status === 404 ? (
        <Message title={t('noLetter')} text={t('noLetterHint')} />
      ) : error ? (
        <LoadFailed error={error} retry={() => void refetch()} />
      ) : (
        <PageSkeleton rows={6} />
      )}
    </SideDrawer>
  );
}

const personText = ({ address, name }: MailView['from']) => (name ? `${name} <${address}>` : address);

function Letter({ mail, activityId, companyId }: { mail: MailView; activityId: string; companyId: string }) {
  const { t } = useTranslation('mail');
  const styles = useStyles();
  const { full } = useMoments();
  const [whole, setWhole] = useState(false);
  const files = usePages(listDocuments, { companyId, activityId });
  const { own, quote } = splitQuote(mail.body ?? '');
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t('from')}</dt>
        <dd>{personText(mail.from)}</dd>
        <dt>{t('to')}</dt>
        <dd>{mail.to.map(personText).join(', ')}</dd>
        <dt>{t('at')}</dt>
        <dd>{full(mail.at)}</dd>
      </dl>
      {mail.body === null ? (
        <Text className={styles.quote}>{t('noText')}</Text>
      ) : (
        <Text block className={styles.text}>
          <WithLinks text={own} />
        </Text>
      )}
      {quote && (
        <Button
          appearance="transparent"
          size="small"
          className={styles.fold}
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {t(whole ? 'hideQuote' : 'showQuote')}
        </Button>
      )}
      {quote && whole && (
        <Text block className={`${styles.text} ${styles.quote}`}>
          <WithLinks text={quote} />
        </Text>
      )}
      {files.rows.length > 0 && (
        <section aria-label={t('files')}>
          <Text as="h3" weight="semibold" block className={styles.heading}>
            {t('files')}
          </Text>
          {files.rows.map((document) => (
            <DocumentLine key={document.id} document={document} />
          ))}
        </section>
      )}
    </>
  );
}

/** Addresses of pages become links; nothing else of a stranger’s text does. */
function WithLinks({ text }: { text: string }) {
  return linkParts(text).map((part, index) =>
    part.href ? (
      <Link key={index} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
        {part.text}
      </Link>
    ) : (
      <span key={index}>{part.text}</span>
    ),
  );
}
