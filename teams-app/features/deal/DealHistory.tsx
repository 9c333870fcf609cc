import { Button, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { Delete16Regular } from '@fluentui/react-icons';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  commentDeal,
  deleteDealComment,
  getDeal,
  type DealCard,
  type DealEventView,
} from '../../../service/modules/deals/deals.contract';
import type { DeliveryStatus } from '../../../service/modules/deals/stage-meanings';
import { Section } from '../../shared/frame/Section';
import { useSend, useWrite } from '../../shared/queries';
import { When } from '../../shared/time/When';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '6px', alignItems: 'flex-start', marginBottom: '8px' },
  input: { width: '100%' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  one: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    paddingBlock: '6px',
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  meta: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  text: { gridColumn: '1 / -1', whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
});

/** Everything that happened to the deal, who and when; a comment is added on top. Ctrl+Enter sends it. */
export function DealHistory({ deal }: { deal: DealCard }) {
  const { t } = useTranslation('deals');
  const styles = useStyles();
  const send = useSend();
  const remove = useWrite(deleteDealComment, { said: t('history.commentDeleted'), touches: [getDeal] });
  const [comment, setComment] = useState('');
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!comment.trim()) return;
    try {
      await send(commentDeal, { id: deal.id, comment }, { touches: [getDeal] });
      setComment('');
    } catch {
      // The toast has told why; the words stay in the field.
    }
  };
  const words = ({ kind, from, to }: DealEventView): string => {
    if (kind === 'created') return t('history.created');
    if (kind === 'stage')
      return from === to ? t('history.stageSame', { to }) : t('history.stage', { from: from ?? '…', to: to ?? '…' });
    if (kind === 'delivery') return t('history.delivery', { to: t(`delivery.${to as DeliveryStatus}`) });
    if (kind === 'owner') return t('history.owner', { to: to ?? t('history.nobody') });
    if (kind === 'offer') return t('history.offer', { from, to: t(`history.offerStatus.${to as 'won'}`) });
    return '';
  };
  return (
    <Section title={t('history.title')}>
      {deal.can.write && (
        <form
          className={styles.form}
          onSubmit={(event) => void submit(event)}
          onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && void submit(event)}
        >
          <Textarea
            className={styles.input}
            rows={2}
            value={comment}
            maxLength={10000}
            aria-label={t('history.add')}
            placeholder={t('history.add')}
            onChange={(_, data) => setComment(data.value)}
          />
          {comment.trim() && (
            <Button type="submit" size="small" appearance="primary">
              {t('history.send')}
            </Button>
          )}
        </form>
      )}
      <ul className={styles.list}>
        {deal.events.map((event) => (
          <li key={event.id} className={styles.one}>
            <Text size={200} className={styles.meta}>
              {[event.by?.name ?? t('history.system'), words(event)].filter(Boolean).join(' · ')} ·{' '}
              <When at={event.at} />
            </Text>
            {event.can.delete && (
              <Button
                size="small"
                appearance="subtle"
                icon={<Delete16Regular />}
                aria-label={t('history.deleteComment')}
                onClick={() => remove.mutate({ id: event.id, version: event.version })}
              />
            )}
            {event.comment && <Text className={styles.text}>{event.comment}</Text>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
