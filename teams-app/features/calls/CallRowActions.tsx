import { Button } from '@fluentui/react-components';
import { CalendarArrowRight20Regular, Call20Regular, Note20Regular } from '@fluentui/react-icons';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallRow } from '../../../service/modules/activities/activities.contract';
import { telLink } from '../../shared/format/phone';
import { useCallRowStyles } from './call-row-styles';

interface CallRowActionsProps {
  row: CallRow;
  onLog: () => void;
  onMove: () => void;
}

export function CallRowActions({ row, onLog, onMove }: CallRowActionsProps) {
  const { t } = useTranslation(['calls', 'shared']);
  const styles = useCallRowStyles();
  const tel = row.phone && telLink(row.phone);
  const run = (action: () => void) => (event: MouseEvent) => {
    event.stopPropagation();
    action();
  };
  return (
    <>
      {tel && (
        <Button
          as="a"
          href={tel}
          size="small"
          appearance="primary"
          icon={<Call20Regular />}
          className={styles.callButton}
          tabIndex={-1}
          onClick={(event: MouseEvent) => event.stopPropagation()}
        >
          {t('shared:phone.call')}
        </Button>
      )}
      <Button size="small" icon={<Note20Regular />} className={styles.callButton} tabIndex={-1} title={t('log')} aria-label={`${t('log')}: ${row.name}`} onClick={run(onLog)} />
      <Button
        size="small"
        icon={<CalendarArrowRight20Regular />}
        className={styles.callButton}
        tabIndex={-1}
        title={row.nextContact ? t('move') : t('plan')}
        aria-label={`${row.nextContact ? t('move') : t('plan')}: ${row.name}`}
        onClick={run(onMove)}
      />
    </>
  );
}
