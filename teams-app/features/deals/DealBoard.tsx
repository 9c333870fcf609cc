import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { dealBoard, type DealRow, type PipelineView } from '../../../service/modules/deals/deals.contract';
import { MoveDealDialog } from '../../shared/deals/MoveDealDialog';
import { ChoiceChips } from '../../shared/forms/ChoiceChips';
import { phoneQuery } from '../../shared/frame/breakpoints';
import { PageSkeleton } from '../../shared/frame/PageSkeleton';
import { LoadFailed } from '../../shared/lists/ListState';
import { useRead } from '../../shared/queries';
import { useMedia } from '../../shared/use-media';
import { BoardColumn } from './BoardColumn';
import type { DealSort, toInput } from './deal-filter';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexGrow: 1,
    minHeight: 0,
    gap: tokens.spacingHorizontalS,
    padding: '0 16px 12px',
    overflowX: 'auto',
    overflowY: 'hidden',
  },
  phone: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, padding: '0 12px 8px', gap: '8px' },
  hint: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

interface DealBoardProps {
  pipeline: PipelineView;
  input: ReturnType<typeof toInput>;
  sort: DealSort;
  onOpen: (id: string) => void;
}

const firstCards = 50;

/** A pipeline as columns: a card is dragged, or moved by Alt and an arrow; on a phone one column stands at a time. */
export function DealBoard({ pipeline, input, sort, onOpen }: DealBoardProps) {
  const { t } = useTranslation('deals');
  const styles = useStyles();
  const isPhone = useMedia(phoneQuery);
  const root = useRef<HTMLDivElement>(null);
  const asked = { ...input, pipelineId: pipeline.id, sort, limit: firstCards };
  const query = useRead(dealBoard, asked, { placeholderData: (before) => before, staleTime: 10_000 });
  const [moving, setMoving] = useState<{ deal: DealRow; to: DealRow['stage'] } | null>(null);
  const [dragged, setDragged] = useState<DealRow | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  if (query.error && !query.data) return <LoadFailed error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <PageSkeleton rows={8} />;
  const { columns } = query.data;

  const move = (deal: DealRow, to: DealRow['stage'] | undefined) => {
    if (to && to.id !== deal.stage.id && deal.can.write) setMoving({ deal, to });
  };
  const onKeyDown = (event: KeyboardEvent, deal: DealRow) => {
    if (event.target !== event.currentTarget) return;
    const at = columns.findIndex(({ stage }) => stage.id === deal.stage.id);
    const sideways = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const along = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const cards = (column: Element | null | undefined) => [
      ...(column?.querySelectorAll<HTMLElement>('[data-deal]') ?? []),
    ];
    if (event.key === 'Enter') onOpen(deal.id);
    else if (sideways && event.altKey) move(deal, columns[at + sideways]?.stage);
    else if (sideways || along) {
      const own = event.currentTarget.closest('[data-stage]');
      const place = cards(own).indexOf(event.currentTarget as HTMLElement);
      if (along) cards(own)[place + along]?.focus();
      else {
        // The nearest column with a card in it.
        const all = [...(root.current?.querySelectorAll('[data-stage]') ?? [])];
        for (let next = all.indexOf(own!) + sideways!; next >= 0 && next < all.length; next += sideways!) {
          const there = cards(all[next]);
          if (there.length) {
            there[Math.min(place, there.length - 1)]!.focus();
            break;
          }
        }
      }
    } else return;
    event.preventDefault();
  };

  const onlyStage = isPhone ? (columns.find(({ stage }) => stage.id === shown) ?? columns[0]) : undefined;
  const parts = (onlyStage ? [onlyStage] : columns).map((column) => (
    <BoardColumn
      key={column.stage.id}
      column={column}
      stages={columns.map(({ stage }) => stage)}
      input={{ ...input, pipelineId: pipeline.id, stage: column.stage.id, sort, limit: firstCards }}
      readAt={query.dataUpdatedAt}
      dragged={dragged}
      wide={isPhone}
      onDrag={setDragged}
      onMove={move}
      onOpen={onOpen}
      onKeyDown={onKeyDown}
    />
  ));
  return (
    <>
      {isPhone ? (
        <div className={styles.phone}>
          <ChoiceChips
            small
            aria-label={t('stages')}
            choices={columns.map(({ stage, count }) => ({ value: stage.id, text: `${stage.name} ${count}` }))}
            value={onlyStage?.stage.id ?? null}
            onChange={setShown}
          />
          {parts}
        </div>
      ) : (
        <div ref={root} className={styles.root} role="group" aria-label={t('boardLabel', { name: pipeline.name })}>
          <Text className={styles.hint}>{t('dragHint')}</Text>
          {parts}
        </div>
      )}
      {moving && <MoveDealDialog deal={moving.deal} stage={moving.to} onClose={() => setMoving(null)} />}
    </>
  );
}
