import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  Text,
  tokens,
} from '@fluentui/react-components';
import { MoreHorizontal16Regular } from '@fluentui/react-icons';
import { useState, type DragEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { EndpointInput, EndpointOutput } from '../../../service/kernel/endpoint';
import { listDeals, type dealBoard, type DealRow } from '../../../service/modules/deals/deals.contract';
import { moneyText } from '../../shared/format/money';
import { VirtualList } from '../../shared/lists/VirtualList';
import { usePages } from '../../shared/queries';
import { DealTile } from '../../shared/deals/DealTile';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 0 184px',
    minWidth: '184px',
    maxWidth: '340px',
    minHeight: 0,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  wide: { flex: '1 1 auto', maxWidth: 'none' },
  target: { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '-2px' },
  head: {
    padding: '8px 12px 6px',
    borderTop: '3px solid transparent',
    borderTopLeftRadius: tokens.borderRadiusLarge,
    borderTopRightRadius: tokens.borderRadiusLarge,
  },
  open: { borderTopColor: tokens.colorBrandStroke1 },
  stalled: { borderTopColor: tokens.colorPaletteMarigoldBorderActive },
  won: { borderTopColor: tokens.colorPaletteGreenBorderActive },
  lost: { borderTopColor: tokens.colorNeutralStroke1 },
  name: { display: 'block', overflowWrap: 'anywhere' },
  sum: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  slot: { padding: '3px 8px' },
  card: {
    position: 'relative',
    display: 'block',
    padding: '8px 10px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    boxShadow: tokens.shadow2,
    cursor: 'pointer',
    ':hover': { border: `1px solid ${tokens.colorNeutralStroke1Hover}` },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  dragged: { opacity: 0.4 },
  menu: { position: 'absolute', insetInlineEnd: '2px', top: '4px' },
  empty: { padding: '12px', color: tokens.colorNeutralForeground3 },
});

interface BoardColumnProps {
  column: EndpointOutput<typeof dealBoard>['columns'][number];
  stages: DealRow['stage'][];
  input: EndpointInput<typeof listDeals>;
  readAt: number;
  dragged: DealRow | null;
  wide: boolean;
  onDrag: (deal: DealRow | null) => void;
  onMove: (deal: DealRow, to: DealRow['stage']) => void;
  onOpen: (id: string) => void;
  onKeyDown: (event: KeyboardEvent, deal: DealRow) => void;
}

/** One stage: its name, how many and for how much, and the cards; it takes what is dropped on it. */
export function BoardColumn(props: BoardColumnProps) {
  const { column, stages, input, readAt, dragged, wide, onDrag, onMove, onOpen, onKeyDown } = props;
  const { t, i18n } = useTranslation('deals');
  const styles = useStyles();
  const [over, setOver] = useState(false);
  const { stage, count, amount } = column;
  const list = usePages(listDeals, input, {
    first: { page: { rows: column.rows, next: column.next }, at: readAt },
    keepPrevious: true,
  });
  const takes = dragged !== null && dragged.stage.id !== stage.id;
  const onDragOver = (event: DragEvent) => {
    if (!takes) return;
    event.preventDefault();
    setOver(true);
  };
  const money = moneyText(amount, i18n.language);
  return (
    <section
      data-stage={stage.id}
      className={mergeClasses(styles.root, wide && styles.wide, over && takes && styles.target)}
      aria-label={t('columnLabel', { name: stage.name, count, amount: money })}
      onDragOver={onDragOver}
      onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (dragged) onMove(dragged, stage);
        onDrag(null);
      }}
    >
      <div className={mergeClasses(styles.head, styles[stage.meaning])}>
        <Text as="h2" weight="semibold" className={styles.name} style={{ margin: 0 }}>
          {stage.name}
        </Text>
        <Text size={200} className={styles.sum}>
          {count} · {money}
        </Text>
      </div>
      {list.rows.length === 0 ? (
        <Text size={200} className={styles.empty}>
          {t('columnEmpty')}
        </Text>
      ) : (
        <VirtualList
          items={list.rows}
          keyOf={(deal) => deal.id}
          height={() => 122}
          onEnd={list.loadMore}
          aria-label={stage.name}
          render={(deal) => (
            <div className={styles.slot}>
              <div
                data-deal={deal.id}
                tabIndex={0}
                role="link"
                draggable={deal.can.write}
                className={mergeClasses(styles.card, dragged?.id === deal.id && styles.dragged)}
                onClick={() => onOpen(deal.id)}
                onKeyDown={(event) => onKeyDown(event, deal)}
                onDragStart={(event) => {
                  event.dataTransfer.effectAllowed = 'move';
                  event.dataTransfer.setData('text/plain', deal.number);
                  onDrag(deal);
                }}
                onDragEnd={() => onDrag(null)}
              >
                <DealTile deal={deal} withMenu={deal.can.write} />
                {deal.can.write && (
                  <span className={styles.menu} onClick={(event) => event.stopPropagation()}>
                    <Menu>
                      <MenuTrigger disableButtonEnhancement>
                        <Button
                          size="small"
                          appearance="subtle"
                          icon={<MoreHorizontal16Regular />}
                          aria-label={t('cardMenu', { number: deal.number })}
                        />
                      </MenuTrigger>
                      <MenuPopover>
                        <MenuList>
                          {stages
                            .filter(({ id }) => id !== deal.stage.id)
                            .map((to) => (
                              <MenuItem key={to.id} onClick={() => onMove(deal, to)}>
                                {t('moveTo', { name: to.name })}
                              </MenuItem>
                            ))}
                        </MenuList>
                      </MenuPopover>
                    </Menu>
                  </span>
                )}
              </div>
            </div>
          )}
        />
      )}
    </section>
  );
}
