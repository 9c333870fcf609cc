import { Button } from '@fluentui/react-components';
import { CalendarArrowRight20Regular, Call20Regular, Note20Regular } from '@fluentui/react-icons';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallRow } from '../../../service/modules/activities/activities.contract';
import { phoneText, telLink } from '../../shared/format/phone';
import { useCallRowStyles } from './call-row-styles';

interface CallRowActionsProps {
  row: CallRow;
  mayLog: boolean;
  onLog: () => void;
  onMove: () => void;
}

/** Beside a pointed-at row the buttons are small; in a card the call button is the biggest thing and carries the number. */
export function CallRowActions({ row, mayLog, onLog, onMove }: CallRowActionsProps) {
  const { t } = useTranslation(['calls', 'shared']);
  const styles = useCallRowStyles();
  const tel = row.phone && telLink(row.phone);
  const moveText = row.nextContact ? t('move') : t('plan');
  const run = (action: () => void) => (event: MouseEvent) => {
    event.stopPropagation();
    action();
  };
  return (
    <>
      {row.phone && tel && (
        <Button
          as="a"
          href={tel}
          size="small"
          appearance="primary"
          icon={<Call20Regular />}
          className={styles.callButton}
          tabIndex={-1}
          aria-label={t('shared:phone.callTo', { phone: phoneText(row.phone) })}
          onClick={(event: MouseEvent) => event.stopPropagation()}
        >
          <span className={styles.inLine}>{t('shared:phone.call')}</span>
          <span className={styles.inCard}>{phoneText(row.phone)}</span>
        </Button>
      )}
      {mayLog && (
        <>
          <Button
            size="small"
            icon={<Note20Regular />}
            className={styles.iconButton}
            tabIndex={-1}
            title={t('log')}
            aria-label={`${t('log')}: ${row.name}`}
            onClick={run(onLog)}
          />
          <Button
            size="small"
            icon={<CalendarArrowRight20Regular />}
            className={styles.iconButton}
            tabIndex={-1}
            title={moveText}
            aria-label={`${moveText}: ${row.name}`}
            onClick={run(onMove)}
          />
        </>
      )}
    </>
  );
}
