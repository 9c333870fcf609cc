import { mergeClasses, Tooltip } from '@fluentui/react-components';
import { ArrowRepeatAll16Regular } from '@fluentui/react-icons';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallRow } from '../../../service/modules/activities/activities.contract';
import { CallState } from '../../shared/company/CallState';
import { CompanyName } from '../../shared/company/CompanyName';
import { DueBadge } from '../../shared/company/DueBadge';
import { LocalClock } from '../../shared/company/LocalClock';
import { PhoneLink } from '../../shared/company/PhoneLink';
import { useCallRowStyles } from './call-row-styles';
import { CallRowActions } from './CallRowActions';
import { useSwipe } from './use-swipe';

interface CallRowViewProps {
  row: CallRow;
  selected: boolean;
  /** Whose company it is, when the list is not one's own alone. */
  showOwner: boolean;
  mayLog: boolean;
  onSelect: () => void;
  onOpen: () => void;
  onLog: () => void;
  onMove: () => void;
}

/** Whom to call: who, where and what time it is there, with whom to speak, what was said last, how late it is. */
export function CallRowView({ row, selected, showOwner, mayLog, onSelect, onOpen, onLog, onMove }: CallRowViewProps) {
  const { t } = useTranslation(['calls', 'activity', 'shared']);
  const styles = useCallRowStyles();
  const postponed = row.nextContact?.postponed ?? 0;
  const owner = showOwner ? (row.owner?.name ?? t('shared:owner.none')) : null;
  const lastNote = row.lastNote ?? t('noNote');
  const swipe = useSwipe(mayLog ? { onRight: onLog, onLeft: onMove } : {});
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target === event.currentTarget && event.key === 'Enter') {
      event.preventDefault();
      onOpen();
    }
  };
  return (
    <div className={styles.swipe}>
      {swipe.shift !== 0 && (
        <span className={mergeClasses(styles.swipeHint, swipe.shift < 0 && styles.swipeHintEnd)} aria-hidden>
          {swipe.shift > 0 ? t('log') : row.nextContact ? t('move') : t('plan')}
        </span>
      )}
      <div
        role="row"
        id={`call-${row.id}`}
        tabIndex={selected ? 0 : -1}
        aria-selected={selected}
        className={mergeClasses(styles.row, selected && styles.selected)}
        onClick={onSelect}
        onDoubleClick={onOpen}
        onKeyDown={onKeyDown}
        style={swipe.shift !== 0 ? { transform: `translateX(${swipe.shift}px)` } : undefined}
        {...swipe.handlers}
      >
        <div role="gridcell" className={styles.name}>
          <CompanyName name={row.name} />
        </div>
        <div role="gridcell" className={styles.place}>
          <span className={styles.city} title={row.city ?? undefined}>
            {row.city ?? t('shared:notSet')}
          </span>
          <LocalClock timeZone={row.timeZone} />
        </div>
        <div role="gridcell" className={styles.person} title={row.contact?.name}>
          {row.contact?.name ?? <span className={styles.secondary}>{t('noContact')}</span>}
          {row.contact?.position && <span className={styles.positionInline}> {row.contact.position}</span>}
        </div>
        <div role="gridcell" className={styles.phone}>
          {row.phone ? (
            <PhoneLink phone={row.phone} tabIndex={-1} />
          ) : (
            <span className={styles.secondary}>{t('shared:phone.none')}</span>
          )}
        </div>
        <div role="gridcell" className={mergeClasses(styles.note, styles.secondary)} title={lastNote}>
          {owner && `${owner} · `}
          {lastNote}
        </div>
        <div role="gridcell" className={styles.window}>
          <CallState window={row.callWindow} />
        </div>
        <div
          role="gridcell"
          className={mergeClasses(styles.position, styles.secondary)}
          title={row.contact?.position ?? undefined}
        >
          {row.contact?.position}
        </div>
        <div role="gridcell" className={styles.due}>
          {postponed > 0 && (
            <Tooltip content={t('activity:postponedHint', { count: postponed })} relationship="description">
              <span className={styles.postponed}>
                <ArrowRepeatAll16Regular aria-hidden />
                <span className={styles.inCard}>{t('activity:postponed', { count: postponed })}</span>
                <span className={styles.inLine}>{postponed}</span>
              </span>
            </Tooltip>
          )}
          {row.nextContact && <DueBadge at={row.nextContact.at} />}
        </div>
        <div role="gridcell" className={mergeClasses(styles.actions, 'row-actions')}>
          <CallRowActions row={row} mayLog={mayLog} onLog={onLog} onMove={onMove} />
        </div>
      </div>
    </div>
  );
}
