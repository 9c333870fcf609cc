import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { CompanyRow } from '../../../service/modules/companies/companies.contract';
import { narrowQuery } from '../../shared/frame/breakpoints';
import type { RowAction } from '../../shared/lists/row-actions';
import { useMedia } from '../../shared/use-media';
import { QuickLookContent } from './QuickLookContent';
import { SideDrawer } from '../../shared/frame/SideDrawer';

const useStyles = makeStyles({
  panel: {
    width: '360px',
    flexShrink: 0,
    overflowY: 'auto',
    boxSizing: 'border-box',
    padding: '12px 16px 24px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0 },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    color: tokens.colorNeutralForeground3,
    marginInlineEnd: '-8px',
  },
});

interface QuickLookProps {
  row: CompanyRow;
  items: RowAction[];
  onClose: () => void;
}

/** Whom to ask for and by which number, beside the list: the arrows go on walking it. */
export function QuickLook({ row, items, onClose }: QuickLookProps) {
  const { t } = useTranslation(['companies', 'shared']);
  const styles = useStyles();
  const isNarrow = useMedia(narrowQuery);
  const content = <QuickLookContent key={row.id} row={row} items={items.filter(({ id }) => id !== 'look')} />;
  if (isNarrow) {
    return (
      <SideDrawer title={t('look.title')} size="small" onClose={onClose}>
        {content}
      </SideDrawer>
    );
  }
  return (
    <aside
      className={styles.panel}
      aria-label={t('look.title')}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div className={styles.head}>
        <Text as="h2" size={200} className={styles.title}>
          {t('look.title')}
        </Text>
        <Button
          appearance="subtle"
          size="small"
          icon={<Dismiss20Regular />}
          aria-label={t('shared:close')}
          onClick={onClose}
        />
      </div>
      {content}
    </aside>
  );
}
