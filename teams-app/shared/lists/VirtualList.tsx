import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  type AriaRole,
  type ReactNode,
  type Ref,
} from 'react';

const useStyles = makeStyles({
  scroller: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    overscrollBehavior: 'contain',
    contain: 'strict',
  },
  content: { position: 'relative', width: '100%' },
  settling: { '@media (prefers-reduced-motion: no-preference)': { transition: 'transform 160ms ease-out' } },
  item: { position: 'absolute', top: 0, insetInlineStart: 0, width: '100%' },
});

export interface VirtualListHandle {
  show: (index: number) => void;
}

interface VirtualListProps<T> {
  ref?: Ref<VirtualListHandle>;
  items: readonly T[];
  keyOf: (item: T) => string;
  /** A guess of an item's height; the real one is measured. */
  height: (item: T) => number;
  render: (item: T, index: number) => ReactNode;
  /** Asks for more when the end comes near. */
  onEnd?: () => void;
  /** What stands above the first item and scrolls with it. */
  header?: ReactNode;
  /** This one stays drawn when it is scrolled out of sight: it holds the focus. */
  keep?: number;
  /** A row has just gone: those below slide up instead of jumping. */
  settling?: boolean;
  /** Nothing in it takes the focus: the list itself does, to be scrolled by keys. */
  focusable?: boolean;
  className?: string;
  role?: AriaRole;
  itemRole?: AriaRole;
  'aria-label'?: string;
}

/** A list of any length that holds only what is seen. */
export function VirtualList<T>({
  ref,
  items,
  keyOf,
  height,
  render,
  onEnd,
  header,
  keep,
  settling,
  focusable,
  className,
  role = 'list',
  itemRole = 'listitem',
  ...aria
}: VirtualListProps<T>) {
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const [headerHeight, setHeaderHeight] = useState(0);
  const headerRef = useCallback((element: HTMLElement | null) => watchHeight(element, setHeaderHeight), []);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => height(items[index]!),
    getItemKey: (index) => keyOf(items[index]!),
    overscan: 8,
    rangeExtractor: (range) => withKept(defaultRangeExtractor(range), keep, items.length),
    scrollMargin: headerHeight,
  });
  const shown = virtualizer.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? -1;

  useEffect(() => {
    if (onEnd && items.length > 0 && lastShown >= items.length - 10) onEnd();
  }, [onEnd, lastShown, items.length]);

  useImperativeHandle(ref, () => ({ show: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }) }), [
    virtualizer,
  ]);

  return (
    <div ref={scroller} className={mergeClasses(styles.scroller, className)} tabIndex={focusable ? 0 : undefined}>
      {header && <div ref={headerRef}>{header}</div>}
      <div className={styles.content} style={{ height: virtualizer.getTotalSize() }} role={role} {...aria}>
        {shown.map((virtual) => (
          <div
            key={virtual.key}
            ref={virtualizer.measureElement}
            data-index={virtual.index}
            role={itemRole}
            className={mergeClasses(styles.item, settling && styles.settling)}
            style={{ transform: `translateY(${virtual.start - headerHeight}px)` }}
          >
            {render(items[virtual.index]!, virtual.index)}
          </div>
        ))}
      </div>
    </div>
  );
}

function withKept(indexes: number[], keep: number | undefined, count: number): number[] {
  if (keep === undefined || keep >= count || indexes.includes(keep)) return indexes;
  return [...indexes, keep].sort((a, b) => a - b);
}

function watchHeight(element: HTMLElement | null, tell: (height: number) => void): (() => void) | undefined {
  if (!element) return undefined;
  const observer = new ResizeObserver(() => tell(element.offsetHeight));
  observer.observe(element);
  return () => observer.disconnect();
}
