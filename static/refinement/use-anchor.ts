import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { ListItem } from './list-items';
import type { ListVirtualizer } from './work-list';

/** Keeps the line at the top where it is when lines above it come or go. At the list's own top nothing is kept. */
export const useAnchor = (
  scroller: RefObject<HTMLDivElement>,
  virtualizer: ListVirtualizer,
  items: readonly ListItem[],
): void => {
  const anchor = useRef<{ readonly key: string; readonly within: number } | null>(null);
  const latest = useRef(items);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const remember = (): void => {
      const line = virtualizer.getVirtualItemForOffset(element.scrollTop);
      const item = line && latest.current[line.index];
      anchor.current =
        element.scrollTop === 0 || !item ? null : { key: item.key, within: element.scrollTop - line.start };
    };
    element.addEventListener('scroll', remember, { passive: true });
    return () => element.removeEventListener('scroll', remember);
  }, [scroller, virtualizer]);

  useLayoutEffect(() => {
    if (latest.current === items) return;
    latest.current = items;
    const { current } = anchor;
    const index = current === null ? -1 : items.findIndex(({ key }) => key === current.key);
    const place = virtualizer.measurementsCache[index];
    if (current && place && scroller.current) scroller.current.scrollTop = place.start + current.within;
  }, [items, scroller, virtualizer]);
};
