import { makeStyles, tokens } from '@fluentui/react-components';
import { useImperativeHandle, useMemo, useRef, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallBucket, CallRow } from '../../../service/modules/activities/activities.contract';
import { VirtualList, type VirtualListHandle } from '../../shared/lists/VirtualList';
import { CallRowView } from './CallRowView';

const useStyles = makeStyles({
  list: { backgroundColor: tokens.colorNeutralBackground1, containerType: 'inline-size' },
  group: {
    padding: '10px 16px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
});

type Item = { kind: 'group'; bucket: CallBucket } | { kind: 'row'; row: CallRow };

export interface CallListHandle {
  /** Brings a company into sight and gives it the focus; the chosen one when none is named. */
  reveal: (companyId?: string) => void;
}

interface CallListViewProps {
  ref?: Ref<CallListHandle>;
  rows: CallRow[];
  selectedId: string | null;
  /** Headings between the groups, when more than one is shown. */
  grouped: boolean;
  showOwner: boolean;
  mayLog: boolean;
  settling: boolean;
  onEnd: () => void;
  onSelect: (row: CallRow) => void;
  onOpen: (row: CallRow) => void;
  onLog: (row: CallRow) => void;
  onMove: (row: CallRow) => void;
}

export function CallListView({
  ref,
  rows,
  selectedId,
  grouped,
  showOwner,
  mayLog,
  settling,
  onEnd,
  ...on
}: CallListViewProps) {
  const { t } = useTranslation('calls');
  const styles = useStyles();
  const list = useRef<VirtualListHandle>(null);
  const items = useMemo<Item[]>(
    () =>
      rows.flatMap((row, index): Item[] =>
        grouped && row.bucket !== rows[index - 1]?.bucket
          ? [
              { kind: 'group', bucket: row.bucket },
              { kind: 'row', row },
            ]
          : [{ kind: 'row', row }],
      ),
    [rows, grouped],
  );

  useImperativeHandle(ref, () => ({
    reveal: (companyId = selectedId ?? undefined) => {
      const index = items.findIndex((item) => item.kind === 'row' && item.row.id === companyId);
      if (index >= 0) list.current?.show(index);
      // The row may be drawn only after the scroll.
      requestAnimationFrame(() => document.getElementById(`call-${companyId}`)?.focus({ preventScroll: true }));
    },
  }));

  return (
    <VirtualList
      ref={list}
      className={styles.list}
      role="grid"
      itemRole="presentation"
      aria-label={t('list')}
      items={items}
      settling={settling}
      keyOf={(item) => (item.kind === 'group' ? `group-${item.bucket}` : item.row.id)}
      height={(item) => (item.kind === 'group' ? 31 : 57)}
      onEnd={onEnd}
      render={(item) =>
        item.kind === 'group' ? (
          <div role="row">
            <div role="rowheader" className={styles.group}>
              {t(`bucket.${item.bucket}`)}
            </div>
          </div>
        ) : (
          <CallRowView
            row={item.row}
            selected={item.row.id === selectedId}
            showOwner={showOwner}
            mayLog={mayLog}
            onSelect={() => on.onSelect(item.row)}
            onOpen={() => on.onOpen(item.row)}
            onLog={() => on.onLog(item.row)}
            onMove={() => on.onMove(item.row)}
          />
        )
      }
    />
  );
}
