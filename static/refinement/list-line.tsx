import { memo } from 'react';
import type { UntaggedRow } from '../../src/jira/untagged-rows';
import { IssueCells, UnreadCells } from './issue-cells';
import type { ListItem } from './list-items';
import type { Rows } from './rows';
import { SectionCells } from './section-cells';
import styles from './work-list.module.css';

/** A line at its place. Drawn again only when something of its own changed: a scroll moves others. */
export const ListLine = memo(
  ({
    item,
    index,
    start,
    size,
    row,
    rows,
    estimates,
    isWhole,
    selected,
    isActive,
  }: {
    readonly item: ListItem;
    readonly index: number;
    readonly start: number;
    readonly size: number;
    readonly row: UntaggedRow | null;
    /** For a heading, which sums them up. */
    readonly rows: Rows | null;
    readonly estimates: readonly string[] | null;
    readonly isWhole: boolean;
    readonly selected: boolean | 'some';
    readonly isActive: boolean;
  }) => (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected === true}
      tabIndex={isActive ? 0 : -1}
      data-index={index}
      data-issue={row?.key}
      className={item.kind === 'section' ? styles.heading : styles.row}
      style={{ transform: `translateY(${start}px)`, height: size }}
    >
      {rows !== null ? (
        <SectionCells
          section={item.section}
          rows={rows}
          estimates={estimates}
          isWhole={isWhole}
          selected={selected}
        />
      ) : row === null ? (
        <UnreadCells isSelected={selected === true} />
      ) : (
        <IssueCells
          row={row}
          section={item.section}
          estimates={estimates}
          isSelected={selected === true}
          isActive={isActive}
        />
      )}
    </div>
  ),
);
ListLine.displayName = 'ListLine';
