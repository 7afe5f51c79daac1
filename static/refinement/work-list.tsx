import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { Announcement } from '../shared/announcement';
import { formatNumber } from '../../src/domain/figure-words';
import { useNarrow } from '../shared/use-narrow';
import { useActiveLine } from './active-line';
import { itemsOf, type ListItem } from './list-items';
import type { ListState } from './list-state';
import { ListHead } from './list-head';
import { ListLine } from './list-line';
import { useListKeys } from './list-keys';
import type { Section } from './sections';
import { useAnchor } from './use-anchor';
import { useLines } from './use-lines';
import type { SelectionActions } from './use-selection';
import { rangeWith } from './visible-range';
import styles from './work-list.module.css';

/**
 * All of the list in one grid that draws only what is in sight, so that ten thousand issues scroll as ten do. One line
 * can be reached by Tab; the arrows go on from there (WAI-ARIA's grid pattern).
 */
export const WorkList = ({
  sections,
  state,
  selection,
  isFiltering,
  onSee,
}: {
  readonly sections: readonly Section[];
  readonly state: ListState;
  readonly selection: SelectionActions;
  readonly isFiltering: boolean;
  readonly onSee: (ids: readonly string[]) => void;
}) => {
  const items = useMemo(() => itemsOf(sections), [sections]);
  const { active, setActiveKey } = useActiveLine(items);
  const scroller = useRef<HTMLDivElement>(null);
  const narrow = useNarrow();
  const heights = narrow ? NARROW : WIDE;
  // All places are computed anew whenever this is another function.
  const keyAt = useCallback((index: number) => items[index]?.key ?? index, [items]);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (items[index]?.kind === 'section' ? heights.section : heights.row) * rem,
    getItemKey: keyAt,
    // The head of the columns stands above the lines, and over them once they are scrolled.
    scrollMargin: HEAD * rem,
    scrollPaddingStart: HEAD * rem,
    overscan: 2,
    rangeExtractor: (range) => rangeWith(range, active),
  });
  useEffect(() => virtualizer.measure(), [virtualizer, narrow]);
  useAnchor(scroller, virtualizer, items);
  const lines = useLines(
    virtualizer.getVirtualItems().flatMap(({ index, start, size }) => {
      const item = items[index];
      if (!item) return [];
      const row = item.kind === 'row' ? (state.rows.get(item.key) ?? null) : null;
      const selected = selectedOf(item, selection.ids);
      return [{ key: item.key, item, items, index, start, size, row, selected, isActive: index === active }];
    }),
  );
  useSight(items, virtualizer.range?.startIndex ?? 0, virtualizer.range?.endIndex ?? 0, onSee);
  const keys = useListKeys({ items, active, setActiveKey, virtualizer, scroller, selection, sections });

  return (
    <>
      <Announcement>{wordsFor(selection.selected.length, state)}</Announcement>
      <div
        role="grid"
        className={styles.grid}
        aria-label="Work without a key result"
        aria-multiselectable={!state.isReadOnly}
        data-read-only={state.isReadOnly || undefined}
        aria-rowcount={state.isWhole ? items.length + 1 : -1}
        aria-busy={!state.isWhole}
      >
        <div
          role="presentation"
          className={styles.scroller}
          style={{ height: virtualizer.getTotalSize() + HEAD * rem }}
          ref={scroller}
        >
          <ListHead
            sections={sections}
            ids={selection.ids}
            select={selection.select}
            isFiltering={isFiltering}
            isReadOnly={state.isReadOnly}
          />
          <div
            role="rowgroup"
            className={styles.sizer}
            style={{ height: virtualizer.getTotalSize() }}
            {...keys.handlers}
          >
            {[...lines].map(([slot, { item, index, start, size, row, selected, isActive }]) => (
              <ListLine
                key={slot}
                item={item}
                index={index}
                start={start - HEAD * rem}
                size={size}
                row={row}
                rows={item.kind === 'section' ? state.rows : null}
                estimates={state.estimates}
                isWhole={state.isWhole}
                selected={selected}
                isActive={isActive}
              />
            ))}
          </div>
        </div>
      </div>
      {items.length === 0 && <p className={styles.nothing}>No work here matches the filter.</p>}
    </>
  );
};

/** Heights of lines, by which places are computed without measuring. */
const WIDE = { row: 3.25, section: 2.5 };
const NARROW = { row: 7.25, section: 2.5 };
const HEAD = 2.25;
const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

export type ListVirtualizer = Virtualizer<HTMLDivElement, Element>;

const selectedOf = (item: ListItem, ids: ReadonlySet<string>): boolean | 'some' => {
  if (item.kind === 'row') return ids.has(item.key);
  if (ids.size === 0) return false;
  const count = item.section.ids.reduce((sum, id) => sum + (ids.has(id) ? 1 : 0), 0);
  return count === item.section.ids.length ? true : count > 0 && 'some';
};

/** Rows a little beyond those in sight are read with them. The line that has the focus may be drawn far from there. */
const MARGIN = 30;

const useSight = (
  items: readonly ListItem[],
  from: number,
  to: number,
  onSee: (ids: readonly string[]) => void,
): void => {
  useEffect(() => {
    const near = items.slice(Math.max(0, from - MARGIN), to + MARGIN + 1);
    onSee(near.filter(({ kind }) => kind === 'row').map(({ key }) => key));
  }, [items, from, to, onSee]);
};

const wordsFor = (selected: number, { sections, isWhole }: ListState): string => {
  if (selected === 0) return isWhole ? '' : 'Reading the rest of the list';
  const all = sections.reduce((sum, { ids }) => sum + ids.length, 0);
  return `${formatNumber(selected)} of ${formatNumber(all)} selected`;
};
