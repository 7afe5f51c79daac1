import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { ListItem } from './list-items';
import type { ListVirtualizer } from './work-list';

/**
 * Keeps the line at the top where it is when lines above it come or go. At the list's own top nothing is kept. Asks the
 * page for nothing while it scrolls: that would have it laid out twice.
 */
export const useAnchor = (
  scroller: RefObject<HTMLDivElement>,
  virtualizer: ListVirtualizer,
  items: readonly ListItem[],
): void => {
  const anchor = useRef<{ readonly key: string; readonly start: number } | null>(null);
  const latest = useRef(items);
  useLayoutEffect(() => {
    const offset = virtualizer.scrollOffset ?? 0;
    if (latest.current !== items) {
      latest.current = items;
      const { current } = anchor;
      const index = current === null ? -1 : items.findIndex(({ key }) => key === current.key);
      const start = virtualizer.measurementsCache[index]?.start;
      if (current && start !== undefined && start !== current.start && offset > 0 && scroller.current)
        scroller.current.scrollTop = offset + start - current.start;
    }
    const line = virtualizer.getVirtualItemForOffset(offset);
    const item = line && items[line.index];
    anchor.current = item ? { key: item.key, start: line.start } : null;
  });
};
